import type { AccountSettings } from '../account/account-settings.ts';
import type { Rule } from '../rules/define-rule.ts';
import type { LaterFacts } from './defer-event.ts';

/** The rules of a scan. */
export interface ScannedRules {
  readonly run: readonly Rule[];
  /** Rules that cannot be decided whatever is in the log: they lack a setting. */
  readonly off: readonly Rule[];
}

/** Inventory is for reports of a deployed monitor: it finds nothing, so a scan leaves it out. */
export const scannedRules = (
  rules: readonly Rule[],
  settings: AccountSettings,
  has: LaterFacts,
): ScannedRules => {
  const { run = [], off = [] } = Object.groupBy(
    rules.filter(({ kind }) => kind !== 'inventory'),
    ({ needs = [], needsAddresses }) =>
      needs.some((name) => settings[name] === undefined) || (needsAddresses && !has.addresses)
        ? 'off'
        : 'run',
  );
  return { run, off };
};
