import {
  addCounts,
  noCounts,
  type ScanCounts,
  type ScanMatch,
  type ScanProblem,
} from '../../../shared/app/scan-records.ts';
import type { Finding } from '../../../shared/findings/finding.ts';
import { findingIdOfOccurrence } from '../../../shared/findings/finding-id.ts';
import { foldFindings } from '../../../shared/findings/fold-findings.ts';
import type { ScannedPart } from './scan-files.ts';
import { rememberKeys } from './seen-before.ts';

const keptProblems = 1000;

/** What a whole scan gave. */
export interface ScanTotals {
  readonly counts: ScanCounts;
  readonly findings: readonly Finding[];
  /** The first of them, with the file they are from. */
  readonly problems: readonly (ScanProblem & { readonly from: string })[];
  readonly problemCount: number;
  /** Copies of records that had been seen before and count once. */
  readonly copies: number;
  readonly inconclusive: Readonly<Record<string, number>>;
  readonly files: number;
}

/** Adds up the parts of a scan; copies of an event count once. */
export const tallyScan = (keepFindings: boolean) => {
  let counts = noCounts;
  let copies = 0;
  let problemCount = 0;
  let files = 0;
  let lastFrom: string | undefined;
  const problems: (ScanProblem & { readonly from: string })[] = [];
  const inconclusive: Record<string, number> = {};
  const fold = foldFindings();
  const memory = rememberKeys();

  const addProblems = ({ from, result }: ScannedPart) => {
    problemCount += result.problems.length;
    const room = Math.max(0, keptProblems - problems.length);
    problems.push(...result.problems.slice(0, room).map((problem) => ({ ...problem, from })));
    for (const [id, times] of Object.entries(result.inconclusive))
      inconclusive[id] = (inconclusive[id] ?? 0) + times;
  };

  return {
    /** Takes a part in; gives back its matches without copies. */
    take(part: ScannedPart): readonly ScanMatch[] {
      if (part.from !== lastFrom) files += 1;
      lastFrom = part.from;
      const { result } = part;
      counts = addCounts(counts, result.counts);
      addProblems(part);
      const fresh = result.occurrences.map(
        (occurrence) => !memory.hasSeen(`${findingIdOfOccurrence(occurrence)} ${occurrence.event.id}`),
      );
      copies += fresh.filter((isFresh) => !isFresh).length;
      if (keepFindings)
        fold.add(
          result.occurrences.filter((_, i) => fresh[i]),
          result.undoings,
        );
      return result.matches.filter((_, i) => fresh[i]);
    },
    totals: (): ScanTotals => ({
      counts,
      findings: fold.findings(),
      problems,
      problemCount,
      copies,
      inconclusive,
      files,
    }),
  };
};
