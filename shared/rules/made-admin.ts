import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import type { HistoryNeed, KnownHistory } from '../history/window.ts';
import { adminGrantOf } from '../policy/admin-grant.ts';
import { isAdminPolicy } from './admin-policies.ts';
import { policyHolderOf } from './policy-holder.ts';
import { documentIn } from './policy-in-request.ts';

const inlineAdminPolicyOf = (event: IamEvent): string | undefined => {
  const document = documentIn(event, 'policyDocument');
  if (document.status !== 'read') return undefined;
  const grant = adminGrantOf(document.policy);
  const isAll = grant?.kind === 'everything' || grant?.kind === 'iam';
  return isAll && !grant.conditional ? (textAt(event.request, 'policyName') ?? 'unknown') : undefined;
};

/** The policy by which an Attach… or Put…Policy call makes an administrator; undefined when it makes none. */
const adminPolicyGivenBy = (event: IamEvent): string | undefined => {
  const attached = textAt(event.request, 'policyArn');
  if (attached !== undefined) return isAdminPolicy(attached) ? attached : undefined;
  return event.name.startsWith('Put') ? inlineAdminPolicyOf(event) : undefined;
};

/** Panther's window: long enough for who makes the user on one day and raises it on the next. */
const withinMinutes = 30 * 60;

const steps = ['created', 'made-admin'];

/** An identity is created and then made an administrator: what of the sequence the event is, if any. The name is the key, since an ARN without path is. */
export const madeAdminHistory = (event: IamEvent): readonly HistoryNeed[] => {
  const policy = event.name.startsWith('Create') ? undefined : adminPolicyGivenBy(event);
  if (policy === undefined && !event.name.startsWith('Create')) return [];
  return [
    {
      kind: 'sequence',
      key: policyHolderOf(event).arn,
      steps,
      step: policy === undefined ? 'created' : 'made-admin',
      withinMinutes,
      note: { by: event.actor.label, ...(policy === undefined ? {} : { policy }) },
    },
  ];
};

/** What the two steps say of each other, in their own order, whichever arrived first. */
export const madeAdminData = ({ events: [created, raised] }: KnownHistory) => {
  const millis = Date.parse(raised?.time ?? '') - Date.parse(created?.time ?? '');
  return {
    creator: created?.note?.['by'] ?? 'unknown',
    raiser: raised?.note?.['by'] ?? 'unknown',
    policy: raised?.note?.['policy'] ?? 'unknown',
    minutes: Math.max(1, Math.ceil(millis / 60_000)) || 1,
  };
};

/** One caller did both, or one the first and another the second. */
export const madeAdminBy = ({ creator, raiser }: ReturnType<typeof madeAdminData>) =>
  creator === raiser ? 'byOne' : 'byTwo';
