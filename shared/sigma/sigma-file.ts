/** A rule file as it was read; the core reads no files itself. */
export interface SigmaFile {
  /** As it is shown to people, e.g. `rules/backdoor.yml`. */
  readonly path: string;
  readonly text: string;
}

/** What is wrong with a file, or worth knowing of it, and where. */
export interface SigmaRemark {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** Takes down what is wrong at a line; the reader goes on, so that all faults of a file are told at once. */
export type Report = (line: number, message: string) => void;

/** Faults refuse a rule; notes are worth knowing but refuse nothing. */
export interface Reports {
  readonly fault: Report;
  readonly note: Report;
}
