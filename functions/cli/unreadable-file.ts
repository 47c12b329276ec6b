import { messageOf, UsageError } from './errors.ts';

/** What Node's error codes mean to the person at the terminal. */
const causes: Readonly<Record<string, readonly [cause: string, fix: string]>> = {
  ENOENT: ['there is no such file', 'Check the path; a pattern that no file fits is passed on as it is.'],
  EISDIR: ['it is a folder', 'Name a file in it.'],
  EACCES: ['you may not read it', 'Change its permissions, or read it as its owner and pass it with "-".'],
};

/**
 * The error of a file that was named on the command line and could not be read.
 *
 * @param fix what the command asks for, when that says more
 */
export const unreadableFile = (file: string, error: unknown, fix?: string): UsageError => {
  const known = causes[(error as NodeJS.ErrnoException | undefined)?.code ?? ''];
  const name = file === '-' ? 'standard input' : file;
  return new UsageError(`${name} cannot be read: ${known?.[0] ?? messageOf(error)}.`, fix ?? known?.[1]);
};
