import type { AccountSnapshot } from '../../../shared/account/snapshot.ts';
import { sourceNames } from '../../../shared/account/source-calls.ts';
import type { AccountFolder } from '../../../shared/adapters/files/account-folder/read-account-folder.ts';
import type { Criteria } from '../../../shared/review/criteria.ts';
import type { Verdict } from '../../../shared/review/run-checks.ts';
import type { VerdictCounts } from '../../../shared/review/verdict-counts.ts';
import { painted } from '../terminal.ts';
import { countsLine } from './count-verdicts.ts';

/** A review that is done, and what it was made of. */
export interface DoneReview {
  readonly folder: AccountFolder;
  readonly criteria: Criteria;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly counts: VerdictCounts;
  readonly checkCount: number;
  /** Those that the format shows at the end. */
  readonly kept: readonly Verdict[];
}

const accountLine = ({ accountId }: AccountSnapshot, { criteria, at }: DoneReview): string =>
  `Account ${accountId ?? '(not named by any file)'}, judged as of ${new Date(at).toISOString().slice(0, 19)}Z by the profile ${criteria.profile}.`;

/** How old what was judged is: nobody should take an old folder for today's account. */
const ageLine = ({ sources }: AccountSnapshot): string | undefined => {
  const times = sourceNames
    .map((name) => sources[name])
    .flatMap((source) => (source.status === 'read' ? [source.readAt] : []))
    .toSorted();
  const [oldest] = times;
  if (oldest === undefined) return undefined;
  const newest = times.at(-1) ?? oldest;
  const short = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
  return oldest.slice(0, 16) === newest.slice(0, 16)
    ? `Files of ${short(oldest)}.`
    : `Files of ${short(oldest)} to ${short(newest)}.`;
};

/** The last lines: the counts, which add up, and what was judged by what. */
export const closingOf = (done: DoneReview): string => {
  const { snapshot } = done.folder;
  return [
    painted('bold', countsLine(done.counts, done.checkCount)),
    [accountLine(snapshot, done), ageLine(snapshot)].filter((line) => line !== undefined).join(' '),
  ].join('\n');
};

/** The whole review as one JSON document; `kept` holds every verdict. */
export const documentOf = ({ folder, criteria, at, counts }: DoneReview) => {
  const { accountId, partition, sources } = folder.snapshot;
  return {
    ...(accountId === undefined ? {} : { accountId }),
    partition,
    at: new Date(at).toISOString(),
    profile: criteria.profile,
    thresholds: criteria.thresholds,
    sources: Object.fromEntries(
      sourceNames.map((name) => {
        const source = sources[name];
        return [name, source.status === 'read' ? { readAt: source.readAt } : { cause: source.cause }];
      }),
    ),
    counts,
    faults: folder.faults,
    notes: folder.notes,
  };
};
