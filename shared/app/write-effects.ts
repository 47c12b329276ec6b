import type { FindingStore } from '../findings/finding-store.ts';
import type { EventEffects } from '../findings/from-evaluation.ts';
import { inParallel } from './in-parallel.ts';
import { noteErrors, noteFinding, type Tally } from './review-tally.ts';

/** Writes at once: enough to hide the latency of the table, too few to be throttled by it. */
export const writesAtOnce = 16;

/** Writes what a part of a review means for findings. What fails does not keep the rest from being written. */
export const writeEffects = async (
  { occurrences, undoings }: EventEffects,
  { recordedAt }: { readonly recordedAt: string },
  store: Pick<FindingStore, 'record' | 'resolve'>,
  tally: Tally,
): Promise<void> => {
  const steps = [
    ...occurrences.map((occurrence) => async () => {
      const { finding } = await store.record(occurrence, recordedAt);
      tally.recorded += 1;
      if (finding.status !== 'open') tally.corrected += 1;
      noteFinding(tally, finding);
    }),
    ...undoings.map((undoing) => async () => {
      const recorded = await store.resolve(undoing, recordedAt);
      if (!recorded) return;
      if (recorded.finding.status === 'resolved') tally.resolved += 1;
      noteFinding(tally, recorded.finding);
    }),
  ];
  noteErrors(tally, await inParallel(steps, writesAtOnce, (step) => step()));
};
