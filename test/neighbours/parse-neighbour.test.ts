import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighbourRule } from '../../infra/aws/patterns/neighbours.ts';
import { call } from '../../shared/events/example.ts';
import { UnreadableNeighbourError } from '../../shared/neighbours/neighbour-finding.ts';
import { parseNeighbours } from '../../shared/neighbours/parse-neighbour.ts';
import { asEventBridgeEvent } from '../infra/aws/deliver.ts';
import { matchesPattern } from '../infra/aws/event-pattern-matcher.ts';
import { account, by, external, guardDuty, securityHub, unused } from './messages.ts';

const parse = (message: object) => parseNeighbours(JSON.stringify(message));
const arn = (name: string) => `arn:aws:iam::${account}:${name}`;

describe('findings of other services', () => {
  it('are read, each in its shape', () => {
    expect([guardDuty(), external(), unused(), securityHub()].flatMap((one) => parse(one) ?? [])).toEqual([
      {
        product: 'guardduty',
        id: '16afba5c5c43e07c9e3e5e2e544e95df',
        type: 'Policy:IAMUser/RootCredentialUsage',
        title: 'API was invoked using root credentials.',
        accountId: account,
        region: 'us-east-1',
        resource: arn('root'),
        severity: 'low',
        status: 'active',
        at: '2026-03-04T05:39:00.000Z',
      },
      {
        product: 'access-analyzer',
        id: 'aa-external-1',
        type: 'ExternalAccess',
        title: 'Role open to the outside',
        accountId: account,
        region: 'us-east-1',
        resource: arn('role/service/vendor'),
        severity: 'high',
        status: 'active',
        at: '2026-03-04T05:30:00.000Z',
      },
      {
        product: 'access-analyzer',
        id: 'aa-unused-1',
        type: 'UnusedIAMRole',
        title: 'Role that is not used',
        accountId: account,
        region: 'us-east-1',
        resource: arn('role/old'),
        severity: 'medium',
        status: 'active',
        at: '2026-03-04T05:30:00.758Z',
      },
      {
        product: 'security-hub',
        id: `arn:aws:securityhub:us-east-1:${account}:security-control/IAM.5/finding/1`,
        type: 'IAM.5',
        title: 'MFA should be enabled for all IAM users that have a console password',
        accountId: account,
        region: 'us-east-1',
        resource: arn('user/kim'),
        severity: 'medium',
        status: 'active',
        at: '2026-03-04T05:30:00.000Z',
      },
    ]);
  });

  it.each([
    [0, 'low'],
    [3.9, 'low'],
    [4, 'medium'],
    [6.9, 'medium'],
    [7, 'high'],
    [8.9, 'high'],
    [9, 'critical'],
    [10, 'critical'],
  ])('GuardDuty: %d is %s', (severity, expected) => {
    expect(parse(guardDuty({ severity }))?.[0]?.severity).toBe(expected);
  });

  it.each([
    ['IAMUser', 'kim', 'user/kim'],
    ['AssumedRole', 'deploy', 'role/deploy'],
    ['Role', 'deploy', 'role/deploy'],
    ['Root', 'Root', 'root'],
    ['FederatedUser', 'kim', 'root'],
  ])('GuardDuty: %s %s is %s', (userType, userName, resource) => {
    expect(parse(guardDuty(by(userType, userName)))?.[0]?.resource).toBe(arn(resource));
  });

  it.each<readonly [string, object, unknown]>([
    ['a role open to everyone', external({ isPublic: true }), [{ severity: 'critical' }]],
    ['access that is over', external({ status: 'RESOLVED' }), [{ status: 'resolved' }]],
    ['what was accepted there', external({ status: 'ARCHIVED' }), []],
    ['a bucket', external({ resourceType: 'AWS::S3::Bucket' }), []],
    ['an analysis that failed', external({ error: 'ACCESS_DENIED' }), []],
    ['a role that is used again', unused({ status: 'RESOLVED' }), [{ status: 'resolved' }]],
    ['unused permissions', unused({ findingType: 'UnusedPermission' }), [{ severity: 'info' }]],
    [
      'a control that passes',
      securityHub({ Compliance: { Status: 'PASSED', SecurityControlId: 'IAM.5' } }),
      [{ status: 'resolved' }],
    ],
    [
      'a control that cannot say',
      securityHub({ Compliance: { Status: 'WARNING', SecurityControlId: 'IAM.5' } }),
      [],
    ],
    [
      'a control of the account',
      securityHub({ Resources: [{ Type: 'AwsAccount', Id: `AWS::::Account:${account}` }] }),
      [{ resource: arn('root') }],
    ],
  ])('%s', (_, message, expected) => {
    expect(parse(message)).toMatchObject(expected as object);
    expect(parse(message)).toHaveLength((expected as unknown[]).length);
  });

  it.each([
    ['the id', guardDuty({ id: undefined }), /^guardduty: id: /],
    [
      'who it was',
      guardDuty({ resource: { resourceType: 'Instance' } }),
      /^guardduty: resource\.accessKeyDetails: /,
    ],
    ['a severity in its range', guardDuty({ severity: 80 }), /severity/],
    ['an account', unused({ accountId: '12' }), /accountId: no account id/],
    ['a time', external({ updatedAt: 'yesterday' }), /updatedAt: no time/],
    [
      'the control',
      securityHub({ Compliance: { Status: 'FAILED' } }),
      /security-hub: Compliance\.SecurityControlId/,
    ],
    ['a detail', { ...guardDuty(), detail: 'none' }, /without detail/],
  ])('are refused without %s, with the cause', (_, message, cause) => {
    expect(() => parse(message)).toThrow(UnreadableNeighbourError);
    expect(() => parse(message)).toThrow(cause);
  });

  it.each([
    ['a CloudTrail record', asEventBridgeEvent(call('iam:CreateUser'))],
    [
      'one that speaks of them',
      asEventBridgeEvent(call('iam:CreateUser', { userAgent: 'GuardDuty Finding' })),
    ],
    ['one in the name of another source', { ...guardDuty(), source: 'my.app' }],
  ])('%s is none', (_, message) => {
    expect(parse(message)).toBeUndefined();
  });

  it('is none, whatever is no JSON', () => {
    fc.assert(fc.property(fc.string(), (text) => parseNeighbours(`GuardDuty Finding${text}`) === undefined));
  });
});

