import { describe, expect, it } from 'vitest';
import type { Actor } from '../../shared/events/actor.ts';
import {
  call,
  consoleUser,
  denied,
  identityCenterUser,
  instance,
  role,
  root,
  service,
  signIn,
  user,
} from '../../shared/events/example.ts';
import type { IamEvent, JsonObject } from '../../shared/events/iam-event.ts';
import { parseRecord, UnparsableRecordError } from '../../shared/events/parse-event.ts';

const receivedAt = '2026-03-04T06:00:00.000Z';
const parse = (record: unknown, wrapperTime?: string) => parseRecord(record, { receivedAt, wrapperTime });
const parseBy = (by: JsonObject, over: JsonObject = {}) =>
  parse(call('iam:ListUsers', { by, record: over })).actor;

describe('the outcome of', () => {
  it.each<[string, JsonObject, IamEvent['outcome']]>([
    ['a call without error', call('iam:CreateUser'), 'succeeded'],
    ['a refused call', call('iam:CreateUser', { error: denied('iam:CreateUser') }), 'denied'],
    [
      'a refused EC2 call',
      call('ec2:RunInstances', { error: { code: 'Client.UnauthorizedOperation' } }),
      'denied',
    ],
    [
      'a refusal named by the service',
      call('sns:Publish', { error: { code: 'AuthorizationErrorException' } }),
      'denied',
    ],
    ['a refusal at a VPC endpoint', call('kms:Decrypt', { error: { code: 'VpceAccessDenied' } }), 'denied'],
    ['a missing entity', call('iam:DeleteUser', { error: { code: 'NoSuchEntityException' } }), 'failed'],
    [
      'an error without a message',
      call('iam:PutUserPolicy', { error: { code: 'MalformedPolicyDocumentException' } }),
      'failed',
    ],
    ['a sign-in', signIn(consoleUser('eve', true)), 'succeeded'],
    ['a failed sign-in, which has no errorCode', signIn(user('eve'), { result: 'Failure' }), 'failed'],
    [
      'a failed sign-in that has no message either',
      signIn(user('eve'), { record: { responseElements: { ConsoleLogin: 'Failure' } } }),
      'failed',
    ],
    [
      'a passed MFA check, in a field of its own name',
      signIn(user('eve'), { name: 'CheckMfa' }),
      'succeeded',
    ],
    [
      'a sign-in event that says its result in serviceEventDetails',
      signIn(user('eve'), {
        name: 'UserAuthentication',
        record: { responseElements: null, serviceEventDetails: { UserAuthentication: 'Failure' } },
      }),
      'failed',
    ],
  ])('%s is %s', (_, record, outcome) => {
    expect(parse(record).outcome).toBe(outcome);
  });
});

