import type { Rule } from '../../../shared/rules/define-rule.ts';
import { tierIncludes } from '../../../shared/rules/tier.ts';
import {
  asksNetworkActivity,
  type DetailPattern,
  isWithheldByDefault,
  type Tier,
  type Trigger,
  tierOf,
} from '../../../shared/rules/trigger.ts';
import type { EventKind, RuleState } from './event-pattern.ts';
import { besideNamed, callKey, inParts, namesWritesOnly } from './named-filters.ts';
import { type Exception, exceptionFor, fieldsInConflict, takesWritesOnly } from './own-calls.ts';

const withReads = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';

/** The kinds of EventBridge rules, by name: what they receive, and which of our own calls their patterns keep out. */
export const channels = {
  writes: { state: 'ENABLED', exception: 'none' },
  'session-calls': { state: 'ENABLED', exception: 'sessions' },
  calls: { state: 'ENABLED', exception: 'all' },
  'reads-of-others': { state: withReads, exception: 'none' },
  reads: { state: withReads, exception: 'sessions' },
  'reads-and-calls': { state: withReads, exception: 'all' },
  // Our functions use no VPC endpoints.
  'network-activity': { state: withReads, exception: 'none', kind: 'network activity' },
} as const satisfies Readonly<Record<string, { state: RuleState; exception: Exception; kind?: EventKind }>>;

export type Channel = keyof typeof channels;

export const channelNames = Object.keys(channels) as Channel[];

/** Calls of one service, to be listed by name, or a filter that stands as it is. */
export type Branch = { readonly channel: Channel } & (
  | { readonly service: string; readonly names: readonly string[]; readonly where?: DetailPattern }
  | { readonly detail: DetailPattern }
);

/** What of a rule decides which events must arrive. */
export type AskedFor = Pick<Rule, 'id' | 'on' | 'undoneBy'>;

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

// A filter that names no calls does not say what it reads: where reads are forwarded at all, it gets them.
const filterChannel = (detail: DetailPattern, tier: Tier): Channel => {
  if (namesWritesOnly(detail)) return 'writes';
  const state = tierIncludes(tier, 'read-only') && !takesWritesOnly(detail) ? withReads : 'ENABLED';
  const exception = exceptionFor(detail);
  const named = channelNames.find(
    (name) => channels[name].state === state && channels[name].exception === exception,
  );
  if (named === undefined)
    throw new Error(`no kind of rule has the state ${state} and the exception ${exception}`);
  return named;
};

const filterBranch = (id: string, detail: DetailPattern, tier: Tier): Branch => {
  const channel = filterChannel(detail, tier);
  const conflicts = fieldsInConflict(detail, channels[channel].exception);
  if (conflicts.length > 0)
    throw new Error(
      `rule ${id}: its trigger filters on ${conflicts.join(', ')}, which the exception for our own read-only calls also filters on. ` +
        'Leave that field to evaluate(), narrow readOnly to writes, or list types other than AWSService for userIdentity.type.',
    );
  return { channel, detail };
};

const filters = (rule: AskedFor, tier: Tier, taken: ReadonlySet<string>): readonly Branch[] => {
  if (!tierIncludes(tier, tierOf(rule.on))) return [];
  const details = detailsOf(rule.on);
  return asksNetworkActivity(rule.on)
    ? details.map((detail) => ({ channel: 'network-activity', detail }))
    : details
        .map((detail) => besideNamed(detail, taken))
        .filter((detail) => detail !== undefined)
        .flatMap(inParts)
        .map((detail) => filterBranch(rule.id, detail, tier));
};

// What a filter for writes leaves over: CloudTrail writes the flag as a boolean, some services as text. (`anything-but` takes no booleans.)
const notAWrite = { readOnly: [true, 'true', 'True', 'false', 'False'] } as const;

const isForAllWrites = (detail: DetailPattern): boolean => {
  const { eventSource, readOnly, ...more } = detail;
  return (
    eventSource !== undefined &&
    JSON.stringify(readOnly) === '[false,{"exists":false}]' &&
    Object.keys(more).length === 0
  );
};

/** Named calls of a service whose writes are all taken by a filter: what is left of them. Two rules that take one event deliver it twice. */
const besides = (named: readonly Branch[], taken: readonly Branch[]): readonly Branch[] => {
  const sources = new Set(
    taken.flatMap((branch) =>
      'detail' in branch && isForAllWrites(branch.detail)
        ? [JSON.stringify(branch.detail['eventSource'])]
        : [],
    ),
  );
  return named.map((branch) =>
    'service' in branch &&
    // The exception for our own reads filters on the flag as well; it stands in the channels of STS, whose calls are mostly reads.
    channels[branch.channel].exception === 'none' &&
    sources.has(JSON.stringify(eventSourceOf(branch.service)))
      ? { ...branch, where: notAWrite }
      : branch,
  );
};

/** Everything an installation of this tier must receive, for the triggers of the rules and the events that undo conditions. */
export const branchesFor = (rules: readonly AskedFor[], tier: Tier): readonly Branch[] => {
  const named = namedCalls(rules, tier);
  const taken = new Set(
    named.flatMap((branch) =>
      'service' in branch ? branch.names.map((name) => callKey(branch.service, name)) : [],
    ),
  );
  const own = rules.flatMap((rule) => filters(rule, tier, taken));
  const distinct = new Map(own.map((branch) => [JSON.stringify(branch), branch]));
  return [...besides(named, [...distinct.values()]), ...distinct.values()];
};
