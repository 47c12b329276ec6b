import type { Rule } from '../../../shared/rules/define-rule.ts';
import { tierIncludes } from '../../../shared/rules/tier.ts';
import {
  type DetailPattern,
  isWithheldByDefault,
  type Tier,
  type Trigger,
  tierOf,
} from '../../../shared/rules/trigger.ts';
import type { RuleState } from './event-pattern.ts';
import { fieldsInConflict, isNeverOurs, takesWritesOnly } from './own-calls.ts';

/**
 * The kinds of EventBridge rules: their state, and whether their patterns carry the exception for our own read-only calls.
 *
 * - `writes`: what arrives by default and can be no read-only call of one of our roles; the exception would be dead weight.
 * - `calls`: what arrives by default and may be one: STS, and filters on more than the name.
 * - `reads`: what is withheld by default.
 * - `reads-of-others`: the same, filtered so that no call of our roles is among it.
 */
export const channels = {
  writes: { state: 'ENABLED', exceptOwnReads: false },
  calls: { state: 'ENABLED', exceptOwnReads: true },
  reads: { state: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS', exceptOwnReads: true },
  'reads-of-others': { state: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS', exceptOwnReads: false },
} as const satisfies Readonly<Record<string, { state: RuleState; exceptOwnReads: boolean }>>;

export type Channel = keyof typeof channels;

/** Calls of one service, to be listed by name, or a filter that stands as it is. */
export type Branch = { readonly channel: Channel } & (
  | { readonly service: string; readonly names: readonly string[] }
  | { readonly detail: DetailPattern }
);

type AskedFor = Pick<Rule, 'id' | 'on' | 'undoneBy'>;

// STS logs even AssumeRole as read-only.
const mayBeReadOnly = (action: string) => action.startsWith('sts:');

const channelOf = (action: `${string}:${string}`): Channel => {
  if (isWithheldByDefault(action)) return 'reads';
  return mayBeReadOnly(action) ? 'calls' : 'writes';
};

const actionsOf = ({ on, undoneBy = [] }: AskedFor, tier: Tier) => [
  ...('actions' in on && tierIncludes(tier, tierOf(on)) ? on.actions : []),
  ...undoneBy.flatMap(({ actions }) => actions),
];

const namedCalls = (rules: readonly AskedFor[], tier: Tier): readonly Branch[] => {
  const byChannelAndService = new Map<string, string[]>();
  for (const action of new Set(rules.flatMap((rule) => actionsOf(rule, tier)))) {
    const channel = channelOf(action);
    if (channel === 'reads' && !tierIncludes(tier, 'read-only')) continue;
    const [service = '', name = ''] = action.split(':');
    const key = `${channel} ${service}`;
    byChannelAndService.set(key, [...(byChannelAndService.get(key) ?? []), name]);
  }
  return [...byChannelAndService]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, names]) => {
      const [channel, service = ''] = key.split(' ');
      return { channel: channel as Channel, service, names: names.sort() };
    });
};

/** The filter on `eventSource`: CloudTrail writes `iam.amazonaws.com`, in China some services `….amazonaws.com.cn`. */
export const eventSourceOf = (service: string): DetailPattern[string] => [
  { prefix: `${service}.amazonaws.com` },
];

const detailsOf = (on: Trigger): readonly DetailPattern[] => {
  if ('anyCall' in on) return [on.anyCall];
  return 'services' in on
    ? on.services.map((service) => ({ eventSource: eventSourceOf(service), ...on.where }))
    : [];
};

const filterChannel = (detail: DetailPattern, tier: Tier): Channel => {
  if (takesWritesOnly(detail)) return 'writes';
  // A filter does not say what it reads: where reads are forwarded at all, it gets them.
  const getsReads = tierIncludes(tier, 'read-only');
  if (isNeverOurs(detail)) return getsReads ? 'reads-of-others' : 'writes';
  return getsReads ? 'reads' : 'calls';
};

const filters = (rule: AskedFor, tier: Tier): readonly Branch[] => {
  if (!tierIncludes(tier, tierOf(rule.on))) return [];
  return detailsOf(rule.on).map((detail) => {
    const channel = filterChannel(detail, tier);
    const conflicts = channels[channel].exceptOwnReads ? fieldsInConflict(detail) : [];
    if (conflicts.length > 0)
      throw new Error(
        `rule ${rule.id}: its trigger filters on ${conflicts.join(', ')}, which the exception for our own read-only calls also filters on. ` +
          'Leave that field to evaluate(), narrow readOnly to writes, or userIdentity.type to types other than AssumedRole, Role and AWSService.',
      );
    return { channel, detail };
  });
};

/** Everything an installation of this tier must receive, for the triggers of the rules and the events that undo conditions. */
export const branchesFor = (rules: readonly AskedFor[], tier: Tier): readonly Branch[] => {
  const own = rules.flatMap((rule) => filters(rule, tier));
  const distinct = new Map(own.map((branch) => [JSON.stringify(branch), branch]));
  return [...namedCalls(rules, tier), ...distinct.values()];
};
