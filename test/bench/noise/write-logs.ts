import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Labelled } from './generator/record.ts';

/** Writes records as an organisation's trail does: gzip, one file for each account and day. */
export const writeLogs = (folder: string, records: readonly Labelled[]): void => {
  mkdirSync(folder, { recursive: true });
  const files = Map.groupBy(records, ({ at, record }) =>
    [record['recipientAccountId'], new Date(at).toISOString().slice(0, 10)].join('_'),
  );
  for (const [name, inFile] of files)
    writeFileSync(
      join(folder, `${name}.json.gz`),
      gzipSync(JSON.stringify({ Records: inFile.map(({ record }) => record) })),
    );
};
