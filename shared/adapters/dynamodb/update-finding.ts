import { UpdateCommand, type UpdateCommandInput, type UpdateCommandOutput } from '@aws-sdk/lib-dynamodb';
import type { FindingTable } from './finding-table.ts';
import { findingSortKey, partitionOf } from './keys.ts';

/** Paths of attributes; each step is a name as it is, whatever is in it. */
type Path = readonly string[];

/** What an update does to a finding's item. Expressions are written here: the library's builder of updates is 14 KB of each bundle. */
export interface FindingUpdate {
  readonly set?: Readonly<Record<string, number>>;
  /** Raised by, from what they are. */
  readonly add?: Readonly<Record<string, number>>;
  readonly remove?: readonly Path[];
  /** All must hold, or nothing is written. */
  readonly where?: readonly (readonly [name: string, operator: '=' | '<' | '>', value: number])[];
  readonly returnNew?: boolean;
}

/** Numbers names and values, since some names are reserved words and some hold characters that expressions do not take. */
const placeholders = () => {
  const names: Record<string, string> = {};
  const values: Record<string, number> = {};
  const nameOf = (name: string): string => {
    const at = Object.values(names).indexOf(name);
    const key = at === -1 ? `#n${Object.keys(names).length}` : (Object.keys(names)[at] ?? '');
    names[key] = name;
    return key;
  };
  const numberOf = (value: number): string => {
    const key = `:v${Object.keys(values).length}`;
    values[key] = value;
    return key;
  };
  return { names, values, nameOf, numberOf };
};

const clause = (word: string, parts: readonly string[]): readonly string[] =>
  parts.length === 0 ? [] : [`${word} ${parts.join(', ')}`];

type Expressions = Pick<
  UpdateCommandInput,
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

const expressionsOf = ({ set = {}, add = {}, remove = [], where = [] }: FindingUpdate): Expressions => {
  const { names, values, nameOf, numberOf } = placeholders();
  const update = [
    ...clause(
      'SET',
      Object.entries(set).map(([name, value]) => `${nameOf(name)} = ${numberOf(value)}`),
    ),
    ...clause(
      'ADD',
      Object.entries(add).map(([name, value]) => `${nameOf(name)} ${numberOf(value)}`),
    ),
    ...clause(
      'REMOVE',
      remove.map((path) => path.map(nameOf).join('.')),
    ),
  ].join(' ');
  const condition = where.map(([name, operator, value]) => `${nameOf(name)} ${operator} ${numberOf(value)}`);
  return {
    UpdateExpression: update,
    ...(condition.length === 0 ? {} : { ConditionExpression: condition.join(' AND ') }),
    ExpressionAttributeNames: names,
    // DynamoDB refuses an empty map.
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
  };
};

/** Updates a finding's item. */
export const updateFinding = (
  { table }: FindingTable,
  accountId: string,
  findingId: string,
  update: FindingUpdate,
): Promise<UpdateCommandOutput> =>
  table.getDocumentClient().send(
    new UpdateCommand({
      TableName: table.getName(),
      Key: { pk: partitionOf(accountId, findingId), sk: findingSortKey },
      ...expressionsOf(update),
      ...(update.returnNew ? { ReturnValues: 'ALL_NEW' } : {}),
    }),
  );