describe('the actor of', () => {
  const ssoArn =
    'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_AdministratorAccess_0123456789abcdef';
  it.each<[string, Actor, Partial<Actor>]>([
    [
      'an IAM user',
      parseBy(user('bob')),
      {
        type: 'IAMUser',
        label: 'bob',
        key: 'arn:aws:iam::111122223333:user/bob',
        keyKind: 'long-term',
        mfa: 'unknown',
      },
    ],
    [
      'a user with a path',
      parseBy(user('bob', { arn: 'arn:aws:iam::111122223333:user/ops/eu/bob', userName: undefined })),
      { userName: 'bob' },
    ],
    ['root', parseBy(root()), { type: 'Root', label: 'root', key: 'root:111122223333', keyKind: 'none' }],
    [
      'root with an empty ARN',
      parseBy(root({ arn: '', accountId: undefined, principalId: '9' })),
      { key: 'root:9' },
    ],
    [
      'a role session',
      parseBy(role('deploy', 'run-7', {}, '/ci/')),
      {
        key: 'arn:aws:iam::111122223333:role/ci/deploy',
        roleName: 'deploy',
        sessionName: 'run-7',
        label: 'deploy/run-7',
        keyKind: 'temporary',
        mfa: 'no',
      },
    ],
    [
      'a role session without issuer',
      parseBy(role('deploy', 'run-7', { sessionContext: {} })),
      {
        key: 'arn:aws:sts::111122223333:assumed-role/deploy/run-7',
        roleName: 'deploy',
        sessionName: 'run-7',
      },
    ],
    [
      'an Identity Center user',
      parseBy(identityCenterUser('kim@example.com')),
      { key: ssoArn, person: 'kim@example.com', isIdentityCenter: true, isFederated: true },
    ],
    [
      'a session with a source identity',
      parseBy(role('deploy', 'x', { sessionContext: { sourceIdentity: 'kim' } })),
      { person: 'kim' },
    ],
    ['an EC2 instance', parseBy(instance('web', 'i-0a1b2c3d4e5f')), { isInstance: true }],
    [
      'an instance known by its session name only',
      parseBy(role('web', 'i-0a1b2c3d4e5f')),
      { isInstance: true },
    ],
    [
      'an AWS service',
      parseBy(service('config.amazonaws.com')),
      { type: 'AWSService', label: 'config.amazonaws.com', key: ':config.amazonaws.com' },
    ],
    [
      'a service event without a type',
      parseBy({ accountId: '1', invokedBy: 'ec2.amazonaws.com' }),
      { type: 'AWSService', key: '1:ec2.amazonaws.com' },
    ],
    [
      'another account',
      parseBy({ type: 'AWSAccount', principalId: 'AIDAX', accountId: '999988887777' }),
      { label: 'account 999988887777', key: 'AIDAX' },
    ],
    [
      'a federated user',
      parseBy({
        type: 'FederatedUser',
        principalId: '1:eve',
        arn: 'arn:aws:sts::1:federated-user/eve',
        sessionContext: { sessionIssuer: { type: 'IAMUser', arn: 'arn:aws:iam::1:user/bob' } },
      }),
      { label: 'eve', key: 'arn:aws:iam::1:user/bob' },
    ],
    [
      'an Identity Center API user',
      parseBy({
        type: 'IdentityCenterUser',
        accountId: '1',
        onBehalfOf: { userId: 'u', identityStoreArn: 'a' },
        credentialId: 'c',
      }),
      { type: 'IdentityCenterUser', key: 'u', label: 'u' },
    ],
    ['an unknown type', parseBy({ type: 'Martian', userName: 'x' }), { type: 'Unknown', label: 'x' }],
    [
      'nobody',
      parse(call('iam:ListUsers', { record: { userIdentity: null } })).actor,
      { type: 'Unknown', key: 'unknown', label: 'unknown' },
    ],
    ['a bearer key', parseBy(user('bob', { accessKeyId: 'ABIAXXXX' })), { keyKind: 'bearer' }],
    ['a console sign-in with MFA', parse(signIn(user('bob'), { mfa: true })).actor, { mfa: 'yes' }],
    ['a session opened with MFA', parseBy(consoleUser('bob', true)), { mfa: 'yes' }],
    [
      'a SAML sign-in',
      parse(
        signIn(role('x', 'y'), {
          additional: { SamlProviderArn: 'arn:aws:iam::1:saml-provider/idp', MFAUsed: 'No' },
        }),
      ).actor,
      { isFederated: true },
    ],
  ])('%s', (_, actor, expected) => {
    expect(actor).toMatchObject(expected);
  });
});

describe('a call came', () => {
  it.each<[IamEvent['via'], string, JsonObject, string?]>([
    ['direct', 'from an address', user('bob')],
    ['console', 'through the console', user('bob', { invokedBy: 'signin.amazonaws.com' })],
    ['console', 'through "AWS Internal"', user('bob', { invokedBy: 'AWS Internal' })],
    [
      'infrastructure-as-code',
      'through CloudFormation',
      role('deploy', 'x', { invokedBy: 'cloudformation.amazonaws.com' }),
    ],
    [
      'infrastructure-as-code',
      'from CloudFormation as source address',
      role('deploy', 'x'),
      'cloudformation.amazonaws.com',
    ],
    ['service', 'through another service', role('x', 'y', { invokedBy: 'autoscaling.amazonaws.com' })],
    ['service', 'through a service in China', role('x', 'y', { invokedBy: 'autoscaling.amazonaws.com.cn' })],
    ['service', 'from a service for itself', service('config.amazonaws.com')],
  ])('%s: %s', (via, _, by, sourceIp) => {
    expect(parse(call('iam:CreateUser', { by, ...(sourceIp ? { sourceIp } : {}) })).via).toBe(via);
  });

  it.each<[IamEvent['via'], JsonObject]>([
    ['console', user('bob')],
    // What a service does on the way is the service's doing (seen with health.amazonaws.com in real logs).
    ['service', user('bob', { invokedBy: 'health.amazonaws.com' })],
  ])('%s: with the credentials of a console session', (via, by) => {
    const record = { sessionCredentialFromConsole: 'true' };
    expect(parse(call('iam:CreateUser', { by, record })).via).toBe(via);
  });
});

