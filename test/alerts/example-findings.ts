import type { EventSummary, Finding, FindingActor } from '../../shared/findings/finding.ts';
import { defineRule, type Rule } from '../../shared/rules/define-rule.ts';

/** A rule with what the alert path needs, on the pattern of the catalogue. */
export const policyRule = defineRule({
  id: 'admin-policy-attached-to-role',
  kind: 'condition',
  severity: 'high',
  on: { actions: ['iam:AttachRolePolicy'] },
  title: 'Administrator policy attached to a role',
  why: 'Whoever can assume the role can now do anything in the account, including making new administrators & hiding the traces.',
  fix: 'Ask the actor whether this was planned. If not, detach the policy and end the role’s sessions.',
  misses: 'Inline policies.',
  falsePositives: 'Bootstrap.',
  attack: ['T1098.003'],
  messages: {
    attached: {
      done: '{actor} attached {policy} to the role {role}',
      tried: '{actor} tried to attach {policy} to the role {role}',
    },
  },
  undo: { attached: 'aws iam detach-role-policy --role-name {role} --policy-arn {policy}' },
  evaluate: () => [],
});

export const signInRule = defineRule({
  id: 'root-signed-in',
  kind: 'incident',
  severity: 'critical',
  on: { actions: ['signin:ConsoleLogin'] },
  title: 'Root user signed in to the console',
  why: 'Root is limited by no policy.',
  fix: 'Find out who it was.',
  misses: '-',
  falsePositives: '-',
  attack: [],
  messages: { signedIn: 'The root user of {account} signed in from {sourceIp}.' },
  evaluate: () => [],
});

const rules = new Map<string, Rule>([policyRule, signInRule].map((rule) => [rule.id, rule]));

/** The catalogue of these tests. */
export const ruleOf = (id: string): Rule | undefined => rules.get(id);

export const eventAt = (over: Partial<EventSummary> = {}): EventSummary => ({
  id: '11111111-2222-4333-8444-555555555555',
  action: 'iam:AttachRolePolicy',
  source: 'iam.amazonaws.com',
  name: 'AttachRolePolicy',
  time: '2026-03-04T05:06:07.000Z',
  region: 'us-east-1',
  outcome: 'succeeded',
  via: 'direct',
  sourceIp: '203.0.113.7',
  userAgent: 'aws-cli/2.15.0 md/awscrt#0.19 os/linux',
  accessKeyEnd: 'WXYZ',
  sessionKey: 'arn:aws:iam::111122223333:user/alice',
  ...over,
});

export const actorNamed = (label: string, over: Partial<FindingActor> = {}): FindingActor => ({
  key: `arn:aws:iam::111122223333:user/${label}`,
  label,
  type: 'IAMUser',
  arn: `arn:aws:iam::111122223333:user/${label}`,
  mfa: 'no',
  ...over,
});

/** An open finding of `policyRule`; `over` says what differs. */
export const findingLike = (over: Partial<Finding> = {}): Finding => ({
  id: 'F-7K2QX4M9TB',
  ruleId: policyRule.id,
  kind: 'condition',
  severity: 'high',
  accountId: '111122223333',
  message: 'attached',
  resource: 'arn:aws:iam::111122223333:role/deploy/ci-deploy',
  aspect: 'arn:aws:iam::aws:policy/AdministratorAccess',
  data: { policy: 'arn:aws:iam::aws:policy/AdministratorAccess', role: 'ci-deploy' },
  actor: actorNamed('alice'),
  event: eventAt(),
  status: 'open',
  firstSeen: '2026-03-04T05:06:07.000Z',
  lastSeen: '2026-03-04T05:06:07.000Z',
  count: 1,
  severitySeen: { high: '2026-03-04T05:06:07.000Z' },
  version: 1,
  alertedVersion: 0,
  news: { type: 'opened', at: '2026-03-04T05:06:07.000Z' },
  recordedAt: '2026-03-04T05:06:48.000Z',
  ...over,
});

/** The same, put right by `kim` 14 minutes later. */
export const resolvedFinding = (over: Partial<Finding> = {}): Finding =>
  findingLike({
    status: 'resolved',
    version: 2,
    alertedVersion: 1,
    undone: {
      actor: actorNamed('kim'),
      event: eventAt({
        id: '99999999-2222-4333-8444-555555555555',
        action: 'iam:DetachRolePolicy',
        name: 'DetachRolePolicy',
        time: '2026-03-04T05:20:07.000Z',
      }),
    },
    news: { type: 'resolved', at: '2026-03-04T05:20:07.000Z' },
    recordedAt: '2026-03-04T05:20:10.000Z',
    ...over,
  });
