import { countEvents } from './count-events.ts';
import { findSequence } from './find-sequence.ts';
import type { HistoryNeed, KnownHistory, NotedEvent } from './window.ts';

/** A need that is answered from the events around it. */
export type WindowNeed = Exclude<HistoryNeed, { kind: 'first-seen' }>;

/** Answers a need from what is noted under its key, the event included. */
export const answerWindow = (
  need: WindowNeed,
  event: NotedEvent,
  noted: readonly NotedEvent[],
): KnownHistory =>
  need.kind === 'count' ? countEvents(need, event, noted) : findSequence(need, event, noted);

/** What is kept of an answer, so that a redelivered event is answered as at first. */
export interface GivenAnswer {
  readonly status: KnownHistory['status'];
  readonly count: number;
  /** Ids of its events, each with the value it was noted with. */
  readonly of: readonly (readonly [id: string, value?: string])[];
}

export const givenAnswer = ({ status, count, events }: KnownHistory): GivenAnswer => ({
  status,
  count,
  of: events.map(({ id, value }) => (value === undefined ? [id] : [id, value])),
});

/** The answer as it was given. Of its events, those that have expired since are missing. */
export const recalledAnswer = (given: GivenAnswer, noted: readonly NotedEvent[]): KnownHistory => {
  const { status, count, of } = given;
  const events = of.flatMap(([id, value]) => noted.find((one) => one.id === id && one.value === value) ?? []);
  return { status, count, events };
};
