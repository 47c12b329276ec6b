import { describe, expect, it } from 'vitest';
import { noAccount } from '../../shared/account/account-reader.ts';
import {
  authorization,
  awsPolicy,
  documentOf,
  managedPolicy,
  role,
  trustOf,
  user,
} from '../../shared/account/example.ts';
import type { SnapshotSources, SnapshotValues } from '../../shared/account/snapshot.ts';
import { memoryFindingStore } from '../../shared/adapters/memory/finding-store.ts';
import type { Alert } from '../../shared/alerts/alert.ts';
import { checkEvent } from '../../shared/app/check-event.ts';
import { recoveryWatch } from '../../shared/app/undecided.ts';
import { call } from '../../shared/events/example.ts';
import type { Action } from '../../shared/events/iam-event.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import { noHistory } from '../../shared/history/event-history.ts';
import { reviewedConditions } from '../../shared/review/conditions/all.ts';
import { ruleById, rules } from '../../shared/rules/catalogue.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { dayAfter, denied, night, readOn, reviewedAccount } from './review-nights.ts';

const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const everything = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

/** An account in which one event has opened one condition, and whose state is then reviewed. */
const afterEvent = async (
  action: Action,
  request: object,
  over: object,
  ruleId: string,
  ids: readonly string[],
  before?: Partial<SnapshotSources>,
) => {
  const store = memoryFindingStore();
  const reviewed = reviewedAccount(ids, store);
  if (before) await reviewed.review(0, before);
  const sent: Alert[] = [];
  const receivedAt = dayAfter(0, 2);
  const event = parseRecord(call(action, { time: dayAfter(0, 1), request: { ...request }, ...over }), {
    receivedAt,
  });
  await checkEvent(
    event,
    {
      rules: indexRules(rules.filter(({ id }) => id === ruleId)),
      ruleOf: ruleById,
      store,
      alerter: { send: async (alert) => void sent.push(alert) },
      facts: { account: noAccount, history: noHistory, settings: {} },
      watch: recoveryWatch(() => night(0)),
    } as Parameters<typeof checkEvent>[1],
    receivedAt,
  );
  expect((await reviewed.open()).filter((finding) => finding.ruleId === ruleId)).toMatchObject([
    { count: 1 },
  ]);
  return reviewed;
};

const attached = (before?: Partial<SnapshotSources>) =>
  afterEvent(
    'iam:AttachUserPolicy',
    { userName: 'eve', policyArn: admin },
    {},
    'admin-policy-attached-to-user',
    ['user-administrator-access'],
    before,
  );

const users = (...all: SnapshotValues['authorization']['users']) => readOn(1, authorization({ users: all }));
const eve = { attachedPolicies: [awsPolicy('AdministratorAccess')], path: '/staff/' };

describe('a condition that an event opened', () => {
  it.each<[string, Partial<SnapshotSources>, readonly unknown[]]>([
    ['holds: one finding of one fault', users(user('eve', eve)), ['admin-policy-attached-to-user 2']],
    ['has ended in a way that no event told', users(user('eve')), []],
    ['is gone with its user', users(user('bob')), []],
    [
      'could not be judged',
      { authorization: denied('GetAccountAuthorizationDetails') },
      ['admin-policy-attached-to-user 1'],
    ],
    [
      'happened after AWS was asked',
      readOn(0, authorization({ users: [user('eve')] })),
      ['admin-policy-attached-to-user 1'],
    ],
    [
      'says nothing of others',
      users(user('eve', eve), user('mallory', eve)),
      ['admin-policy-attached-to-user 2', 'user-administrator-access 1'],
    ],
  ])('%s', async (_, sources, expected) => {
    const account = await attached();
    await account.review(1, sources);
    expect((await account.open()).map(({ ruleId, count }) => `${ruleId} ${count}`).sort()).toEqual(expected);
  });

  it.each([
    ['the check passes', users(user('eve')), 'passed'],
    ['it is gone', users(user('bob')), 'gone'],
  ] as const)('is told as resolved by the digest: %s', async (_, sources, end) => {
    const account = await attached();
    await account.review(1, sources);
    expect(account.digests[0]?.resolved.items).toMatchObject([
      { ruleId: 'admin-policy-attached-to-user', end },
    ]);
  });

  it('takes over what the check had found before', async () => {
    // The policy was attached when the monitor came, and is attached once more.
    const account = await attached(readOn(0, authorization({ users: [user('eve', eve)] })));
    await account.review(1, users(user('eve', eve)));
    expect(account.digests.map(({ resolved }) => resolved.items.map(({ end }) => end))).toEqual([
      [],
      ['covered'],
    ]);
    expect(await account.open()).toMatchObject([{ ruleId: 'admin-policy-attached-to-user' }]);
  });

  const inline = { userName: 'eve', policyName: 'extra', policyDocument: everything };
  const open = trustOf({ AWS: '*' });
  const stranger = trustOf({ AWS: '999988887777' });
  it.each<[string, Action, object, string, Partial<SnapshotValues>, Partial<SnapshotValues>]>([
    [
      'an inline policy',
      'iam:PutUserPolicy',
      inline,
      'policy-document-grants-admin',
      authorization({ users: [user('eve', { inlinePolicies: [{ name: 'extra', document: everything }] })] }),
      authorization({
        users: [
          user('eve', {
            inlinePolicies: [{ name: 'extra', document: documentOf({ Action: 's3:GetObject' }) }],
          }),
        ],
      }),
    ],
    [
      'a managed policy',
      'iam:CreatePolicyVersion',
      {
        policyArn: 'arn:aws:iam::111122223333:policy/app',
        policyDocument: everything,
        setAsDefault: true,
      },
      'policy-document-grants-admin',
      authorization({ policies: [managedPolicy('app', documentOf({ Action: '*' }))] }),
      authorization({ policies: [managedPolicy('app', documentOf({ Action: 's3:GetObject' }))] }),
    ],
    [
      'an open role',
      'iam:UpdateAssumeRolePolicy',
      { roleName: 'r', policyDocument: JSON.stringify(open) },
      'role-trust-policy-public',
      authorization({ roles: [role('r', { trustPolicy: open })] }),
      authorization({ roles: [role('r', { trustPolicy: stranger })] }),
    ],
    [
      'a role of strangers',
      'iam:UpdateAssumeRolePolicy',
      { roleName: 'r', policyDocument: JSON.stringify(stranger) },
      'role-trust-policy-external-account',
      authorization({ roles: [role('r', { trustPolicy: stranger })] }),
      authorization({ roles: [role('r', { trustPolicy: trustOf({ Service: 'ec2.amazonaws.com' }) })] }),
    ],
    [
      'a boundary that was taken away',
      'iam:DeleteUserPermissionsBoundary',
      { userName: 'eve' },
      'permissions-boundary-removed',
      authorization({ users: [user('eve')] }),
      authorization({ users: [user('eve', { boundaryArn: admin })] }),
    ],
  ])(
    '%s: holds while it is there, and ends when it is not',
    async (_, action, request, ruleId, wrong, right) => {
      const account = await afterEvent(action, request, {}, ruleId, []);
      await account.review(1, readOn(1, wrong));
      expect(await account.open()).toMatchObject([{ ruleId, count: 2, event: { action } }]);
      await account.review(2, readOn(2, right));
      expect(await account.open()).toEqual([]);
    },
  );

  it('is of a rule that there is', () => {
    const known = rules.filter(({ kind }) => kind === 'condition').map(({ id }) => id);
    expect([...reviewedConditions.keys()].filter((id) => !known.includes(id))).toEqual([]);
  });
});
