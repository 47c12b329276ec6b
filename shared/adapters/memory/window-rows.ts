import { byTime } from '../../history/noted-order.ts';
import type { KnownHistory, NotedEvent } from '../../history/window.ts';

/** An event of a window, and what was answered when it was noted. */
export interface Row {
  readonly event: NotedEvent;
  answer?: KnownHistory;
}

/** How many forgotten rows may stand in front until they are cut off: cutting moves all others. */
const slack = 256;

const compare = (a: NotedEvent, b: NotedEvent): number => {
  const order = byTime(a, b);
  if (order !== 0 || a.value === b.value) return order;
  return (a.value ?? '') < (b.value ?? '') ? -1 : 1;
};

/** The events of one key, oldest first. Finding, adding at the end and forgetting are fast however many there are. */
export class WindowRows {
  #rows: Row[] = [];
  #first = 0;

  /** The first place, from `first` on, that `isBefore` does not hold of. */
  #placeWhere(isBefore: (event: NotedEvent) => boolean): number {
    let [low, high] = [this.#first, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = this.#rows[middle];
      if (row && isBefore(row.event)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The same event with the same value. */
  find(event: NotedEvent): Row | undefined {
    const row = this.#rows[this.#placeWhere((one) => compare(one, event) < 0)];
    return row && compare(row.event, event) === 0 ? row : undefined;
  }

  add(row: Row): void {
    const place = this.#placeWhere((one) => compare(one, row.event) < 0);
    if (place === this.#rows.length) this.#rows.push(row);
    else this.#rows.splice(place, 0, row);
  }

  forgetBefore(time: string): void {
    this.#first = this.#placeWhere((one) => one.time < time);
    if (this.#first < slack || this.#first * 2 < this.#rows.length) return;
    this.#rows = this.#rows.slice(this.#first);
    this.#first = 0;
  }

  /** Where the rows between two times, both included, begin and end. */
  span({ from, to }: { readonly from: string; readonly to: string }) {
    return {
      start: this.#placeWhere((one) => one.time < from),
      end: this.#placeWhere((one) => one.time <= to),
    };
  }

  slice(start: number, end: number): readonly NotedEvent[] {
    return this.#rows.slice(Math.max(start, this.#first), end).map(({ event }) => event);
  }

  isLast(event: NotedEvent): boolean {
    return this.#rows.at(-1)?.event === event;
  }

  all(): readonly NotedEvent[] {
    return this.slice(this.#first, this.#rows.length);
  }
}
