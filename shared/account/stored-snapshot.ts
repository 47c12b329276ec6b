import type { Collected, Collection } from './collected.ts';
import type { SourceName } from './snapshot.ts';

/** The text is no stored snapshot that this version can read. */
export class BadSnapshotError extends Error {
  override readonly name = 'BadSnapshotError';
}

/** A snapshot as it is stored: what AWS answered, word by word, so that later versions can judge it anew. */
interface StoredSnapshot {
  readonly schema: 'trailwarden.snapshot/1';
  readonly accountId: string;
  readonly runId: string;
  /** When the run began, ISO 8601 UTC. */
  readonly at: string;
  readonly sources: Readonly<Partial<Record<SourceName, Collected>>>;
}

/** The JSON text that a snapshot is stored as. */
export const snapshotText = (
  { accountId, runId, at }: { readonly accountId: string; readonly runId: string; readonly at: number },
  collection: Collection,
): string =>
  JSON.stringify({
    schema: 'trailwarden.snapshot/1',
    accountId,
    runId,
    at: new Date(at).toISOString(),
    sources: Object.fromEntries(collection),
  } satisfies StoredSnapshot);

const parsed = (text: string): Partial<StoredSnapshot> => {
  try {
    return JSON.parse(text) as Partial<StoredSnapshot>;
  } catch (cause) {
    throw new BadSnapshotError('it is no JSON', { cause });
  }
};

/**
 * What was read for a stored snapshot.
 *
 * @throws BadSnapshotError when it is none, or of a later version
 */
export const collectionIn = (text: string): Collection => {
  const { schema, sources } = parsed(text);
  if (schema !== 'trailwarden.snapshot/1' || sources === undefined)
    throw new BadSnapshotError(
      schema === undefined
        ? 'it is no snapshot: it has no schema'
        : `it is of the schema ${String(schema)}; this version reads trailwarden.snapshot/1`,
    );
  return new Map(Object.entries(sources)) as Collection;
};
