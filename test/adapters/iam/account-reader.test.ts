import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountReader } from '../../../shared/account/account-reader.ts';
import type { Lookup, LookupKind } from '../../../shared/account/lookup.ts';
import { iamAccountReader } from '../../../shared/adapters/iam/account-reader.ts';
import { type Answer, type ScriptedAws, startScriptedAws } from './scripted-aws.ts';

const accountId = '111122223333';
const readAt = '2026-03-04T05:06:07.000Z';

let aws: ScriptedAws;
let reader: AccountReader;

beforeAll(async () => {
  aws = await startScriptedAws();
});
afterAll(() => aws.close());

beforeEach(() => {
  aws.calls.length = 0;
  reader = iamAccountReader({
    accountId,
    iam: aws.iam,
    cloudTrail: aws.cloudTrail,
    now: () => Date.parse(readAt),
  });
});

const ask = (kind: LookupKind, id = '') => reader.read(accountId, { kind, id });
const members = (...items: readonly string[]): string =>
  items.map((item) => `<member>${item}</member>`).join('');
const page = (list: string, items: string, marker?: string): Answer => ({
  body: `<${list}>${items}</${list}><IsTruncated>${marker !== undefined}</IsTruncated>${marker ? `<Marker>${marker}</Marker>` : ''}`,
});

const trust = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }] };

