/** The six fields of an ARN: `arn`, partition, service, Region, account, resource. The resource keeps its own colons. */
export type ArnFields = readonly [string, string, string, string, string, string];

/** Splits an ARN; undefined for what is none. Partition, service and resource are never empty, Region and account may be. */
export const arnFields = (text: string): ArnFields | undefined => {
  const [prefix, partition, service, region, account, ...rest] = text.split(':');
  if (prefix !== 'arn' || !partition || !service || region === undefined || account === undefined)
    return undefined;
  const resource = rest.join(':');
  return resource === '' ? undefined : [prefix, partition, service, region, account, resource];
};

/** Whether a text is an account id: twelve digits. */
export const isAccountId = (text: string): boolean => /^\d{12}$/.test(text);

/** The account in an ARN; undefined when the ARN has none, as those of S3 buckets and of AWS's own policies (`aws`). */
export const accountOfArn = (arn: string): string | undefined => {
  const account = arn.split(':', 5)[4];
  return account !== undefined && isAccountId(account) ? account : undefined;
};
