import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  FolderTakenError,
  openCollectionFolder,
} from '../../../shared/adapters/files/account-folder/write-collection.ts';
import { collectAccount } from '../../../shared/app/collect-account.ts';
import { fixtureAccount, roleArn, userArn } from '../../fixtures/account/account-files.ts';
import { at, collect, emptyFolder, values } from './collected.ts';
import { refused, scriptedAccount } from './scripted-account.ts';
import { smallAccount } from './small-account.ts';

describe('a run that was cut off', () => {
  const cutOff = async (path: string) => {
    const account = scriptedAccount({ ...smallAccount, ListSAMLProviders: refused('ServiceFailure') }, at);
    const store = await openCollectionFolder({ path, accountId: fixtureAccount, now: at });
    let parts = 0;
    await collectAccount({
      collectorFor: account.collectorFor,
      store,
      accessPlan: async () => [roleArn('deploy')],
      hasTime: () => parts++ === 0,
      tell: () => undefined,
    });
  };

  it('goes on with what is missing and what failed', async () => {
    const path = emptyFolder();
    await cutOff(path);
    const { asked, snapshot } = await collect(smallAccount, path, { now: at + 60_000 });
    const again = new Set(asked.map(({ call }) => call));
    expect([...again].filter((call) => /Authorization|CredentialReport|AccessKeys/.test(call))).toEqual([]);
    expect(again).toContain('ListSAMLProviders');
    expect(asked.filter(({ call }) => call.startsWith('Generate')).map(({ input }) => input['Arn'])).toEqual([
      userArn('kim'),
    ]);
    expect(values(snapshot)).toEqual(values((await collect(smallAccount)).snapshot));
  });

  it('begins anew after four hours', async () => {
    const path = emptyFolder();
    await cutOff(path);
    const { asked } = await collect(smallAccount, path, { now: at + 5 * 3_600_000 });
    expect(asked.map(({ call }) => call)).toContain('GetAccountAuthorizationDetails');
  });
});

describe('the folder', () => {
  it('is written anew by the next collection: nothing of the last one stays', async () => {
    const { path } = await collect(smallAccount);
    const { snapshot } = await collect(
      { ...smallAccount, DescribeTrails: { trailList: [] }, GetAccountSummary: refused('AccessDenied') },
      path,
    );
    expect(snapshot.sources.trailStatus).toMatchObject({ status: 'read', value: [] });
    expect(readdirSync(path)).not.toContain('account-summary.json');
  });

  it('is not taken when it holds anything else', async () => {
    const path = mkdtempSync(join(tmpdir(), 'trailwarden-collect-'));
    writeFileSync(join(path, 'account-summary.json'), '{}');
    await expect(collect(smallAccount, path)).rejects.toThrow(FolderTakenError);
    expect(readdirSync(path)).toEqual(['account-summary.json']);
  });

  it('has no file half written', async () => {
    const { path } = await collect(smallAccount);
    const names = readdirSync(path, { recursive: true }).map(String);
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