describe('what AWS says, in our own words', () => {
  it.each<[string, Lookup, Record<string, readonly Answer[]>, unknown]>([
    [
      'access keys, of two pages; an expired one opens nothing',
      { kind: 'access-keys', id: 'eve' },
      {
        ListAccessKeys: [
          page(
            'AccessKeyMetadata',
            members(
              '<AccessKeyId>AKIA1</AccessKeyId><Status>Active</Status><CreateDate>2026-01-02T03:04:05Z</CreateDate>',
            ),
            'm1',
          ),
          page(
            'AccessKeyMetadata',
            members(
              '<AccessKeyId>AKIA2</AccessKeyId><Status>Expired</Status><CreateDate>2025-01-02T03:04:05Z</CreateDate>',
            ),
          ),
        ],
      },
      [
        { id: 'AKIA1', status: 'Active', createdAt: '2026-01-02T03:04:05.000Z' },
        { id: 'AKIA2', status: 'Inactive', createdAt: '2025-01-02T03:04:05.000Z' },
      ],
    ],
    [
      'the last use of a key',
      { kind: 'access-key-last-used', id: 'AKIA1' },
      {
        GetAccessKeyLastUsed: [
          {
            body: '<UserName>eve</UserName><AccessKeyLastUsed><LastUsedDate>2026-03-01T00:00:00Z</LastUsedDate><ServiceName>s3</ServiceName><Region>us-east-1</Region></AccessKeyLastUsed>',
          },
        ],
      },
      { lastUsedAt: '2026-03-01T00:00:00.000Z', userName: 'eve' },
    ],
    [
      'a key that was never used',
      { kind: 'access-key-last-used', id: 'AKIA1' },
      {
        GetAccessKeyLastUsed: [
          {
            body: '<UserName>eve</UserName><AccessKeyLastUsed><ServiceName>N/A</ServiceName><Region>N/A</Region></AccessKeyLastUsed>',
          },
        ],
      },
      { userName: 'eve' },
    ],
    [
      'policies of a user, managed and inline, of two pages each',
      { kind: 'attached-policies', id: 'user/eve' },
      {
        ListAttachedUserPolicies: [
          page('AttachedPolicies', members('<PolicyArn>arn:a</PolicyArn><PolicyName>a</PolicyName>'), 'm'),
          page('AttachedPolicies', members('<PolicyArn>arn:b</PolicyArn><PolicyName>b</PolicyName>')),
        ],
        ListUserPolicies: [page('PolicyNames', members('one'), 'm'), page('PolicyNames', members('two'))],
      },
      { managed: ['arn:a', 'arn:b'], inline: ['one', 'two'] },
    ],
    [
      'policies of a role',
      { kind: 'attached-policies', id: 'role/ops' },
      {
        ListAttachedRolePolicies: [
          page('AttachedPolicies', members('<PolicyArn>arn:r</PolicyArn><PolicyName>r</PolicyName>')),
        ],
        ListRolePolicies: [page('PolicyNames', '')],
      },
      { managed: ['arn:r'], inline: [] },
    ],
    [
      'policies of a group',
      { kind: 'attached-policies', id: 'group/admins' },
      {
        ListAttachedGroupPolicies: [page('AttachedPolicies', '')],
        ListGroupPolicies: [page('PolicyNames', members('g'))],
      },
      { managed: [], inline: ['g'] },
    ],
    [
      'groups of a user, of three pages',
      { kind: 'groups-of-user', id: 'eve' },
      {
        ListGroupsForUser: ['a', 'b', 'c'].map((name, i) =>
          page(
            'Groups',
            members(
              `<GroupName>${name}</GroupName><GroupId>g</GroupId><Arn>arn:${name}</Arn><Path>/</Path><CreateDate>2025-01-02T03:04:05Z</CreateDate>`,
            ),
            i < 2 ? `m${i}` : undefined,
          ),
        ),
      },
      ['a', 'b', 'c'],
    ],
    [
      'a role, its trust policy decoded, with the default length of its sessions',
      { kind: 'role', id: 'ops' },
      {
        GetRole: [
          {
            body: `<Role><Path>/</Path><RoleName>ops</RoleName><RoleId>r</RoleId><Arn>arn:ops</Arn><CreateDate>2025-01-02T03:04:05Z</CreateDate><AssumeRolePolicyDocument>${encodeURIComponent(JSON.stringify(trust))}</AssumeRolePolicyDocument></Role>`,
          },
        ],
      },
      {
        arn: 'arn:ops',
        trustPolicy: JSON.stringify(trust),
        maxSessionSeconds: 3600,
        createdAt: '2025-01-02T03:04:05.000Z',
      },
    ],
    [
      'the password policy',
      { kind: 'password-policy', id: '' },
      {
        GetAccountPasswordPolicy: [
          {
            body: '<PasswordPolicy><MinimumPasswordLength>14</MinimumPasswordLength><RequireSymbols>true</RequireSymbols><RequireNumbers>false</RequireNumbers><MaxPasswordAge>90</MaxPasswordAge></PasswordPolicy>',
          },
        ],
      },
      {
        minimumLength: 14,
        requiresSymbols: true,
        requiresNumbers: false,
        requiresUppercase: false,
        requiresLowercase: false,
        maxAgeDays: 90,
      },
    ],
    [
      'trails',
      { kind: 'trails', id: '' },
      {
        DescribeTrails: [
          {
            body: JSON.stringify({
              trailList: [
                { Name: 't', TrailARN: 'arn:t', S3BucketName: 'b', KmsKeyId: 'k' },
                { Name: 'u', TrailARN: 'arn:u', S3BucketName: 'b', CloudWatchLogsLogGroupArn: 'arn:l' },
              ],
            }),
          },
        ],
      },
      [
        { name: 't', arn: 'arn:t', bucket: 'b', kmsKeyId: 'k' },
        { name: 'u', arn: 'arn:u', bucket: 'b', logGroupArn: 'arn:l' },
      ],
    ],
  ])('%s', async (_, lookup, answers, value) => {
    for (const [action, list] of Object.entries(answers)) aws.script(action, ...list);
    expect(await reader.read(accountId, lookup)).toEqual({
      status: 'found',
      kind: lookup.kind,
      value,
      readAt,
    });
  });

  it('asks for the next page with the marker of the last', async () => {
    aws.script('ListGroupsForUser', page('Groups', '', 'first'), page('Groups', ''));
    await ask('groups-of-user', 'eve');
    expect(aws.calls.map(({ parameters }) => [parameters['UserName'], parameters['Marker']])).toEqual([
      ['eve', undefined],
      ['eve', 'first'],
    ]);
  });
});

const everyQuestion: readonly (readonly [LookupKind, string, string])[] = [
  ['access-keys', 'eve', 'iam:ListAccessKeys'],
  ['access-key-last-used', 'AKIA1', 'iam:GetAccessKeyLastUsed'],
  ['attached-policies', 'user/eve', 'iam:ListAttachedUserPolicies'],
  ['attached-policies', 'role/ops', 'iam:ListAttachedRolePolicies'],
  ['attached-policies', 'group/admins', 'iam:ListAttachedGroupPolicies'],
  ['groups-of-user', 'eve', 'iam:ListGroupsForUser'],
  ['role', 'ops', 'iam:GetRole'],
  ['password-policy', '', 'iam:GetAccountPasswordPolicy'],
  ['trails', '', 'cloudtrail:DescribeTrails'],
];

