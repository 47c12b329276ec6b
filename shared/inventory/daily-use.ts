import { createHash } from 'node:crypto';

/** Who did it, as the report shows it. Attacker-controlled but for the type. */
export interface UsingActor {
  /** The same for all sessions of a role. */
  readonly key: string;
  readonly label: string;
  readonly type: string;
}

/** One event that rules of kind inventory record. */
export interface NotedUse {
  readonly eventId: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly accountId: string;
  readonly actor: UsingActor;
  /** Ids of the rules that record it, each once. */
  readonly ruleIds: readonly string[];
}

/** How often a rule recorded an actor on a day. */
export interface RuleUse {
  readonly count: number;
  /** Event times, ISO 8601, UTC. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** Event ids, those that arrived first. */
  readonly examples: readonly string[];
}

/** What an actor did in an account on a day, by rule id. */
export interface DailyUse {
  readonly accountId: string;
  /** `YYYY-MM-DD`, UTC, by event time. */
  readonly day: string;
  readonly actor: UsingActor;
  readonly uses: Readonly<Record<string, RuleUse>>;
}

/** As a store keeps it: with the latest events that are in it, so that one that is delivered again is not counted again. */
export interface KeptUse extends DailyUse {
  /** Shortened event ids, the oldest first. */
  readonly recent: readonly string[];
}

const exampleCount = 3;
const labelLength = 256;

/**
 * How many other events of the same actor and day may come between two deliveries of one event before it counts twice. SQS and EventBridge
 * repeat within minutes; a batch has ten. More would make the item cost more with each write.
 */
export const recentCount = 128;

/** 48 bits of an id: as good as the id among some hundred events, at a quarter of its length. */
const shortOf = (eventId: string): string =>
  createHash('sha256').update(eventId).digest().subarray(0, 6).toString('base64url');

/** The day of an event, UTC. */
export const dayOfUse = ({ time }: Pick<NotedUse, 'time'>): string => time.slice(0, 10);

const counted = (use: RuleUse | undefined, { eventId, time }: NotedUse): RuleUse => {
  if (!use) return { count: 1, firstAt: time, lastAt: time, examples: [eventId] };
  return {
    count: use.count + 1,
    firstAt: time < use.firstAt ? time : use.firstAt,
    lastAt: time > use.lastAt ? time : use.lastAt,
    examples: use.examples.length < exampleCount ? [...use.examples, eventId] : use.examples,
  };
};

const emptyFor = (noted: NotedUse): KeptUse => ({
  accountId: noted.accountId,
  day: dayOfUse(noted),
  actor: { ...noted.actor, label: noted.actor.label.slice(0, labelLength) },
  uses: {},
  recent: [],
});

const withEvent = (kept: KeptUse, noted: NotedUse): KeptUse => {
  const id = shortOf(noted.eventId);
  if (kept.recent.includes(id)) return kept;
  const changed = noted.ruleIds.map((ruleId) => [ruleId, counted(kept.uses[ruleId], noted)] as const);
  return {
    ...kept,
    uses: { ...kept.uses, ...Object.fromEntries(changed) },
    recent: [...kept.recent, id].slice(-recentCount),
  };
};

/**
 * Adds events of one actor, account and day to what is kept of them. Events that are among the latest kept ones are not added again.
 *
 * @returns the very object that was given when there is nothing to add
 */
export const addUses = (
  kept: KeptUse | undefined,
  [first, ...others]: readonly [NotedUse, ...NotedUse[]],
): KeptUse => others.reduce(withEvent, withEvent(kept ?? emptyFor(first), first));

/** What events of one actor, account and day, each given once, come to. */
export const dailyUseOf = (uses: readonly [NotedUse, ...NotedUse[]]): DailyUse => {
  const [first] = uses;
  const { recent: _, ...empty } = emptyFor(first);
  const counts: Record<string, RuleUse> = {};
  for (const use of uses) for (const ruleId of use.ruleIds) counts[ruleId] = counted(counts[ruleId], use);
  return { ...empty, uses: counts };
};

/** Splits events by account, day and actor. */
export const groupUses = (noted: readonly NotedUse[]): readonly (readonly [NotedUse, ...NotedUse[]])[] =>
  [
    ...Map.groupBy(noted, ({ accountId, time, actor }) =>
      JSON.stringify([accountId, dayOfUse({ time }), actor.key]),
    ).values(),
  ].flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []));
