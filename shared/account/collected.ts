import type { FailedCall } from './failed-call.ts';
import type { SourceName } from './snapshot.ts';

/** What AWS answered, as a file of an account's folder (docs/review.md): JSON as the AWS command line prints it, or the CSV of the report. */
export interface CollectedFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** When AWS was asked; of the credential report, when AWS made it. ISO 8601 UTC. */
  readonly readAt: string;
}

/** All that was read for one source. */
export interface Collected {
  readonly files: readonly CollectedFile[];
  /** Calls that AWS answered with an error, by name as `errors.json` writes them: `ListUsers`, `DescribeHub@eu-west-1`. */
  readonly failures: Readonly<Record<string, FailedCall>>;
  /** When the source was read, ISO 8601 UTC. */
  readonly readAt: string;
}

/** What was read of an account, by source. */
export type Collection = ReadonlyMap<SourceName, Collected>;

/** All failures of a collection, as `errors.json` has them. */
export const failuresIn = (collection: Collection): Readonly<Record<string, FailedCall>> =>
  Object.fromEntries([...collection.values()].flatMap(({ failures }) => Object.entries(failures)));

/** The collection in parts of the same source, put together. */
export const joined = (parts: readonly Collected[]): Collected => ({
  files: parts.flatMap(({ files }) => files),
  failures: Object.fromEntries(parts.flatMap(({ failures }) => Object.entries(failures))),
  // As old as its oldest part.
  readAt: parts.map(({ readAt }) => readAt).toSorted()[0] ?? '',
});
