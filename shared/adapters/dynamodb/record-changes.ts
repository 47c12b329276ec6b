import type { FiledEvent, Finding, Occurrence, Undoing } from '../../findings/finding.ts';
import { assertSameFinding, findingIdOfOccurrence } from '../../findings/finding-id.ts';
import { FindingContendedError, type Recorded } from '../../findings/finding-store.ts';
import { isLatestUndoing, type NewsPolicy } from '../../findings/lifecycle.ts';
import {
  entryKeyOf,
  filedUndoing,
  type Recording,
  recordFirst,
  recordNext,
  recordUndoing,
} from '../../findings/recording.ts';
import { type Contention, overtaken, untilAhead } from './contention.ts';
import { fileOutbox, isFiled, recallUndoing, rememberUndoing } from './filed-items.ts';
import {
  clearOutbox,
  getFinding,
  markFindingAlerted,
  putFinding,
  type StoredFinding,
} from './finding-item.ts';
import type { FindingTable } from './finding-table.ts';

/** What the writing methods share. */
export interface Writing {
  readonly table: FindingTable;
  readonly newsPolicy: NewsPolicy;
  readonly contention: Contention;
}

const contended = (findingId: string) => (attempts: number) => new FindingContendedError(findingId, attempts);

const storedAs = ({ finding, entries }: Recording, before: StoredFinding | undefined): StoredFinding => ({
  finding,
  revision: (before?.revision ?? 0) + 1,
  newborn: before === undefined,
  outbox: Object.fromEntries(entries.map((entry) => [entryKeyOf(entry.event), entry])),
});

/**
 * The undoing that arrived while the finding was made: its writer saw no finding and the finding's writer saw no undoing. Both
 * look again after their write, so at least one sees the other; `newborn` makes the finding's second look survive a crash.
 */
const missedUndoing = async (
  { table }: Writing,
  { finding, newborn }: StoredFinding,
): Promise<FiledEvent | undefined> => {
  if (!newborn) return undefined;
  const undoing = await recallUndoing(table, finding.accountId, finding.id, finding.recordedAt);
  return undoing && isLatestUndoing(finding, undoing.event) ? undoing : undefined;
};

/** Puts a change; undefined when another writer was faster. */
const putChange = async (
  { table }: Writing,
  recording: Recording,
  before: StoredFinding | undefined,
): Promise<StoredFinding | undefined> => {
  const next = storedAs(recording, before);
  return (await putFinding(table, next, before)) ? next : undefined;
};

/**
 * Finishes what a put has promised: files the outbox, looks for an undoing that was missed, clears. Done by whoever meets a
 * finding with a promise open, since its writer may have crashed. Costs nothing when none is open.
 *
 * @returns the finding as it is then
 */
export const settle = (writing: Writing, stored: StoredFinding): Promise<StoredFinding> => {
  const { table, newsPolicy, contention } = writing;
  let current = stored;
  return untilAhead(contended(stored.finding.id), contention, async () => {
    const { finding } = current;
    await fileOutbox(table, current);
    const undoing = await missedUndoing(writing, current);
    if (!undoing) {
      await clearOutbox(table, current);
      return current;
    }
    const recording = recordUndoing(finding, undoing, finding.recordedAt, newsPolicy);
    const next = await putChange(writing, recording, current);
    if (next) {
      await fileOutbox(table, next);
      await clearOutbox(table, next);
      return next;
    }
    current = (await getFinding(table, finding.accountId, finding.id)) ?? current;
    return overtaken;
  });
};

const settled = async (writing: Writing, stored: StoredFinding, isDuplicate: boolean): Promise<Recorded> => ({
  finding: (await settle(writing, stored)).finding,
  isDuplicate,
});

const isRecorded = async (
  { table }: Writing,
  { finding, outbox }: StoredFinding,
  event: Pick<FiledEvent, 'role' | 'event'>,
): Promise<boolean> =>
  entryKeyOf(event) in outbox || (await isFiled(table, finding.accountId, finding.id, event));

/** A finding whose outbox may be dropped: the next put does that, so there is no need to clear it. */
const fulfilled = async (writing: Writing, stored: StoredFinding): Promise<StoredFinding> => {
  if (stored.newborn) return settle(writing, stored);
  await fileOutbox(writing.table, stored);
  return stored;
};

type Attempt = Promise<Recorded | typeof overtaken>;

/** Adds one event to a finding. `stored` was read before the event is looked for: one that left the outbox since is found filed. */
const add = async (
  writing: Writing,
  stored: StoredFinding,
  event: Pick<FiledEvent, 'role' | 'event'>,
  recordingOf: (before: Finding) => Recording,
): Attempt => {
  if (await isRecorded(writing, stored, event)) return settled(writing, stored, true);
  const ready = await fulfilled(writing, stored);
  // It may have been changed, and by this very event: look for the event again.
  if (ready.revision !== stored.revision) return overtaken;
  const next = await putChange(writing, recordingOf(ready.finding), ready);
  return next ? settled(writing, next, false) : overtaken;
};

const create = async (
  writing: Writing,
  occurrence: Occurrence,
  findingId: string,
  recordedAt: string,
): Attempt => {
  const { table, newsPolicy } = writing;
  const remembered = await recallUndoing(table, occurrence.accountId, findingId, recordedAt);
  const recording = recordFirst(occurrence, remembered, recordedAt, newsPolicy);
  const next = await putChange(writing, recording, undefined);
  return next ? settled(writing, next, false) : overtaken;
};

/** See `FindingStore.record`. */
export const record = (writing: Writing, occurrence: Occurrence, recordedAt: string): Promise<Recorded> => {
  const { table, newsPolicy, contention } = writing;
  const findingId = findingIdOfOccurrence(occurrence);
  return untilAhead(contended(findingId), contention, async () => {
    const stored = await getFinding(table, occurrence.accountId, findingId);
    if (!stored) return create(writing, occurrence, findingId, recordedAt);
    assertSameFinding(stored.finding, occurrence);
    return add(writing, stored, { role: 'seen', event: occurrence.event }, (before) =>
      recordNext(before, occurrence, recordedAt, newsPolicy),
    );
  });
};

/** See `FindingStore.resolve`. */
export const resolve = (
  writing: Writing,
  undoing: Undoing,
  recordedAt: string,
): Promise<Recorded | undefined> => {
  const { table, newsPolicy, contention } = writing;
  const { accountId, findingId } = undoing;
  const event = filedUndoing(undoing);
  return untilAhead(contended(findingId), contention, async () => {
    let stored = await getFinding(table, accountId, findingId);
    if (!stored) {
      await rememberUndoing(table, event, recordedAt);
      stored = await getFinding(table, accountId, findingId);
    }
    if (!stored) return undefined;
    return add(writing, stored, event, (before) => recordUndoing(before, event, recordedAt, newsPolicy));
  });
};

/** See `FindingStore.markAlerted`. */
export const markAlerted = async (
  writing: Writing,
  accountId: string,
  findingId: string,
  version: number,
): Promise<void> => {
  const marked = await markFindingAlerted(writing.table, accountId, findingId, version);
  if (marked) await settle(writing, marked);
};
