import { type ExitCode, exitCodes } from './exit-codes.ts';

/**
 * An error that the person at the terminal can do something about. The message names cause and place, `fix` what to do;
 * it is shown without a stack.
 */
export class CliError extends Error {
  override readonly name: string = 'CliError';
  readonly fix: string | undefined;
  readonly exitCode: ExitCode;

  constructor(message: string, options: { fix?: string; exitCode?: ExitCode; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.fix = options.fix;
    this.exitCode = options.exitCode ?? exitCodes.unchecked;
  }
}

/** The command line asks for something that does not exist or cannot be done. Nothing was done; exit code 2. */
export class UsageError extends CliError {
  override readonly name = 'UsageError';

  constructor(message: string, fix?: string) {
    super(message, { exitCode: exitCodes.usage, ...(fix === undefined ? {} : { fix }) });
  }
}

/** The message of whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