const answerAll = (answer: Answer): void => {
  const actions = [
    ...everyQuestion.map(([, , action]) => action),
    'iam:ListUserPolicies',
    'iam:ListRolePolicies',
  ];
  for (const action of [...actions, 'iam:ListGroupPolicies']) aws.script(action.split(':')[1] ?? '', answer);
};

describe.each(everyQuestion)('%s of "%s"', (kind, id, action) => {
  it.each<[string, true | undefined, RegExp]>([
    ['AccessDenied', undefined, /was denied: .*docs\/permissions\.md/],
    ['AccessDeniedException', undefined, /was denied/],
    ['ValidationError', undefined, /failed: ValidationError/],
    ['Throttling', true, /was throttled by AWS/],
    ['ThrottlingException', true, /was throttled by AWS/],
    ['RequestLimitExceeded', true, /was throttled by AWS/],
    ['ServiceFailure', true, /failed: ServiceFailure/],
  ])('%s: no answer; it may pass: %s', async (error, transient, cause) => {
    answerAll({ error, status: error === 'ServiceFailure' ? 500 : 400 });
    const answer = await ask(kind, id);
    expect(answer).toEqual({
      status: 'unavailable',
      cause: expect.stringMatching(cause),
      ...(transient ? { transient } : {}),
    });
    // What was asked of several is told of the one that answered first.
    const [verb] = action.split('Attached');
    expect('cause' in answer && answer.cause).toContain(verb);
  });

  it('NoSuchEntity is an answer', async () => {
    if (kind === 'trails') return;
    answerAll({ error: 'NoSuchEntity', status: 404 });
    expect(await ask(kind, id)).toEqual({ status: 'absent', kind, readAt });
  });
});

describe('no answer', () => {
  it('in time: the connection hangs, and the deadline ends the look-up', async () => {
    aws.script('GetRole', 'hang');
    const hurried = iamAccountReader({
      accountId,
      iam: aws.iam,
      cloudTrail: aws.cloudTrail,
      now: () => 0,
      deadline: () => AbortSignal.timeout(50),
    });
    expect(await hurried.read(accountId, { kind: 'role', id: 'ops' })).toEqual({
      status: 'unavailable',
      transient: true,
      cause: expect.stringContaining('iam:GetRole gave no answer in time'),
    });
  });

  it('of the second page: what the first said is not taken for all', async () => {
    aws.script('ListAccessKeys', page('AccessKeyMetadata', '', 'more'), { error: 'Throttling' });
    expect(await ask('access-keys', 'eve')).toMatchObject({ status: 'unavailable', transient: true });
  });

  it('of one half of the policies', async () => {
    aws.script('ListAttachedUserPolicies', page('AttachedPolicies', ''));
    aws.script('ListUserPolicies', { error: 'AccessDenied' });
    expect(await ask('attached-policies', 'user/eve')).toEqual({
      status: 'unavailable',
      cause: expect.stringContaining('iam:ListUserPolicies was denied'),
    });
  });

  it('from a server that is not there', async () => {
    const gone = await startScriptedAws();
    await gone.close();
    const lonely = iamAccountReader({ accountId, iam: gone.iam, cloudTrail: gone.cloudTrail, now: () => 0 });
    expect(await lonely.read(accountId, { kind: 'role', id: 'ops' })).toMatchObject({
      status: 'unavailable',
      transient: true,
    });
  });
});

describe('what is not asked', () => {
  it('of another account', async () => {
    expect(await reader.read('444455556666', { kind: 'role', id: 'ops' })).toEqual({
      status: 'unavailable',
      cause: expect.stringMatching(/account 444455556666 is another/),
    });
    expect(aws.calls).toEqual([]);
  });

  it.each(everyQuestion.filter(([, id]) => id !== ''))('%s of nothing', async (kind) => {
    expect(await ask(kind, '')).toMatchObject({ status: 'unavailable' });
    expect(aws.calls).toEqual([]);
  });

  it.each(['eve', 'user/', 'policy/x', 'user/a/b', 'user/eve/../x'])('policies of "%s"', async (id) => {
    expect(await ask('attached-policies', id)).toMatchObject({
      status: 'unavailable',
      cause: expect.stringContaining('neither user/NAME, role/NAME, group/NAME nor instance-profile/NAME'),
    });
    expect(aws.calls).toEqual([]);
  });

  it('addresses', async () => {
    expect(await ask('address', '203.0.113.1')).toMatchObject({ status: 'unavailable' });
  });
});
