import { describe, expect, it } from 'vitest';
import { tierIncludes } from '../../shared/rules/tier.ts';
import { isWithheldByDefault, type Tier, type Trigger, tierOf, tiers } from '../../shared/rules/trigger.ts';

describe('calls that EventBridge withholds by default', () => {
  it.each([
    ['iam:CreateUser', false],
    ['iam:GenerateCredentialReport', true],
    ['iam:GetAccountAuthorizationDetails', true],
    ['iam:ListUsers', true],
    ['ec2:DescribeInstances', true],
    ['cloudtrail:LookupEvents', true],
    ['sts:AssumeRole', false],
    ['sts:GetSessionToken', false],
    ['sts:GetFederationToken', false],
    ['signin:ConsoleLogin', false],
    // A verb counts at the beginning of the name only.
    ['iam:TagGetter', false],
  ] as const)('%s: %s', (action, expected) => {
    expect(isWithheldByDefault(action)).toBe(expected);
  });
});

describe('the tier of a trigger', () => {
  it.each<[string, Trigger, Tier]>([
    ['writes', { actions: ['iam:CreateUser'] }, 'core'],
    ['a write among reads', { actions: ['iam:ListUsers', 'iam:CreateUser'] }, 'core'],
    ['reads', { actions: ['iam:ListUsers', 'iam:GetUser'] }, 'read-only'],
    ['reads, as declared', { actions: ['iam:ListUsers'], tier: 'wide' }, 'wide'],
    ['a service', { services: ['iam'] }, 'core'],
    ['any call', { anyCall: {} }, 'core'],
    ['any call, as declared', { anyCall: {}, tier: 'read-only' }, 'read-only'],
  ])('%s', (_, trigger, expected) => {
    expect(tierOf(trigger)).toBe(expected);
  });

  it('is part of every wider one', () => {
    const included = tiers.map((deployed) => tiers.filter((needed) => tierIncludes(deployed, needed)));
    expect(included).toEqual([['core'], ['core', 'read-only'], ['core', 'read-only', 'wide']]);
  });
});
