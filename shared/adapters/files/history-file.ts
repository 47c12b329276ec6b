import { open, rename, rm } from 'node:fs/promises';
import * as z from 'zod/mini';
import { emptyState, type HistoryState } from '../../history/history-state.ts';
import { linesOf } from './lines-of.ts';

/** The file cannot be used; the message names file, line and cause. */
export class BadHistoryFileError extends Error {
  override readonly name = 'BadHistoryFileError';
}

const format = 'trailwarden-history';
const version = 1;

const time = z.iso.datetime();
const span = z.strictObject({ from: time, to: time });
const headSchema = z.object({
  format: z.literal(format),
  version: z.number(),
  spans: z.record(z.string(), span),
  rules: z.array(z.string()),
});

const key = z.array(z.union([z.string(), z.number(), z.boolean()]));
const row = z.strictObject({
  id: z.string(),
  time,
  value: z.optional(z.string()),
  note: z.optional(z.record(z.string(), z.string())),
});
const lineSchema = z.union([
  z.strictObject({
    seen: key,
    until: time,
    days: z.array(z.strictObject({ at: time, by: z.string(), met: z.optional(z.array(z.string())) })),
  }),
  z.strictObject({ window: key, until: time, rows: z.array(row), metAt: z.array(time) }),
]);

type Line = z.infer<typeof lineSchema>;

function* textsOf({ spans, ruleIds, windows, sightings }: HistoryState): Generator<unknown> {
  yield { format, version, spans: Object.fromEntries(spans), rules: [...ruleIds].sort() };
  for (const { key: text, until, sightings: days } of sightings) {
    const kept = days.map(({ at, by, met }) => (met.length === 0 ? { at, by } : { at, by, met }));
    yield { seen: JSON.parse(text), until, days: kept };
  }
  for (const { key: text, ...rest } of windows) yield { window: JSON.parse(text), ...rest };
}

/**
 * Writes a history: JSON lines, the first about the whole, then one for each key (docs/scanning.md). The file is replaced when all of it is written;
 * only this user may read it, since it names people and addresses.
 */
export const writeHistoryFile = async (path: string, state: HistoryState): Promise<void> => {
  const beside = `${path}.${process.pid}.tmp`;
  const file = await open(beside, 'wx', 0o600);
  try {
    let text = '';
    for (const line of textsOf(state)) {
      text += `${JSON.stringify(line)}\n`;
      if (text.length < 2 ** 20) continue;
      await file.write(text);
      text = '';
    }
    await file.write(text);
    await file.close();
    await rename(beside, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(beside, { force: true });
    throw error;
  }
};

const causeOf = (error: z.core.$ZodError): string => {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'the line'}: ${issue.message}` : 'of another shape';
};

const parsed = (text: string, at: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadHistoryFileError(
      `${at}: no JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
};

const headOf = (text: string, path: string): Pick<HistoryState, 'spans' | 'ruleIds'> => {
  const head = headSchema.safeParse(parsed(text, `${path}, line 1`));
  if (!head.success)
    throw new BadHistoryFileError(`${path}, line 1: not a history of Trailwarden: ${causeOf(head.error)}`);
  if (head.data.version !== version)
    throw new BadHistoryFileError(
      `${path}, line 1: version ${head.data.version}; this program reads version ${version}. Prime a new file.`,
    );
  return { spans: new Map(Object.entries(head.data.spans)), ruleIds: new Set(head.data.rules) };
};

const lineOf = (text: string, at: string): Line => {
  const line = lineSchema.safeParse(parsed(text, at));
  if (line.success) return line.data;
  throw new BadHistoryFileError(`${at}: ${causeOf(line.error)}`);
};

const rowOf = ({ id, time: when, value, note }: z.infer<typeof row>) => ({
  id,
  time: when,
  ...(value === undefined ? {} : { value }),
  ...(note === undefined ? {} : { note }),
});

/**
 * Reads a history.
 *
 * @throws BadHistoryFileError when it cannot be used; a system error when it cannot be read
 */
export const readHistoryFile = async (path: string): Promise<HistoryState> => {
  const windows: HistoryState['windows'][number][] = [];
  const sightings: HistoryState['sightings'][number][] = [];
  let head: Pick<HistoryState, 'spans' | 'ruleIds'> | undefined;
  let number = 0;
  for await (const text of linesOf(path)) {
    number += 1;
    if (!head) {
      head = headOf(text, path);
      continue;
    }
    const line = lineOf(text, `${path}, line ${number}`);
    if ('seen' in line) {
      const days = line.days.map(({ at, by, met = [] }) => ({ day: at.slice(0, 10), at, by, met }));
      sightings.push({ key: JSON.stringify(line.seen), until: line.until, sightings: days });
    } else {
      const { window, until, rows, metAt } = line;
      windows.push({ key: JSON.stringify(window), until, rows: rows.map(rowOf), metAt });
    }
  }
  if (!head) throw new BadHistoryFileError(`${path}: the file is empty`);
  return { ...emptyState, ...head, windows, sightings };
};
