import { type CoveredAction, type Status, statuses } from './coverage.ts';

/** How many actions of a service have which status. */
export interface ServiceCount {
  readonly service: string;
  readonly counts: Readonly<Record<Status, number>>;
  readonly total: number;
  /** Actions with a rule, a record or a reason: all but gaps and what is only planned. In percent, rounded down to one decimal. */
  readonly covered: number;
  /** All but gaps, in percent, rounded down to one decimal. */
  readonly explained: number;
}

const countOf = (service: string, actions: readonly CoveredAction[]): ServiceCount => {
  const of = (status: Status): number => actions.filter((action) => action.status === status).length;
  const counts = {
    rule: of('rule'),
    inventory: of('inventory'),
    planned: of('planned'),
    reason: of('reason'),
    gap: of('gap'),
  };
  const total = statuses.reduce((sum, status) => sum + counts[status], 0);
  const percent = (without: number): number =>
    total === 0 ? 100 : Math.floor((1000 * (total - without)) / total) / 10;
  return {
    service,
    counts,
    total,
    covered: percent(counts.gap + counts.planned),
    explained: percent(counts.gap),
  };
};

/** Counts by service in alphabetical order, then their sum under the name `all`. */
export const countByService = (actions: readonly CoveredAction[]): readonly ServiceCount[] => {
  const services = [...Map.groupBy(actions, ({ service }) => service)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...services.map(([service, its]) => countOf(service, its)), countOf('all', actions)];
};
