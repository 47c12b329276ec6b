import { expect, it } from 'vitest';
import { ruleOn } from './sample-rules.ts';
import { resourcesOf, statementsOf, synthesize } from './synthesize.ts';

const rules = [ruleOn('writes', { actions: ['iam:CreateUser'] })];

/** The variables of check-event, and what its role may do with STS. */
const readingOf = (configuration: object) => {
  const { home } = synthesize(configuration, rules);
  const functions = resourcesOf(home, 'AWS::Lambda::Function').map(([, { Properties }]) => Properties);
  const environment = functions
    .map((one) => (one['Environment'] as unknown as { Variables: Record<string, unknown> }).Variables)
    .find((variables) => variables['POWERTOOLS_SERVICE_NAME'] === 'check-event');
  const role = resourcesOf(home, 'AWS::IAM::Role').find(
    ([, { Properties }]) => Properties['RoleName'] === 'Trailwarden-check-event',
  )?.[1];
  const policies = (role?.Properties['Policies'] ?? []) as { PolicyDocument: unknown }[];
  const statements = policies.flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument));
  const assumes = statements.filter(({ actions }) => actions.includes('sts:AssumeRole'));
  return { role: environment?.['READER_ROLE'], externalId: environment?.['READER_EXTERNAL_ID'], assumes };
};

it('no other account is read unless a role is named', () => {
  expect(readingOf({ organizationId: 'o-a1b2c3d4e5' })).toEqual({
    role: undefined,
    externalId: undefined,
    assumes: [],
  });
});

it('a role of one name may be taken on, within the organisation', () => {
  const { assumes, ...environment } = readingOf({
    organizationId: 'o-a1b2c3d4e5',
    readerRole: { name: 'TrailwardenReader', externalId: 'x-1' },
  });
  expect(environment).toEqual({ role: 'TrailwardenReader', externalId: 'x-1' });
  expect(assumes).toHaveLength(1);
  expect(assumes[0]?.actions).toEqual(['sts:AssumeRole']);
  expect(JSON.stringify(assumes[0]?.resources)).toMatch(/:iam::\*:role\/TrailwardenReader"/);
  expect(assumes[0]?.condition).toEqual({ StringEquals: { 'aws:ResourceOrgID': 'o-a1b2c3d4e5' } });
});
