import type { OrderedResult } from '../../../shared/app/scan-in-order.ts';
import {
  addCounts,
  countUndecided,
  noCounts,
  type ScanCounts,
  type ScanFindings,
  type ScanMatch,
  type ScanProblem,
  type UndecidedCounts,
} from '../../../shared/app/scan-result.ts';
import type { Finding } from '../../../shared/findings/finding.ts';
import { findingIdOfOccurrence } from '../../../shared/findings/finding-id.ts';
import { foldFindings } from '../../../shared/findings/fold-findings.ts';
import { dailyUseOf, groupUses, type NotedUse } from '../../../shared/inventory/daily-use.ts';
import { type RuleUsage, sumUsage } from '../../../shared/inventory/usage.ts';
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
  readonly undecided: UndecidedCounts;
  readonly inventory: readonly RuleUsage[];
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
  const undecided = countUndecided();
  const fold = foldFindings();
  const usage = sumUsage();
  const memory = rememberKeys();

  const addProblems = (from: string, found: readonly ScanProblem[]) => {
    problemCount += found.length;
    const room = Math.max(0, keptProblems - problems.length);
    problems.push(...found.slice(0, room).map((problem) => ({ ...problem, from })));
  };

  const addUses = (uses: readonly NotedUse[]) => {
    const fresh = uses.filter(({ eventId, accountId }) => !memory.hasSeen(`use ${accountId} ${eventId}`));
    for (const group of groupUses(fresh)) usage.add(dailyUseOf(group));
  };

  const add = (from: string, result: ScanFindings): readonly ScanMatch[] => {
    counts = addCounts(counts, result.counts);
    addProblems(from, result.problems);
    undecided.addAll(result.undecided);
    addUses(result.uses);
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
  };

  return {
    /** Takes a part in; gives back its matches without copies. */
    take({ from, result }: ScannedPart): readonly ScanMatch[] {
      if (from !== lastFrom) files += 1;
      lastFrom = from;
      return add(from, result);
    },
    /** Takes in what the second pass said of an event. */
    takeOrdered(result: OrderedResult): readonly ScanMatch[] {
      copies += result.copies;
      return add(result.from, result);
    },
    totals: (): ScanTotals => ({
      counts,
      findings: fold.findings(),
      problems,
      problemCount,
      copies,
      undecided: undecided.counts(),
      inventory: usage.usage(),
      files,
    }),
  };
};
