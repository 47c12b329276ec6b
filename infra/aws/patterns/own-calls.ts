import type { DetailPattern } from '../../../shared/rules/trigger.ts';

const issuer = (arn: readonly unknown[]): DetailPattern => ({
  userIdentity: { sessionContext: { sessionIssuer: { arn: arn as [] } } },
});
const absent = [{ exists: false }];

/**
 * Alternatives that let every event through except the read-only calls of our own roles and the AWS services' `AssumeRole` of
 * them. Without this the look-ups of a function would be events that start the function again.
 *
 * `anything-but` does not match a field that is absent, hence the alternatives with `exists: false`: root, IAM users and
 * services have no session issuer. Records without `readOnly` pass, so does every write by one of our roles, and so does a
 * person or a role that assumes one of our roles.
 */
export const exceptOwnReads = (roleArns: readonly string[]): readonly DetailPattern[] => {
  const notOurs = [{ 'anything-but': roleArns }];
  return [
    { readOnly: [false] },
    { readOnly: absent },
    issuer(notOurs),
    { ...issuer(absent), requestParameters: { roleArn: absent } },
    { ...issuer(absent), requestParameters: { roleArn: notOurs } },
    {
      userIdentity: {
        ...(issuer(absent)['userIdentity'] as DetailPattern),
        type: [{ 'anything-but': ['AWSService'] }],
      },
    },
  ];
};

/** Fields that `exceptOwnReads` constrains, as paths below `detail`. */
const constrained = [
  'readOnly',
  'userIdentity.type',
  'userIdentity.sessionContext.sessionIssuer.arn',
  'requestParameters.roleArn',
];

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

const isNoTypeOfOurs = (value: unknown) =>
  typeof value === 'string' && !['AssumedRole', 'Role', 'AWSService'].includes(value);

/** Whether every value allowed at a path passes the check. A path inside `$or` proves nothing. */
const isNarrowedTo = (where: DetailPattern, path: string, check: (value: unknown) => boolean): boolean =>
  Object.keys(where).every((key) => key !== '$or') &&
  leavesOf(where).some(([at, values]) => at === path && values.every(check));

/** Whether a filter shuts out read-only calls. */
export const takesWritesOnly = (where: DetailPattern): boolean => isNarrowedTo(where, 'readOnly', saysWrite);

/** Whether a filter shuts out sessions of roles and calls of services, and with them everything that our roles do. */
export const isNeverOurs = (where: DetailPattern): boolean =>
  isNarrowedTo(where, 'userIdentity.type', isNoTypeOfOurs);

/**
 * Fields which the filter and the exception would both constrain. EventBridge then keeps only the one written last (event-ruler
 * expands `$or` into flat rules by field), so such a filter cannot be combined.
 */
export const fieldsInConflict = (where: DetailPattern): readonly string[] =>
  leavesOf(where)
    .map(([path]) => path)
    .filter((path) => constrained.includes(path));
