import { answerWindow, type WindowNeed } from '../../history/answer-window.ts';
import type { HistoryRequest } from '../../history/event-history.ts';
import { reachOf } from '../../history/noted-order.ts';
import type { KnownHistory, NotedEvent } from '../../history/window.ts';
import { notedEventOf } from '../../history/window-key.ts';
import { type Reach, rowIdOf } from './history-keys.ts';
import type { HistoryTable } from './history-table.ts';
import {
  getAnswer,
  hasMark,
  type KeptAnswer,
  putAnswer,
  putMark,
  putRow,
  readRows,
  type WindowReading,
} from './window-rows.ts';

/** What noting an event of a window needs besides the request. */
export interface WindowNoting {
  readonly table: HistoryTable;
  readonly reading: WindowReading;
  /** Epoch seconds. */
  readonly expiresAt: number;
}

/** So much happened under one key that no answer was found among what is read. The rule's key or its window is too wide. */
export class WindowOverflowError extends Error {
  override readonly name = 'WindowOverflowError';

  constructor({ ruleId, need }: HistoryRequest, events: number) {
    super(
      `the history of rule ${ruleId} holds more than ${events} events around this one under the key "${need.key}", and none of the latest ${events} decides it`,
    );
  }
}

const withOwn = (events: readonly NotedEvent[], own: NotedEvent): readonly NotedEvent[] =>
  events.some((event) => rowIdOf(event) === rowIdOf(own)) ? events : [...events, own];

/** Reads until the answer is "met", which more events cannot change, or the window is read. */
const judge = async (
  { table, reading }: WindowNoting,
  request: HistoryRequest,
  need: WindowNeed,
  event: NotedEvent,
): Promise<KnownHistory> => {
  const read: NotedEvent[] = [];
  let pages = 0;
  const reach = reachOf(event.time, need.withinMinutes);
  for await (const page of readRows(table, request, reach, reading.pageRows)) {
    pages += 1;
    if (pages > reading.maxPages) throw new WindowOverflowError(request, read.length);
    read.push(...page);
    const answer = answerWindow(need, event, withOwn(read, event), []);
    if (answer.status !== 'met') continue;
    return (await hasMark(table, request, reach)) ? { ...answer, repeats: true } : answer;
  }
  return answerWindow(need, event, withOwn(read, event), []);
};

/** The answer as it was given. Of its events, those that have expired since are missing. */
const recall = async (
  { table, reading }: WindowNoting,
  request: HistoryRequest,
  reach: Reach,
  { of, ...answer }: KeptAnswer,
): Promise<KnownHistory> => {
  const found = new Map<string, NotedEvent>();
  let pages = 0;
  for await (const page of readRows(table, request, reach, reading.pageRows)) {
    for (const event of page) found.set(rowIdOf(event), event);
    pages += 1;
    if (pages === reading.maxPages || of.every((id) => found.has(id))) break;
  }
  return { ...answer, events: of.flatMap((id) => found.get(id) ?? []) };
};

/** The answer that is kept for an event; undefined when there is none yet. */
const keptAnswer = async (
  noting: WindowNoting,
  request: HistoryRequest,
  need: WindowNeed,
  event: NotedEvent,
): Promise<KnownHistory | undefined> => {
  const kept = await getAnswer(noting.table, request, event);
  return kept && recall(noting, request, reachOf(event.time, need.withinMinutes), kept);
};

const isFirst = ({ status, repeats }: KnownHistory): boolean => status === 'met' && !repeats;

/**
 * Writes the event down, reads its window, keeps the answer. In this order: of two events that are written at the same time each sees the
 * other or is seen by it; and an answer that was kept before the process died is given again.
 */
export const noteWindow = async (
  noting: WindowNoting,
  request: HistoryRequest,
  need: WindowNeed,
): Promise<KnownHistory> => {
  const { table, expiresAt } = noting;
  const event = notedEventOf(request);
  const isNew = await putRow(table, request, event, expiresAt);
  const before = isNew ? undefined : await keptAnswer(noting, request, need, event);
  const judged = before ?? (await judge(noting, request, need, event));
  const isKept = before !== undefined || (await putAnswer(table, request, event, judged, expiresAt));
  // Where another delivery of the event was faster, its answer counts.
  const answer = isKept ? judged : ((await keptAnswer(noting, request, need, event)) ?? judged);
  // Marked again when the answer was kept before: whoever kept it may have died then.
  if (isFirst(answer)) await putMark(table, request, event, expiresAt);
  return answer;
};
