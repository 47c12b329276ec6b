import type { AccountSettings } from '../account/account-settings.ts';
import { foundIn, type Lookup } from '../account/lookup.ts';
import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import type { Facts } from './facts.ts';
import { isOwnResource } from './own-resources.ts';
import { refusedArnOf } from './resource-arn.ts';

/** `arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*` → NAME. */
const groupInArn = (arn: string): string | undefined => /:log-group:([^:]+)/.exec(arn)?.[1];

const nameOf = (nameOrArn: string | undefined): string | undefined =>
  nameOrArn?.startsWith('arn:') ? groupInArn(nameOrArn) : nameOrArn;

/** Name of the log group that a call of CloudWatch Logs is about: newer calls take an ARN as well. Undefined when a refused call names none. */
export const logGroupOf = (event: IamEvent): string | undefined => {
  const { request } = event;
  const given = ['logGroupName', 'logGroupIdentifier', 'resourceIdentifier'].map((field) =>
    textAt(request, field),
  );
  return nameOf(given.find((group) => group !== undefined)) ?? groupInArn(refusedArnOf(event) ?? '');
};

/** What must be looked up to tell whether a group is one that a trail writes to: nothing where the owner lists them. */
export const logGroupLookups = (
  group: string | undefined,
  { watchedLogGroups }: AccountSettings,
): readonly Lookup[] =>
  group === undefined || isOwnResource(group) || watchedLogGroups !== undefined
    ? []
    : [{ kind: 'trails', id: '', optional: true }];

/** Whether a group is this monitor's, one that the owner names, or one that a trail of the account writes to. */
export const isWatchedLogGroup = (group: string, { settings, lookups }: Facts): boolean => {
  const ofTrails = (foundIn(lookups, 'trails') ?? []).map(({ logGroupArn = '' }) => groupInArn(logGroupArn));
  return isOwnResource(group) || [...(settings.watchedLogGroups ?? []), ...ofTrails].includes(group);
};
