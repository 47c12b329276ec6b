import type { Edge } from './edge.ts';

/** One step on the way to administrator. */
export interface RouteStep {
  readonly path: string;
  /** Position of whom it reaches; absent when it makes the caller itself an administrator. */
  readonly to?: number;
  readonly conditions: readonly string[];
}

/** The shortest way to administrator, one step after the other. */
export interface Route {
  readonly steps: readonly RouteStep[];
}

interface Node {
  readonly administrator: boolean;
  readonly edges: readonly Edge[];
}

type TargetList = Edge['to'][number];

/** Who reaches a node, by which edge. Lists of targets are shared by many principals: each is walked once. */
const reverseOf = (nodes: readonly Node[]) => {
  const holdersOf = new Map<TargetList, { readonly from: number; readonly edge: Edge }[]>();
  nodes.forEach(({ edges }, from) => {
    for (const edge of edges)
      for (const list of edge.to) {
        const holders = holdersOf.get(list) ?? [];
        holders.push({ from, edge });
        holdersOf.set(list, holders);
      }
  });
  const listsWith = new Map<number, TargetList[]>();
  for (const list of holdersOf.keys())
    for (const { to: target } of list) {
      const lists = listsWith.get(target) ?? [];
      lists.push(list);
      listsWith.set(target, lists);
    }
  return { holdersOf, listsWith };
};

/** Those who are there, then those who get there by themselves in one step. */
const beginnings = (
  nodes: readonly Node[],
): { readonly routes: (Route | undefined)[]; readonly queue: number[] } => {
  const routes = nodes.map(({ administrator, edges }): Route | undefined => {
    if (administrator) return { steps: [] };
    const edge = edges.find(({ toAdministrator }) => toAdministrator);
    return edge && { steps: [{ path: edge.path, conditions: edge.conditions }] };
  });
  const queue = routes.flatMap((route, index) => (route === undefined ? [] : [index]));
  return {
    routes,
    queue: queue.sort((a, b) => (routes[a]?.steps.length ?? 0) - (routes[b]?.steps.length ?? 0)),
  };
};

/** Breadth first, backwards from the administrators; of several ways of the same length the one found first. */
export const routesToAdministrator = (nodes: readonly Node[]): readonly (Route | undefined)[] => {
  const { routes, queue } = beginnings(nodes);
  const { holdersOf, listsWith } = reverseOf(nodes);
  const done = new Set<TargetList>();
  const walk = (list: TargetList, target: number): void => {
    done.add(list);
    const conditions = list.find(({ to }) => to === target)?.conditions ?? [];
    for (const { from, edge } of holdersOf.get(list) ?? []) {
      if (routes[from] !== undefined) continue;
      routes[from] = {
        steps: [{ path: edge.path, to: target, conditions }, ...(routes[target]?.steps ?? [])],
      };
      queue.push(from);
    }
  };
  for (const target of queue)
    for (const list of listsWith.get(target) ?? []) if (!done.has(list)) walk(list, target);
  return routes;
};
