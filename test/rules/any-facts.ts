import type { LookupAnswer } from '../../shared/account/lookup.ts';
import type { Example } from '../../shared/rules/define-rule.ts';
import type { FactSource } from '../../shared/rules/facts.ts';

const readAt = '2026-03-04T05:06:08.000Z';

/** Answers every question, whichever its id, as an example answers the first of that kind; every history is met, by events without a note. */
export const anyFacts = ({ settings = {}, lookups = {} }: Example): FactSource => ({
  settings,
  lookup: ({ kind }): LookupAnswer => {
    const value = Object.values(lookups[kind] ?? {}).find((it) => it !== null);
    return value === undefined
      ? { status: 'absent', kind, readAt }
      : { status: 'found', kind, value, readAt };
  },
  history: () => ({ status: 'met', count: 1, events: [{ id: 'one', time: readAt }] }),
});
