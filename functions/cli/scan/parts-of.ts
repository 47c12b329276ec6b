import { findLogFiles, NoSuchLogError } from '../../../shared/adapters/files/find-log-files.ts';
import { UsageError } from '../errors.ts';
import { showProgress } from './progress.ts';
import type { ScanSettings } from './scan-batch.ts';
import { type ScannedPart, scanFiles, scanInput } from './scan-files.ts';

/**
 * Reads and checks what the paths of a command line lead to; "-" is standard input.
 *
 * @throws UsageError for a path that leads to nothing
 */
export async function* partsOf(
  paths: readonly string[],
  settings: ScanSettings,
): AsyncGenerator<ScannedPart> {
  if (paths.includes('-')) {
    if (paths.length > 1) throw new UsageError('"-" reads standard input and goes with no other path');
    yield* scanInput(process.stdin, settings);
    return;
  }
  const files = await findLogFiles(paths).catch((error: unknown) => {
    if (error instanceof NoSuchLogError) throw new UsageError(error.message);
    throw error;
  });
  const progress = showProgress(files.length, 'files');
  const done = new Set<string>();
  for await (const part of scanFiles(files, settings)) {
    progress.at(done.add(part.from).size);
    yield part;
  }
  progress.end();
}
