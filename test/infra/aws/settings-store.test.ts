import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDeployment } from '../../../infra/aws/read-deployment.ts';
import { BadSettingsError, parseSettingsJson } from '../../../shared/config/check-settings.ts';
import { BadConfigurationError } from '../../../shared/config/deployment.ts';
import { ruleOn } from './sample-rules.ts';
import { resourcesOf, statementsOf, synthesize } from './synthesize.ts';

const rules = [ruleOn('writes', { actions: ['iam:CreateUser'] })];

const folder = mkdtempSync(join(tmpdir(), 'trailwarden-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** What check-event may read beside the account and its tables, and what it is told of settings. */
const deployed = (configuration: object) => {
  const { home } = synthesize(configuration, rules);
  const role = resourcesOf(home, 'AWS::IAM::Role').find(
    ([, { Properties }]) => String(Properties['RoleName']) === 'Trailwarden-check-event',
  )?.[1];
  const [policy] = (role?.Properties['Policies'] ?? []) as { PolicyDocument: unknown }[];
  const reads = statementsOf(policy?.PolicyDocument)
    .filter(({ actions }) => actions.some((action) => /^(ssm|s3):/.test(action)))
    .map(({ actions, resources }) => [...actions, ...resources.map((one) => JSON.stringify(one))]);
  const checkEvent = resourcesOf(home, 'AWS::Lambda::Function').find(
    ([, { Properties }]) => String(Properties['Description']) === 'Trailwarden check-event',
  )?.[1];
  const environment = checkEvent?.Properties['Environment'] as unknown as {
    Variables: Record<string, string>;
  };
  return {
    parameters: resourcesOf(home, 'AWS::SSM::Parameter').map(([, { Properties }]) => Properties),
    reads,
    named: environment.Variables['SETTINGS_PARAMETER'],
  };
};

it('without settings nothing is stored, named or allowed', () => {
  expect(deployed({})).toEqual({ parameters: [], reads: [], named: undefined });
});

describe('a settings file', () => {
  const good = [
    'account:',
    '  regionsInUse: [eu-west-1]',
    'addressFiles: [s3://geo/city.mmdb, /opt/asn.mmdb]',
    'customRules: my-rules',
  ].join('\n');

  it('is stored as JSON; the function may read it and the address files that it names', () => {
    const { parameters, reads, named } = deployed({ settingsFile: file('good.yaml', good) });
    expect(parameters).toMatchObject([{ Name: '/Trailwarden/settings', Type: 'String', Tier: 'Standard' }]);
    expect(parseSettingsJson(String(parameters[0]?.['Value']), 'p')).toEqual({
      account: { regionsInUse: ['eu-west-1'] },
      addressFiles: ['s3://geo/city.mmdb', '/opt/asn.mmdb'],
    });
    expect(named).toBe('/Trailwarden/settings');
    expect(reads.map(([action]) => action)).toEqual(['ssm:GetParameter', 's3:GetObject']);
    expect(reads[0]?.[1]).toMatch(/:parameter\/Trailwarden\/settings"/);
    expect(reads[1]?.slice(1).join()).toMatch(/arn:aws:s3:::geo\/city\.mmdb/);
    expect(reads.flat().join()).not.toContain('*');
  });

  it('that is larger than 4 KB is stored in an advanced parameter', () => {
    const accounts = Array.from({ length: 400 }, (_, i) => `"${100_000_000_000 + i}"`).join(', ');
    const path = file('large.yaml', `account: { organizationAccounts: [${accounts}] }`);
    expect(deployed({ settingsFile: path }).parameters).toMatchObject([{ Tier: 'Advanced' }]);
  });

  it('is found beside the configuration', () => {
    file('beside.yaml', good);
    const configuration = file('trailwarden.json', '{ "settingsFile": "beside.yaml" }');
    expect(readDeployment(configuration).settingsFile).toBe(join(folder, 'beside.yaml'));
  });

  it.each([
    [
      'that is not there',
      () => join(folder, 'none.yaml'),
      BadConfigurationError,
      /none\.yaml cannot be read/,
    ],
    [
      'that is wrong',
      () => file('wrong.yaml', 'account:\n  regionInUse: []'),
      BadSettingsError,
      /wrong\.yaml:2:3: .*regionsInUse/,
    ],
    [
      'that names an address file that only this machine has',
      () => file('local.yaml', 'addressFiles: [geo/city.mmdb]'),
      BadConfigurationError,
      /local\.yaml: addressFiles: geo\/city\.mmdb: a deployed function cannot read that/,
    ],
    [
      'that no parameter can hold',
      () =>
        file(
          'huge.yaml',
          `account: { organizationAccounts: [${Array.from({ length: 600 }, (_, i) => `"${100_000_000_000 + i}"`).join(', ')}] }`,
        ),
      BadConfigurationError,
      /huge\.yaml: the settings are 9\d{3} bytes as JSON, and a parameter of SSM holds 8192/,
    ],
  ])('%s stops the deployment', (_, path, type, message) => {
    const settingsFile = path();
    expect(() => deployed({ settingsFile })).toThrow(type);
    expect(() => deployed({ settingsFile })).toThrow(message);
  });
});

it('a parameter that people write is only named and read, and address files are allowed one by one', () => {
  const { parameters, reads, named } = deployed({
    settingsParameter: '/trailwarden/settings',
    addressFiles: ['s3://geo/city.mmdb', 's3://geo/asn.mmdb'],
  });
  expect([parameters, named]).toEqual([[], '/trailwarden/settings']);
  expect(reads[0]?.[1]).toMatch(/:parameter\/trailwarden\/settings"/);
  expect(reads[1]).toHaveLength(3);
});
