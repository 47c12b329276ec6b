import {
  dayOf,
  firstDayOf,
  judgeFirstSeen,
  primedSighting,
  type Sighting,
} from '../../history/first-sighting.ts';
import type { KeptSightings as SightingsState } from '../../history/history-state.ts';
import type { HistoryAnswer, NotedEvent } from '../../history/window.ts';

/** The days on which one first-seen key was seen. */
export class KeptSightings {
  /** Oldest first, one a day. */
  #days: readonly Sighting[];
  /** When the key is unseen again: ISO 8601. */
  until: string;

  constructor({ sightings, until }: Omit<SightingsState, 'key'> = { sightings: [], until: '' }) {
    this.#days = sightings;
    this.until = until;
  }

  #keep(keep: Sighting | undefined, atMost: number): void {
    if (!keep) return;
    this.#days = [...this.#days.filter(({ day }) => day !== keep.day), keep]
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .slice(-atMost);
  }

  /**
   * Takes an event in and answers; one that was answered before gets the same answer.
   *
   * @param since when the history begins, ISO 8601
   * @param late days that an event may come late
   */
  note(days: number, event: NotedEvent, since: string, late: number): HistoryAnswer {
    const [from, to] = [firstDayOf(event, days), dayOf(event.time)];
    const seen = this.#days.filter(({ day }) => day >= from && day <= to);
    const { answer, keep } = judgeFirstSeen(days, event, seen, since);
    this.#keep(keep, days + 2 + late);
    return answer;
  }

  /** Takes an event in, and tells nothing of it. */
  remember(days: number, event: NotedEvent, late: number): void {
    const today = this.#days.find(({ day }) => day === dayOf(event.time));
    this.#keep(primedSighting(event, today), days + 2 + late);
  }

  state(): Omit<SightingsState, 'key'> {
    return { until: this.until, sightings: this.#days };
  }
}
