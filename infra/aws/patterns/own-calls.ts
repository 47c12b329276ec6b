import type { DetailPattern } from '../../../shared/rules/trigger.ts';

const issuer = (arn: readonly unknown[]): DetailPattern => ({
  userIdentity: { sessionContext: { sessionIssuer: { arn: arn as [] } } },
});
const absent = [{ exists: false }];

/**
 * Which calls of ours an exception keeps out.
 *
 * - `none`: there can be none among what the patterns match.
 * - `sessions`: read-only calls by sessions of our roles.
 * - `all`: these, and `AssumeRole` of our roles by AWS services, which start the functions that way.
 */
export type Exception = 'none' | 'sessions' | 'all';

const alternatives = (roleArns: readonly string[]): Readonly<Record<Exception, readonly DetailPattern[]>> => {
  const notOurs = [{ 'anything-but': roleArns }];
  const writes = [{ readOnly: [false] }, { readOnly: absent }];
  return {
    none: [],
    sessions: [...writes, issuer(notOurs), issuer(absent)],
    all: [
      ...writes,
      issuer(notOurs),
      { ...issuer(absent), requestParameters: { roleArn: absent } },
      { ...issuer(absent), requestParameters: { roleArn: notOurs } },
      {
        userIdentity: {
          ...(issuer(absent)['userIdentity'] as DetailPattern),
          type: [{ 'anything-but': ['AWSService'] }],
        },
      },
    ],
  };
};

/**
 * Alternatives that let every event through except the read-only calls of our own roles. Without them the look-ups of a
 * function would be events that start the function again.
 *
 * `anything-but` does not match a field that is absent, hence the alternatives with `exists: false`: root, IAM users and
 * services have no session issuer. Records without `readOnly` pass, so does every write by one of our roles, and so does a
 * person or a role that assumes one of our roles.
 */
export const exceptOwnCalls = (exception: Exception, roleArns: readonly string[]): readonly DetailPattern[] =>
  alternatives(roleArns)[exception];

const isLeaf = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const leavesOf = (pattern: DetailPattern, path = ''): readonly (readonly [string, readonly unknown[]])[] =>
  Object.entries(pattern).flatMap(([key, value]) => {
    if (key === '$or' && isLeaf(value))
      return value.flatMap((branch) => leavesOf(branch as DetailPattern, path));
    return isLeaf(value)
      ? [[`${path}${key}`, value] as const]
      : leavesOf(value as DetailPattern, `${path}${key}.`);
  });

// Services write the flag as a boolean or as text, or leave it out.
const saysWrite = (value: unknown) =>
  value === false ||
  (typeof value === 'string' && value.toLowerCase() === 'false') ||
  JSON.stringify(value) === '{"exists":false}';

const isTypeBeside =
  (...types: readonly string[]) =>
  (value: unknown) =>
    typeof value === 'string' && !types.includes(value);

/** Whether every value allowed at a path passes the check. A path inside `$or` proves nothing. */
const isNarrowedTo = (where: DetailPattern, path: string, check: (value: unknown) => boolean): boolean =>
  Object.keys(where).every((key) => key !== '$or') &&
  leavesOf(where).some(([at, values]) => at === path && values.every(check));

/** Whether a filter shuts out read-only calls. */
export const takesWritesOnly = (where: DetailPattern): boolean => isNarrowedTo(where, 'readOnly', saysWrite);

/** The least exception that keeps our own reads out of what a filter lets through. */
export const exceptionFor = (where: DetailPattern): Exception => {
  const type = 'userIdentity.type';
  if (takesWritesOnly(where)) return 'none';
  if (isNarrowedTo(where, type, isTypeBeside('AssumedRole', 'Role', 'AWSService'))) return 'none';
  return isNarrowedTo(where, type, isTypeBeside('AWSService')) ? 'sessions' : 'all';
};

/**
 * Fields which the filter and its exception would both constrain. EventBridge then keeps only the one written last (event-ruler
 * expands `$or` into flat rules by field), so such a filter cannot be combined.
 */
export const fieldsInConflict = (where: DetailPattern, exception: Exception): readonly string[] => {
  const constrained = alternatives([])
    [exception].flatMap((one) => leavesOf(one))
    .map(([path]) => path);
  return leavesOf(where)
    .map(([path]) => path)
    .filter((path) => constrained.includes(path));
};
