import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allActions } from '../../../shared/policy/actions/all-actions.ts';
import { coreActions } from '../../../shared/policy/actions/core-actions.ts';
import { iamDataSource } from '../../iam-data.ts';
import { allActionsFile, coreActionsFile, rcpServicesFile } from './actions-files.ts';

const all = await allActions();
const written = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../shared/policy/actions', name), 'utf8');

describe('the generated files', () => {
  it.each([
    ['all-actions.json', allActionsFile],
    ['core-actions.json', coreActionsFile],
    ['rcp-services.json', rcpServicesFile],
  ])('%s is what `npm run policy:actions` writes', (name, generate) => {
    expect(written(name) === generate()).toBe(true);
  });

  it('are small enough: what handlers bundle, and what the command line reads', () => {
    expect(written('core-actions.json').length).toBeLessThan(40_000);
    expect(written('all-actions.json').length).toBeLessThan(1_048_576);
  });
});

describe('ActionCatalogue', () => {
  it('says where it is from', () => {
    expect(all.source).toBe(iamDataSource);
  });

  it.each([
    ['iam:CreateUser', 'Write'],
    ['IAM:attachrolepolicy', 'Permissions management'],
    ['iam:TagRole', 'Tagging'],
    ['iam:GetRole', 'Read'],
    ['iam:ListRoles', 'List'],
  ])('%s is of level %s, also in the core', (action, level) => {
    expect(all.find(action)).toMatchObject({ level });
    expect(coreActions.find(action)).toMatchObject({ level });
  });

  it.each(['iam:NoSuchAction', 'nosuch:Action', 'constructor:x', 'iam', '', ':', '__proto__:a'])(
    'knows no %j',
    (action) => {
      expect(all.find(action)).toBeUndefined();
    },
  );

  it('tells resource types, with their ARNs and keys', () => {
    expect(all.find('iam:CreateUser')).toMatchObject({ action: 'iam:CreateUser', resourceTypes: ['user'] });
    expect(all.find('s3:ListAllMyBuckets')?.resourceTypes).toEqual([]);
    const user = all.resourceTypesOf('iam').find(({ name }) => name === 'user');
    expect(user?.arns).toEqual(['arn:${Partition}:iam::${Account}:user/${UserNameWithPath}']);
    expect(user?.conditionKeys.some((key) => key.startsWith('iam:ResourceTag/'))).toBe(true);
  });

  it.each([
    ['iam', 'iam:PassedToService', 'String'],
    ['iam', 'IAM:policyarn', 'ARN'],
    ['iam', 'iam:ResourceTag/team', 'String'],
    ['s3', 's3:ExistingObjectTag/class', 'String'],
    ['iam', 'aws:SourceIp', 'IPAddress'],
    ['iam', 'aws:PrincipalTag/team', 'String'],
    ['iam', 'aws:TagKeys', 'ArrayOfString'],
  ])('knows the type of a key in a request to %s: %s', (service, key, type) => {
    expect(all.conditionKey(service, key)?.type).toBe(type);
  });

  it.each([
    ['iam', 's3:prefix'],
    ['iam', 'aws:NoSuchKey'],
    ['iam', 'aws:PrincipalTag'],
  ])('knows no key in a request to %s: %s', (service, key) => {
    expect(all.conditionKey(service, key)).toBeUndefined();
  });

  it('finds what a pattern covers', () => {
    const names = (pattern: string) => all.covered(pattern).map(({ action }) => action);
    expect(names('iam:*AccessKey')).toEqual([
      'iam:CreateAccessKey',
      'iam:DeleteAccessKey',
      'iam:UpdateAccessKey',
    ]);
    expect(names('iam:NoSuch*')).toEqual([]);
    expect(names('*:AssumeRole')).toEqual(['sts:AssumeRole']);
    expect(names('iam:*')).toHaveLength(all.actionsOf('iam').length);
    expect(names('*').length).toBeGreaterThan(20_000);
  });

  it('has every action that manages permissions in the core', () => {
    const managing = all.covered('*').filter(({ level }) => level === 'Permissions management');
    expect(managing.length).toBeGreaterThan(400);
    expect(managing.filter(({ action }) => coreActions.find(action) === undefined)).toEqual([]);
  });
});
