import { type CoveredAction, type Status, statuses } from './coverage.ts';

/** How many actions of a service have which status. */
export interface ServiceCount {
  readonly service: string;
  readonly counts: Readonly<Record<Status, number>>;
  readonly total: number;
  /** Actions with a rule, a record or a reason, and what is planned: all but gaps. In percent, rounded down to one decimal. */
  readonly percent: number;
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
  const percent = total === 0 ? 100 : Math.floor((1000 * (total - counts.gap)) / total) / 10;
  return { service, counts, total, percent };
};

/** Counts by service in alphabetical order, then their sum under the name `all`. */
export const countByService = (actions: readonly CoveredAction[]): readonly ServiceCount[] => {
  const services = [...Map.groupBy(actions, ({ service }) => service)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...services.map(([service, its]) => countOf(service, its)), countOf('all', actions)];
};
