import { Aws } from 'aws-cdk-lib';

/** The functions, by the folder that holds their handler. */
export const functionNames = [
  'check-event',
  'notify',
  'deliver',
  'housekeeping',
  'reconcile',
  'review-credentials',
] as const;

export type FunctionName = (typeof functionNames)[number];

/**
 * The name of a role of ours. Fixed, unlike other names: the patterns that leave out the roles' own reads must be known when
 * the template is made, in every Region.
 */
export const roleNameOf = (homeStack: string, part: FunctionName | 'scheduler'): string =>
  `${homeStack}-${part}`;

/** As long as an ARN of a role can get: the longest partition, an account id. */
const longest = 'arn:aws-us-gov:iam::000000000000:role/';

/** ARNs of all our roles with the longest account part there is, for the patterns to be measured with. */
export const longestRoleArns = (homeStack: string): readonly string[] =>
  [...functionNames, 'scheduler' as const].map((part) => `${longest}${roleNameOf(homeStack, part)}`);

/** Puts the account and partition of the deployment where `longestRoleArns` has stand-ins. */
export const inThisAccount = <T>(pattern: T): T =>
  JSON.parse(
    JSON.stringify(pattern).replaceAll(longest, `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/`),
  ) as T;
