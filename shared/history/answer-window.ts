import { countEvents } from './count-events.ts';
import { findSequence } from './find-sequence.ts';
import type { HistoryNeed, KnownHistory, NotedEvent } from './window.ts';

/** A need that is answered from the events around it. */
export type WindowNeed = Exclude<HistoryNeed, { kind: 'first-seen' }>;

/**
 * Answers a need from what is noted under its key within the window's length of the event, the event included.
 *
 * @param given the answers to the other events
 */
export const answerWindow = (
  need: WindowNeed,
  event: NotedEvent,
  noted: readonly NotedEvent[],
  given: readonly GivenAnswer[],
): KnownHistory => {
  const answer = need.kind === 'count' ? countEvents(need, event, noted) : findSequence(need, event, noted);
  return answer.status === 'met' && given.some(isFirstMet) ? { ...answer, repeats: true } : answer;
};

const isFirstMet = ({ status, repeats }: GivenAnswer): boolean => status === 'met' && !repeats;

/** What is kept of an answer, so that a redelivered event is answered as at first. */
export interface GivenAnswer {
  readonly status: KnownHistory['status'];
  readonly count: number;
  readonly repeats?: true;
  /** Ids of its events, each with the value it was noted with. */
  readonly of: readonly (readonly [id: string, value?: string])[];
}

export const givenAnswer = ({ events, ...answer }: KnownHistory): GivenAnswer => ({
  ...answer,
  of: events.map(({ id, value }) => (value === undefined ? [id] : [id, value])),
});

/** The answer as it was given. Of its events, those that have expired since are missing. */
export const recalledAnswer = (given: GivenAnswer, noted: readonly NotedEvent[]): KnownHistory => {
  const { of, ...answer } = given;
  const events = of.flatMap(([id, value]) => noted.find((one) => one.id === id && one.value === value) ?? []);
  return { ...answer, events };
};
