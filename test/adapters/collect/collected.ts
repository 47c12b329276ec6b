import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountSnapshot, SourceName } from '../../../shared/account/snapshot.ts';
import { sourceNames } from '../../../shared/account/source-calls.ts';
import { readAccountFolder } from '../../../shared/adapters/files/account-folder/read-account-folder.ts';
import { openCollectionFolder } from '../../../shared/adapters/files/account-folder/write-collection.ts';
import { collectAccount } from '../../../shared/app/collect-account.ts';
import { fixtureAccount, roleArn, userArn } from '../../fixtures/account/account-files.ts';
import { type Script, scriptedAccount } from './scripted-account.ts';
import { smallAccount } from './small-account.ts';

export const at = Date.parse('2026-03-04T05:06:07Z');
export const readAt = new Date(at).toISOString();
export const emptyFolder = (): string => join(mkdtempSync(join(tmpdir(), 'trailwarden-collect-')), 'account');

export const people = [roleArn('deploy'), userArn('kim')];

export const collect = async (
  script: Script,
  path = emptyFolder(),
  over: { now?: number; regions?: string[] } = {},
) => {
  const account = scriptedAccount(script, at, over.regions);
  const store = await openCollectionFolder({ path, accountId: fixtureAccount, now: over.now ?? at });
  const done = await collectAccount({
    collectorFor: account.collectorFor,
    store,
    accessPlan: async () => people,
    hasTime: () => true,
    tell: () => undefined,
  });
  await store.finish(done.collection);
  const { snapshot, faults, notes } = await readAccountFolder(path);
  return { ...account, ...done, path, snapshot, faults, notes };
};

export const sourceOf = async (name: SourceName, script: Script) =>
  (await collect({ ...smallAccount, ...script })).snapshot.sources[name];

export const values = ({ sources }: AccountSnapshot) =>
  Object.fromEntries(
    sourceNames.map((name) => {
      const source = sources[name];
      return [name, source.status === 'read' ? source.value : source.cause];
    }),
  );
