import { shownEvents } from '../../history/count-events.ts';
import { findSequence } from '../../history/find-sequence.ts';
import type { KeptWindow } from '../../history/history-state.ts';
import { isSame, reachOf } from '../../history/noted-order.ts';
import type { HistoryNeed, KnownHistory, NotedEvent } from '../../history/window.ts';

type WindowNeed = Exclude<HistoryNeed, { kind: 'first-seen' }>;

/** How many rows may stand before the window until they are cut off: cutting moves all others. */
const slack = 256;

const earliest = '0000';

/** The events of one key in the window that ends with the newest of them. */
export class OrderedWindow {
  #rows: NotedEvent[];
  /** Index of the first row that is in the window. */
  #first = 0;
  /** When each value was last seen, oldest first: a map keeps the order in which keys are set. */
  readonly #values = new Map<string, string>();
  #met: KeptWindow['met'];
  until: string;

  constructor({ rows, met, until }: Omit<KeptWindow, 'key'> = { rows: [], until: earliest }) {
    this.#rows = [...rows];
    this.#met = met;
    this.until = until;
    for (const row of rows) this.#see(row);
  }

  #see({ value, time }: NotedEvent): void {
    if (value === undefined) return;
    this.#values.delete(value);
    this.#values.set(value, time);
  }

  #forgetBefore(from: string): void {
    for (let row = this.#rows[this.#first]; row && row.time < from; row = this.#rows[this.#first])
      this.#first += 1;
    for (const [value, time] of this.#values) {
      if (time >= from) break;
      this.#values.delete(value);
    }
    if (this.#first < slack || this.#first * 2 < this.#rows.length) return;
    this.#rows = this.#rows.slice(this.#first);
    this.#first = 0;
  }

  /** Whether a rule asks for the same event once more. */
  #has(event: NotedEvent): boolean {
    for (let i = this.#rows.length - 1; this.#rows[i]?.id === event.id; i -= 1)
      if (isSame(this.#rows[i] as NotedEvent, event)) return true;
    return false;
  }

  #answer(need: WindowNeed, event: NotedEvent): KnownHistory {
    if (need.kind === 'sequence') return findSequence(need, event, this.#rows.slice(this.#first));
    const count = need.distinct === undefined ? this.#rows.length - this.#first : this.#values.size;
    return {
      status: count >= need.threshold ? 'met' : 'not-met',
      count,
      events: this.#rows.slice(Math.max(this.#first, this.#rows.length - shownEvents)),
    };
  }

  /** Takes an event in that is no older than those before, and tells nothing of it. */
  remember(need: WindowNeed, event: NotedEvent): void {
    const { from, to } = reachOf(event.time, need.withinMinutes);
    this.#forgetBefore(from);
    if (!this.#has(event)) this.#rows.push(event);
    this.#see(event);
    this.until = to;
  }

  /** As `remember`, and answers. */
  note(need: WindowNeed, event: NotedEvent): KnownHistory {
    this.remember(need, event);
    const answer = this.#answer(need, event);
    if (answer.status !== 'met') return answer;
    const { from } = reachOf(event.time, need.withinMinutes);
    if (this.#met && this.#met.time >= from && !isSame(this.#met, event)) return { ...answer, repeats: true };
    const { note: _, ...met } = event;
    this.#met = met;
    return answer;
  }

  state(): Omit<KeptWindow, 'key'> {
    return {
      until: this.until,
      rows: this.#rows.slice(this.#first),
      ...(this.#met ? { met: this.#met } : {}),
    };
  }
}
