import { BadHistoryFileError, readHistoryFile } from '../../../shared/adapters/files/history-file.ts';
import type { HistoryState } from '../../../shared/history/history-state.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { UsageError } from '../errors.ts';
import { unreadableFile } from '../unreadable-file.ts';

/**
 * Reads the file of `--history`; undefined when there is none.
 *
 * @throws UsageError when there is one that cannot be used
 */
export const readHistoryIfAny = async (path: string): Promise<HistoryState | undefined> => {
  try {
    return await readHistoryFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof BadHistoryFileError) throw new UsageError(terminalText(error.message));
    throw unreadableFile(path, error);
  }
};

/** @throws UsageError when there is no such file, or it cannot be used */
export const readHistory = async (path: string): Promise<HistoryState> => {
  const state = await readHistoryIfAny(path);
  if (state) return state;
  throw new UsageError(`${path}: no such file`, `Make it with: tw history prime ./AWSLogs --history ${path}`);
};
