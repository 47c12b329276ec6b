import { Command, CommanderError } from 'commander';
import { CliError, messageOf } from './errors.ts';
import { type ExitCode, endWith, exitCodes } from './exit-codes.ts';
import { painted } from './terminal.ts';

const examples = `
Examples:
  $ tw demo                                     a sample story: findings, alerts, no credentials
  $ tw scan ./cloudtrail-logs                   check CloudTrail files or folders
  $ tw scan ./logs --fail-on high --format jsonl | jq .ruleId
  $ tw explain root-console-login               what a rule means and what to do
  $ tw rules list --severity critical           the catalogue

Exit codes:
  0  nothing found
  1  something found: findings, failing examples, stale pages
  2  the command line is wrong; nothing was done
  3  something could not be checked

Colours are used on terminals only; NO_COLOR switches them off. DEBUG=1 shows the stack of an unexpected error.`;

/**
 * The empty `tw` command: help, version and how errors are told. Commands add themselves by `registerX(program)`; they tell
 * their result by `endWith` and their errors by throwing a `CliError`.
 *
 * @param version shown by `--version`
 */
export const createProgram = (version: string): Command =>
  new Command('tw')
    .description('Watches AWS IAM: CloudTrail events in, findings and alerts out.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help of a command')
    .configureHelp({ styleTitle: (title) => painted('bold', title) })
    .showHelpAfterError('Run it with --help to see how it is used.')
    .addHelpText('after', examples)
    .exitOverride();

const tellError = (text: string): void => {
  process.stderr.write(`${painted('red', 'error:', process.stderr)} ${text}\n`);
};

const tellUnexpected = (error: unknown): void => {
  tellError(`something unexpected happened: ${messageOf(error)}`);
  if (process.env['DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  else process.stderr.write('This is a fault in Trailwarden; DEBUG=1 shows where.\n');
};

const tellCliError = (error: CliError): void => {
  tellError(error.message);
  if (error.fix !== undefined) process.stderr.write(`${error.fix}\n`);
  if (process.env['DEBUG']) process.stderr.write(`${error.stack ?? ''}\n`);
};

/** Writes what went wrong, in a sentence, and says which exit code it means. */
const tell = (error: unknown): ExitCode => {
  // Commander has already written its message; help and version "fail" with exit code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  if (error instanceof CliError) {
    tellCliError(error);
    return error.exitCode;
  }
  tellUnexpected(error);
  return exitCodes.unchecked;
};

/**
 * Runs the command line; every error is told in a sentence and in `process.exitCode`, none is thrown.
 *
 * @param program the commands, or the promise of them: what goes wrong while they load is told as well
 */
export const runProgram = async (
  program: Command | Promise<Command>,
  args: readonly string[],
): Promise<void> => {
  try {
    const commands = await program;
    await commands.parseAsync([...args], { from: 'user' });
  } catch (error) {
    endWith(tell(error));
  }
};

/** A reader that stops early (`| head`) is no error: writing to it ends the process quietly. */
export const endQuietlyOnClosedPipe = (): void => {
  for (const output of [process.stdout, process.stderr])
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
};
