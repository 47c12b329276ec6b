import type { IamEvent } from '../events/iam-event.ts';
import { refusedResourceOf } from '../events/target.ts';

/** ARN of a resource in the event's partition, region and account, e.g. `regionalArn(event, 'cloudtrail', 'trail/main')`. */
export const regionalArn = (event: IamEvent, service: string, resource: string): string =>
  `arn:${event.partition}:${service}:${event.region}:${event.accountId}:${resource}`;

/** ARN of a resource of a global service, in the event's partition and account. */
export const globalArn = (event: IamEvent, service: string, resource: string): string =>
  `arn:${event.partition}:${service}::${event.accountId}:${resource}`;

/** What a caller gave, which may be a name or an ARN, as an ARN. */
export const arnOfName = (nameOrArn: string, toArn: (name: string) => string): string =>
  nameOrArn.startsWith('arn:') ? nameOrArn : toArn(nameOrArn);

/** The ARN that AWS's refusal names; undefined when it names none, or a whole family of resources (`…/*`). */
export const refusedArnOf = (event: IamEvent): string | undefined => {
  const resource = refusedResourceOf(event);
  return resource?.startsWith('arn:') && !resource.endsWith('*') ? resource : undefined;
};

/** The name at the end of an ARN: what follows the last `/` or `:`. */
export const nameInArn = (arn: string): string =>
  arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
