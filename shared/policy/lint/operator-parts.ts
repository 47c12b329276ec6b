/** What a condition operator as written is made of. */
export interface OperatorParts {
  /** Lower case, without set prefix and IfExists, e.g. `stringlike`. */
  readonly base: string;
  readonly family: 'string' | 'numeric' | 'date' | 'bool' | 'binary' | 'ip' | 'arn' | 'null';
  readonly negated: boolean;
  readonly set?: 'any' | 'all';
  readonly ifExists: boolean;
  /** Whether IAM has such an operator. */
  readonly known: boolean;
}

const families: readonly (readonly [RegExp, OperatorParts['family']])[] = [
  [/^string(not)?(equals|equalsignorecase|like)$/, 'string'],
  [/^numeric(not)?equals$|^numeric(less|greater)than(equals)?$/, 'numeric'],
  [/^date(not)?equals$|^date(less|greater)than(equals)?$/, 'date'],
  [/^bool$/, 'bool'],
  [/^binaryequals$/, 'binary'],
  [/^(not)?ipaddress$/, 'ip'],
  [/^arn(not)?(equals|like)$/, 'arn'],
  [/^null$/, 'null'],
];

/** Takes an operator apart. IAM reads operators in any case ("Condition operators", IAM User Guide). */
export const operatorParts = (written: string): OperatorParts => {
  const lower = written.toLowerCase();
  const [, prefix, rest = ''] = /^(?:(foranyvalue|forallvalues):)?(.*)$/s.exec(lower) ?? [];
  const ifExists = rest.endsWith('ifexists');
  const base = ifExists ? rest.slice(0, -'ifexists'.length) : rest;
  const family = families.find(([form]) => form.test(base))?.[1];
  const set = prefix === 'foranyvalue' ? 'any' : prefix === 'forallvalues' ? 'all' : undefined;
  return {
    base,
    family: family ?? 'string',
    negated: base.includes('not'),
    ...(set === undefined ? {} : { set }),
    ifExists,
    known: family !== undefined,
  };
};
