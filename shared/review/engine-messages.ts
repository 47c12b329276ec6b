import type { VerdictKind } from './define-check.ts';

/** What the engine says where a check could not, by message; checks must not use these keys. */
export const engineMessages: Readonly<
  Record<string, { readonly verdict: VerdictKind; readonly text: string }>
> = {
  'not-asked': {
    verdict: 'NOT_APPLICABLE',
    text: 'The profile {profile} does not ask for it; the setting review.alsoRun would.',
  },
  unavailable: { verdict: 'NOT_EVALUATED', text: 'Not judged: {cause}.' },
  unconfirmed: {
    verdict: 'NOT_EVALUATED',
    text: 'Nothing wrong in what could be read, but that was not all: {cause}.',
  },
  crashed: {
    verdict: 'NOT_EVALUATED',
    text: 'The check failed: {cause}. This is a fault in Trailwarden.',
  },
};
