import {
  dayOf,
  daysAfter,
  firstDayOf,
  judgeFirstSeen,
  primedSighting,
  type Sighting,
} from '../../history/first-sighting.ts';
import type { KeptSightings } from '../../history/history-state.ts';
import type { HistoryAnswer, NotedEvent } from '../../history/window.ts';

const earliest = '0000';

/** The days on which one first-seen key was seen. */
export class OrderedSightings {
  #days: readonly Sighting[];
  until: string;

  constructor({ sightings, until }: Omit<KeptSightings, 'key'> = { sightings: [], until: earliest }) {
    this.#days = sightings;
    this.until = until;
  }

  #since(event: NotedEvent, days: number): readonly Sighting[] {
    const from = firstDayOf(event, days);
    return this.#days.filter(({ day }) => day >= from);
  }

  #keep(keep: Sighting | undefined, seen: readonly Sighting[], days: number): void {
    if (!keep) return;
    this.#days = [...seen.filter(({ day }) => day !== keep.day), keep];
    this.until = daysAfter(keep.at, days + 1);
  }

  /** Takes an event in that is no older than those before, and tells nothing of it. */
  remember(days: number, event: NotedEvent): void {
    const seen = this.#since(event, days);
    const today = seen.find(({ day }) => day === dayOf(event.time));
    this.#keep(primedSighting(event, today), seen, days);
  }

  /** As `remember`, and answers. */
  note(days: number, event: NotedEvent, since: string): HistoryAnswer {
    const seen = this.#since(event, days);
    const { answer, keep } = judgeFirstSeen(days, event, seen, since);
    this.#keep(keep, seen, days);
    return answer;
  }

  state(): Omit<KeptSightings, 'key'> {
    return { until: this.until, sightings: this.#days };
  }
}
