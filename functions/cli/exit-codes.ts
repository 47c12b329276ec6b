/** What the process says by its exit code; the same for every command. */
export const exitCodes = {
  /** Done, and nothing found. */
  clean: 0,
  /** Done, and something found: findings, failing examples, stale pages. */
  findings: 1,
  /** The command line is wrong; nothing was done. */
  usage: 2,
  /** Something could not be checked: silence would not mean that all is well. */
  unchecked: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const rising: readonly ExitCode[] = [
  exitCodes.clean,
  exitCodes.findings,
  exitCodes.usage,
  exitCodes.unchecked,
];

/** Sets the exit code of the process; a worse one that is already set stays. */
export const endWith = (code: ExitCode): void => {
  const current = rising.indexOf((process.exitCode ?? exitCodes.clean) as ExitCode);
  if (rising.indexOf(code) > current) process.exitCode = code;
};
