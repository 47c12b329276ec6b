import type { AccountSettings } from '../account/account-settings.ts';
import type { Rule } from '../rules/define-rule.ts';
import type { LaterFacts } from './defer-event.ts';

/** The rules of a scan. */
export interface ScannedRules {
  readonly run: readonly Rule[];
  /** Rules that cannot be decided whatever is in the log: they lack a setting. */
  readonly off: readonly Rule[];
}

/**
 * The rules that a scan runs. Rules of kind inventory find nothing and look at most records, so they are run only when asked for.
 */
export const scannedRules = (
  rules: readonly Rule[],
  settings: AccountSettings,
  has: LaterFacts,
  { inventory }: { readonly inventory: boolean },
): ScannedRules => {
  const { run = [], off = [] } = Object.groupBy(
    rules.filter(({ kind }) => inventory || kind !== 'inventory'),
    ({ needs = [], needsAddresses }) =>
      needs.some((name) => settings[name] === undefined) || (needsAddresses && !has.addresses)
        ? 'off'
        : 'run',
  );
  return { run, off };
};
