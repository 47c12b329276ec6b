import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import { accountArn } from '../events/target.ts';

/** ARN of the VPC endpoint that a call went through, in the account that owns it; the account's when the record names none. */
export const vpcEndpointOf = (event: IamEvent): string => {
  const { vpcEndpointId, partition, region, accountId, record } = event;
  const owner = textAt(record, 'vpcEndpointAccountId') ?? accountId;
  return vpcEndpointId === undefined
    ? accountArn(event)
    : `arn:${partition}:ec2:${region}:${owner}:vpc-endpoint/${vpcEndpointId}`;
};