describe('the event pattern', () => {
  it.each<readonly [string, boolean, object]>([
    ['an identity in GuardDuty', true, guardDuty()],
    ['an instance in GuardDuty', false, guardDuty({ type: 'Recon:EC2/Portscan' })],
    ['what was archived there', false, guardDuty({ service: { archived: true } })],
    ['external access to a role', true, external()],
    ['external access to a bucket', false, external({ resourceType: 'AWS::S3::Bucket' })],
    ['archived external access', false, external({ status: 'ARCHIVED' })],
    ['unused access', true, unused()],
    [
      'internal access',
      false,
      { ...unused({ findingType: 'InternalAccess' }), 'detail-type': 'Internal Access Finding' },
    ],
    ['a failed control of IAM', true, securityHub()],
    ['one that was suppressed', false, securityHub({ Workflow: { Status: 'SUPPRESSED' } })],
    ['one that passed', false, securityHub({ Compliance: { Status: 'PASSED', SecurityControlId: 'IAM.5' } })],
    [
      'a control of another service',
      false,
      securityHub({ Compliance: { Status: 'FAILED', SecurityControlId: 'S3.1' } }),
    ],
    ['what Security Hub has from GuardDuty', false, securityHub({ ProductName: 'GuardDuty' })],
    ['an API call', false, asEventBridgeEvent(call('guardduty:DeleteDetector'))],
  ])('%s: %s', (_, expected, message) => {
    expect(matchesPattern(neighbourRule.pattern, JSON.parse(JSON.stringify(message)))).toBe(expected);
  });
});
