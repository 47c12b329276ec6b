import { countEvents, shownEvents } from '../../history/count-events.ts';
import { findSequence } from '../../history/find-sequence.ts';
import type { KeptWindow as WindowState } from '../../history/history-state.ts';
import { reachOf } from '../../history/noted-order.ts';
import type { HistoryNeed, KnownHistory, NotedEvent } from '../../history/window.ts';
import { WindowRows } from './window-rows.ts';

export type WindowNeed = Exclude<HistoryNeed, { kind: 'first-seen' }>;

/** The events of one key of a count or a sequence. */
export class KeptWindow {
  readonly #rows = new WindowRows();
  /** Times of the events that met the window anew, oldest first: few, since the next ones repeat it. */
  #metAt: readonly string[];
  /** When nothing of it is needed any more: ISO 8601. */
  until: string;

  constructor({ rows, metAt, until }: Omit<WindowState, 'key'> = { rows: [], metAt: [], until: '' }) {
    for (const event of rows) this.#rows.add({ event });
    this.#metAt = metAt;
    this.until = until;
  }

  #forgetBefore(time: string): void {
    this.#rows.forgetBefore(time);
    if (this.#metAt[0] !== undefined && this.#metAt[0] < time)
      this.#metAt = this.#metAt.filter((at) => at >= time);
  }

  /** The window that ends with its newest event is the fullest that holds it. */
  #countLatest(need: Extract<WindowNeed, { kind: 'count' }>, start: number, end: number): KnownHistory {
    const count =
      need.distinct === undefined
        ? end - start
        : new Set(this.#rows.slice(start, end).map(({ value }) => value)).size;
    return {
      status: count >= need.threshold ? 'met' : 'not-met',
      count,
      events: this.#rows.slice(Math.max(start, end - shownEvents), end),
    };
  }

  #judge(need: WindowNeed, event: NotedEvent): KnownHistory {
    const { start, end } = this.#rows.span(reachOf(event.time, need.withinMinutes));
    if (need.kind === 'sequence') return findSequence(need, event, this.#rows.slice(start, end));
    return this.#rows.isLast(event)
      ? this.#countLatest(need, start, end)
      : countEvents(need, event, this.#rows.slice(start, end));
  }

  #answer(need: WindowNeed, event: NotedEvent): KnownHistory {
    const answer = this.#judge(need, event);
    if (answer.status !== 'met') return answer;
    const { from, to } = reachOf(event.time, need.withinMinutes);
    if (this.#metAt.some((at) => at >= from && at <= to)) return { ...answer, repeats: true };
    this.#metAt = [...this.#metAt, event.time].sort();
    return answer;
  }

  /**
   * Takes an event in and answers; one that was answered before gets the same answer.
   *
   * @param oldest what is older is forgotten, ISO 8601
   */
  note(need: WindowNeed, event: NotedEvent, oldest: string): KnownHistory {
    const known = this.#rows.find(event);
    if (known?.answer) return known.answer;
    this.#forgetBefore(oldest);
    const row = known ?? { event };
    if (!known) this.#rows.add(row);
    row.answer = this.#answer(need, row.event);
    return row.answer;
  }

  /** Takes an event in, and tells nothing of it. */
  remember(event: NotedEvent, oldest: string): void {
    this.#forgetBefore(oldest);
    if (event.time >= oldest && !this.#rows.find(event)) this.#rows.add({ event });
  }

  state(): Omit<WindowState, 'key'> {
    return { until: this.until, rows: this.#rows.all(), metAt: this.#metAt };
  }
}
