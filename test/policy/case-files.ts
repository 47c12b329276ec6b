import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Decision, Reason } from '../../shared/policy/decision.ts';

const fields = z.record(z.string(), z.unknown());

/** One request with its policies, and the answer. What it leaves out is as in `given` of its file. */
const caseSchema = z.strictObject({
  name: z.string(),
  request: fields.optional(),
  policies: fields.optional(),
  unknownContext: z.boolean().optional(),
  expected: z.enum(['Allowed', 'ImplicitlyDenied', 'ExplicitlyDenied', 'DependsOnContext']).optional(),
  /** What the decision rests on, as `reasonText` says it. */
  because: z.array(z.string()).optional(),
  /** Beginning of the error, for input that is refused. */
  error: z.string().optional(),
});

const fileSchema = z.strictObject({
  /** Where AWS says so. */
  source: z.string(),
  given: z.strictObject({ request: fields }),
  cases: z.array(caseSchema).min(1),
});

export interface PolicyCase {
  readonly name: string;
  readonly input: unknown;
  readonly expected?: string | undefined;
  readonly because?: readonly string[] | undefined;
  readonly error?: string | undefined;
}

const folder = join(import.meta.dirname, 'cases');

const casesIn = (row: string, file: string): readonly PolicyCase[] => {
  const content = fileSchema.parse(JSON.parse(readFileSync(join(folder, row, file), 'utf8')));
  return content.cases.map(({ name, request, policies, unknownContext, expected, because, error }) => ({
    name: `${row}/${file.replace('.json', '')}: ${name}`,
    input: {
      request: { ...content.given.request, ...request },
      policies,
      ...(unknownContext === undefined ? {} : { unknownContext }),
    },
    expected,
    because,
    error,
  }));
};

/** Every case of every file under test/policy/cases: a folder for each rule of evaluation, a file for each table. */
export const policyCases = (): readonly PolicyCase[] =>
  readdirSync(folder).flatMap((row) => readdirSync(join(folder, row)).flatMap((file) => casesIn(row, file)));

/** `scp[1] denies 0.2 (NoReading)`: layer and level, what it says, policy and statement, the tests that are open. */
export const reasonText = ({ layer, level, effect, rule, statements }: Reason): string =>
  [
    `${layer}${level === undefined ? '' : `[${level}]`} ${effect}`,
    ...(rule === undefined ? [] : [rule]),
    ...statements.map(({ policy, statement, sid, conditions, openResource }) =>
      [
        `${policy}.${statement}`,
        ...(openResource ? ['if Resource'] : []),
        ...(sid === undefined ? [] : [`(${sid})`]),
        ...conditions.map(({ operator, key }) => `if ${operator} ${key}`),
      ].join(' '),
    ),
  ].join(' ');

export const reasonTexts = ({ reasons }: Decision): readonly string[] => reasons.map(reasonText);
