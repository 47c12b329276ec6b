import type { AccountSettings } from '../../../shared/account/account-settings.ts';
import { defaultReadLimits, readSmallLogFile } from '../../../shared/adapters/files/read-log.ts';
import type { LaterFacts } from '../../../shared/app/defer-event.ts';
import { type FirstOfDay, keepFirstOfDay } from '../../../shared/app/first-of-day.ts';
import { scanRecords } from '../../../shared/app/scan-records.ts';
import { noCounts, type ScanResult } from '../../../shared/app/scan-result.ts';
import type { CustomRule } from '../../../shared/custom-rules/custom-rule.ts';
import type { Unwrapped } from '../../../shared/events/unwrap.ts';
import type { Severity } from '../../../shared/rules/severity.ts';
import { rulesInForce } from './rules-in-force.ts';

/** The options of a scan that cross to a worker thread. */
export interface ScanSettings {
  readonly since: string | undefined;
  readonly minSeverity: Severity;
  readonly receivedAt: string;
  readonly settings: AccountSettings;
  readonly later: LaterFacts;
  readonly custom: readonly CustomRule[];
  /** Whether rules of kind inventory are run: they look at most records. */
  readonly inventory: boolean;
}

/** Files that one worker reads in one go. */
export interface ScanBatch {
  readonly paths: readonly string[];
  readonly settings: ScanSettings;
}

/** What a file gave; `tooLarge` when it must be streamed instead of read whole. */
export interface FileResult {
  readonly path: string;
  readonly result: ScanResult | 'tooLarge';
}

/** Checks records with all rules of the catalogue and of the owner that may find something. */
export const scanWith = (
  found: Iterable<Unwrapped>,
  from: string,
  settings: ScanSettings,
  firstOfDay: FirstOfDay,
): ScanResult => {
  const { index, ruleOf } = rulesInForce(settings);
  return scanRecords(found, { ...settings, firstOfDay, from, rules: index, ruleOf });
};

const scanFile = async (
  path: string,
  settings: ScanSettings,
  firstOfDay: FirstOfDay,
): Promise<FileResult> => {
  try {
    const found = await readSmallLogFile(path, defaultReadLimits);
    return { path, result: found ? scanWith(found, path, settings, firstOfDay) : 'tooLarge' };
  } catch (error) {
    return { path, result: unreadableFile(error) };
  }
};

/** The result of a file that could not be read at all (permission, gone meanwhile). */
export const unreadableFile = (error: unknown): ScanResult => ({
  counts: { ...noCounts, records: 1, unparsable: 1 },
  matches: [],
  occurrences: [],
  undoings: [],
  uses: [],
  problems: [{ position: '', cause: error instanceof Error ? error.message : String(error) }],
  undecided: {},
  deferred: [],
  spans: new Map(),
});

/** Reads and checks the files of a batch, in their order. Runs in a worker thread or in the main one. */
const scanBatch = async ({ paths, settings }: ScanBatch): Promise<readonly FileResult[]> => {
  const results: FileResult[] = [];
  const firstOfDay = keepFirstOfDay();
  for (const path of paths) results.push(await scanFile(path, settings, firstOfDay));
  return results;
};

// Piscina runs the default export of a worker file.
export default scanBatch;