describe('odd fields', () => {
  it.each<[string, JsonObject, Partial<IamEvent>]>([
    [
      'Lambda names carry an API version',
      call('lambda:AddPermission20150331v2'),
      { action: 'lambda:AddPermission', name: 'AddPermission20150331v2' },
    ],
    ['parameters may be null', call('iam:CreateAccessKey'), { request: {}, response: {} }],
    [
      'parameters may be left out as too large',
      call('iam:PutRolePolicy', { request: { omitted: true, reason: 'requestParameters too large' } }),
      { requestOmitted: true },
    ],
    ['readOnly may be text', call('iam:ListUsers', { record: { readOnly: 'True' } }), { readOnly: true }],
    [
      'readOnly may be absent: the verb tells',
      call('iam:GetUser', { record: { readOnly: undefined } }),
      { readOnly: true },
    ],
    [
      'readOnly may be absent on a write',
      call('iam:CreateUser', { record: { readOnly: undefined } }),
      { readOnly: false },
    ],
    [
      'the account falls back on the caller',
      call('iam:GetUser', { record: { recipientAccountId: undefined } }),
      { accountId: '111122223333' },
    ],
    [
      'account ids keep leading zeros',
      call('iam:GetUser', { record: { recipientAccountId: '070411556318' } }),
      { accountId: '070411556318' },
    ],
    [
      'the partition is in the ARN',
      call('iam:GetUser', { by: user('x', { arn: 'arn:aws-us-gov:iam::1:user/x' }) }),
      { partition: 'aws-us-gov' },
    ],
    ['or in the region', call('iam:GetUser', { region: 'cn-north-1', by: {} }), { partition: 'aws-cn' }],
    [
      'category may be absent',
      call('iam:GetUser', { record: { eventCategory: undefined } }),
      { category: 'Management' },
    ],
    [
      'the owner copy of a cross-account call',
      call('sts:AssumeRole', { record: { sharedEventID: 's', recipientAccountId: '999988887777' } }),
      { sharedId: 's', accountId: '999988887777' },
    ],
  ])('%s', (_, record, expected) => {
    expect(parse(record)).toMatchObject(expected);
  });

  it.each<[string, JsonObject, string | undefined, [string, IamEvent['timeFrom']]]>([
    ['its own', {}, undefined, ['2026-03-04T05:06:07.000Z', 'record']],
    [
      "a log shipper's",
      { eventTime: undefined, '@timestamp': '2026-03-04T05:06:08Z' },
      undefined,
      ['2026-03-04T05:06:08.000Z', 'wrapper'],
    ],
    [
      "the wrapper's",
      { eventTime: 'yesterday' },
      '2026-03-04T05:06:09Z',
      ['2026-03-04T05:06:09.000Z', 'wrapper'],
    ],
    ['that of arrival', { eventTime: null }, undefined, [receivedAt, 'arrival']],
  ])('the time is %s', (_, over, wrapperTime, [time, timeFrom]) => {
    expect(parse(call('iam:GetUser', { record: over }), wrapperTime)).toMatchObject({ time, timeFrom });
  });

  it('makes the same id twice for a record without one, and another for another record', () => {
    const withoutId = (name: string) =>
      parse(call('iam:GetUser', { request: { name }, record: { eventID: null } })).id;
    expect(withoutId('a')).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(withoutId('a')).toBe(withoutId('a'));
    expect(withoutId('a')).not.toBe(withoutId('b'));
  });
});

describe('a record is refused, with its cause, when', () => {
  it.each<[string, unknown, string]>([
    ['it is null', null, 'expected a CloudTrail record, found null'],
    ['it is a list', [], 'expected a CloudTrail record, found a list'],
    ['it is text', 'x', 'expected a CloudTrail record, found a string'],
    [
      'it has no event name',
      { eventSource: 'iam.amazonaws.com' },
      '"eventName" is missing or no text: not a CloudTrail record',
    ],
    [
      'it has no source',
      { eventName: 'CreateUser', eventSource: 7 },
      '"eventSource" is missing or no text: not a CloudTrail record',
    ],
  ])('%s', (_, value, message) => {
    expect(() => parse(value)).toThrow(new UnparsableRecordError(message));
  });
});
