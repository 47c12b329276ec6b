import type { AttachedPolicy } from '../account/snapshot-identities.ts';

/** Whether an ARN is that of a policy of AWS, by its whole name and in any partition: customers give their own policies AWS's names. */
export const isAwsPolicy = (arn: string, path: string): boolean =>
  /^arn:aws(-[a-z]+)*:iam::aws:policy\//.test(arn) && arn.slice(arn.indexOf(':policy/') + 8) === path;

/** Whether a policy of AWS is among those attached. */
export const hasAwsPolicy = (attached: readonly AttachedPolicy[], path: string): boolean =>
  attached.some(({ arn }) => isAwsPolicy(arn, path));
