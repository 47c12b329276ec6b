import type { EscalationGraph } from '../../../shared/account/escalation/escalation-graph.ts';
import type { Route } from '../../../shared/account/escalation/routes.ts';

/** Targets that are written out for one edge; their number is always told. */
const mostTargets = 50;

/** One step of a route, with names instead of positions. */
export interface NamedStep {
  readonly path: string;
  readonly to: string;
  readonly conditions: readonly string[];
}

/** A principal as the documents show it. */
export interface NamedPrincipal {
  readonly arn: string;
  readonly type: 'user' | 'role';
  readonly administrator: boolean;
  readonly stepsToAdministrator: number | null;
  readonly route: readonly NamedStep[];
  readonly edges: readonly {
    readonly path: string;
    readonly title: string;
    readonly verdict: string;
    readonly conditions: readonly string[];
    readonly toAdministrator: boolean;
    readonly reaches: number;
    /** The first 50. */
    readonly to: readonly string[];
    readonly needs?: string;
  }[];
}

/** The graph with names: what `--format json` prints, and what the other forms are made of. */
export interface GraphDocument {
  readonly account: string | null;
  readonly at: string;
  readonly counts: {
    readonly principals: number;
    readonly administrators: number;
    readonly reachAdministrator: number;
  };
  readonly unread: EscalationGraph['unread'];
  readonly notes: readonly string[];
  readonly principals: readonly NamedPrincipal[];
}

const notes = [
  'Control policies of the organisation and resource policies are not in these details and are not counted.',
  'Paths over something that runs already (an instance, a function, a stack) are listed with what they need; a snapshot of IAM does not show whether it is there.',
];

const namedRoute = (route: Route | undefined, name: (index: number) => string): readonly NamedStep[] =>
  (route?.steps ?? []).map(({ path, to, conditions }) => ({
    path,
    to: to === undefined ? 'administrator' : name(to),
    conditions,
  }));

/** Gives the graph its names. */
export const graphDocument = (
  { principals, unread }: EscalationGraph,
  { account, at }: { readonly account: string | undefined; readonly at: string },
): GraphDocument => {
  const name = (index: number): string => principals[index]?.arn ?? '';
  const named = principals.map(
    ({ arn, type, administrator, edges, route }, index): NamedPrincipal => ({
      arn,
      type,
      administrator,
      stepsToAdministrator: route === undefined ? null : route.steps.length,
      route: namedRoute(route, name),
      edges: edges.map(({ to, needs, ...edge }) => {
        const reached = [...new Set(to.flat().map((one) => one.to))].filter((one) => one !== index);
        return {
          ...edge,
          reaches: reached.length,
          to: reached.slice(0, mostTargets).map(name),
          ...(needs === undefined ? {} : { needs }),
        };
      }),
    }),
  );
  return {
    account: account ?? null,
    at,
    counts: {
      principals: named.length,
      administrators: named.filter(({ administrator }) => administrator).length,
      reachAdministrator: named.filter(
        ({ administrator, stepsToAdministrator }) => !administrator && stepsToAdministrator !== null,
      ).length,
    },
    unread,
    notes,
    principals: named,
  };
};

/** Those who are no administrators and become one, the nearest first. */
export const reachers = ({ principals }: GraphDocument): readonly NamedPrincipal[] =>
  principals
    .filter(({ administrator, stepsToAdministrator }) => !administrator && stepsToAdministrator !== null)
    .toSorted(
      (a, b) => (a.stepsToAdministrator ?? 0) - (b.stepsToAdministrator ?? 0) || (a.arn < b.arn ? -1 : 1),
    );
