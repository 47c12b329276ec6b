import type { Rule } from '../define-rule.ts';
import { compileDetail } from '../detail-filter.ts';
import type { Trigger } from '../trigger.ts';
import type { KnownAction } from './known-actions.ts';

/** Which rules see an action, and how. */
export interface Watching {
  /** Rules that name the action: findings come of it. */
  readonly named: readonly Rule[];
  /** Rules that name the action and only record it. */
  readonly recorded: readonly Rule[];
  /** Conditions that the action may end. */
  readonly ended: readonly Rule[];
  /** Rules that look at who calls and how, whatever the call is: they do not make an action covered. */
  readonly byCircumstance: readonly Rule[];
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const bareName = (action: string): string => action.slice(action.indexOf(':') + 1);

/** A trigger on services names its actions when its filter does. */
const namesBy = (on: Extract<Trigger, { services: unknown }>, { service, action }: KnownAction): boolean => {
  const names = on.where?.['eventName'];
  if (!names || !on.services.includes(service)) return false;
  return compileDetail({ eventName: names })({ eventName: bareName(action) });
};

const isNamedBy = ({ on }: Rule, known: KnownAction): boolean => {
  if ('actions' in on) return on.actions.some((action) => same(action, known.action));
  return 'services' in on && namesBy(on, known);
};

const isCircumstance = ({ on }: Rule, { service }: KnownAction): boolean =>
  'anyCall' in on ||
  ('services' in on && on.where?.['eventName'] === undefined && on.services.includes(service));

/** Works out from the triggers which rules see an action. */
export const watchingOf = (known: KnownAction, rules: readonly Rule[]): Watching => {
  const naming = rules.filter((rule) => isNamedBy(rule, known));
  return {
    named: naming.filter(({ kind }) => kind !== 'inventory'),
    recorded: naming.filter(({ kind }) => kind === 'inventory'),
    ended: rules.filter(({ undoneBy = [] }) =>
      undoneBy.some(({ actions }) => actions.some((action) => same(action, known.action))),
    ),
    byCircumstance: rules.filter((rule) => isCircumstance(rule, known)),
  };
};
