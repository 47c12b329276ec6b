import type { DailyUse, RuleUse, UsingActor } from './daily-use.ts';

interface Sum extends Omit<ActorUsage, 'days'> {
  readonly days: ReadonlySet<string>;
}

/** What one actor did in a span of days, as far as one rule records it. */
export interface ActorUsage extends RuleUse {
  readonly accountId: string;
  readonly actor: UsingActor;
  /** On how many days. */
  readonly days: number;
}

/** One rule's actors, the busiest first. */
export interface RuleUsage {
  readonly ruleId: string;
  readonly count: number;
  readonly actors: readonly ActorUsage[];
}

const exampleCount = 3;

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

const joined = (sum: Sum | undefined, use: RuleUse, { accountId, actor, day }: DailyUse): Sum =>
  sum
    ? {
        ...sum,
        count: sum.count + use.count,
        days: sum.days.has(day) ? sum.days : new Set([...sum.days, day]),
        firstAt: earlier(sum.firstAt, use.firstAt),
        lastAt: later(sum.lastAt, use.lastAt),
        examples: [...sum.examples, ...use.examples].slice(0, exampleCount),
      }
    : { ...use, accountId, actor, days: new Set([day]) };

const byCount = (a: ActorUsage, b: ActorUsage): number =>
  b.count - a.count || (a.accountId + a.actor.key < b.accountId + b.actor.key ? -1 : 1);

/** Sums daily aggregates, or parts of them, one by one: whole months need not be in memory. */
export const sumUsage = () => {
  const rules = new Map<string, Map<string, Sum>>();
  return {
    add(day: DailyUse): void {
      for (const [ruleId, use] of Object.entries(day.uses)) {
        const actors = rules.get(ruleId) ?? new Map<string, Sum>();
        const key = `${day.accountId} ${day.actor.key}`;
        actors.set(key, joined(actors.get(key), use, day));
        rules.set(ruleId, actors);
      }
    },
    /** By rule id. */
    usage: (): readonly RuleUsage[] =>
      [...rules]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([ruleId, actors]) => {
          const sorted = [...actors.values()].map((sum) => ({ ...sum, days: sum.days.size })).sort(byCount);
          return { ruleId, count: sorted.reduce((sum, { count }) => sum + count, 0), actors: sorted };
        }),
  };
};
