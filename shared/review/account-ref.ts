import type { AccountSnapshot } from '../account/snapshot.ts';

/** The account under review: builds ARNs in its partition. */
export interface AccountRef {
  /** 12 digits, or `unknown` when no source names it. */
  readonly id: string;
  readonly partition: string;
  /** ARN of the account, which is also that of its root user. */
  readonly arn: string;
  /** ARN of an IAM entity, e.g. `user/kim`. */
  iamArn(resource: string): string;
  /** ARN of a resource of a Region. */
  regionalArn(service: string, region: string, resource: string): string;
}

/** The account of a snapshot. */
export const accountRefOf = ({ accountId = 'unknown', partition }: AccountSnapshot): AccountRef => {
  const iamArn = (resource: string) => `arn:${partition}:iam::${accountId}:${resource}`;
  return {
    id: accountId,
    partition,
    arn: iamArn('root'),
    iamArn,
    regionalArn: (service, region, resource) =>
      `arn:${partition}:${service}:${region}:${accountId}:${resource}`,
  };
};
