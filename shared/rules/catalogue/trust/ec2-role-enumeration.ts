import { after, call, denied, instance, role } from '../../../events/example.ts';
import type { Action } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

// What people ask to find their way in an account, and applications and agents on instances hardly ever: the calls of Stratus Red
// Team's ec2-enumerate-from-instance, and their like for other stores of identities and secrets.
const actions: readonly Action[] = [
  'cloudtrail:DescribeTrails',
  'ec2:DescribeSnapshots',
  'guardduty:ListDetectors',
  'iam:GetAccountAuthorizationDetails',
  'iam:GetAccountSummary',
  'iam:ListAccessKeys',
  'iam:ListGroups',
  'iam:ListPolicies',
  'iam:ListRoles',
  'iam:ListUsers',
  'lambda:ListFunctions',
  'organizations:DescribeOrganization',
  'organizations:ListAccounts',
  'rds:DescribeDBSnapshots',
  'route53:ListHostedZones',
  's3:ListBuckets',
  'secretsmanager:ListSecrets',
  'ses:ListIdentities',
  'sso:ListInstances',
  'ssm:DescribeParameters',
];

export default defineRule({
  id: 'ec2-role-enumeration',
  kind: 'incident',
  severity: 'medium',
  on: { actions },
  outcome: 'any',
  serviceInitiated: 'skip',
  title: 'Account explored with the role of an instance',
  why: 'Programs on an instance know what they need; this one looks around. Somebody is on the instance, or has its credentials.',
  fix: 'See what ran on the instance at that time. If nobody knows, isolate it, revoke the sessions of the role and read what else it called.',
  misses: 'Instances that ask such things every week. Other reads, which applications make too.',
  falsePositives:
    'Inventory and backup agents, and operators who work from a jump host, when they are new. The first seven days, in which nothing can be new, are quiet.',
  attack: ['T1087.004', 'T1526', 'T1580'],
  messages: {
    explored: {
      done: 'Instance {instance} (role {role}) called {eventName}, for the first time in a week.',
      tried: 'Instance {instance} (role {role}) tried to call {eventName}, for the first time in a week.',
    },
  },

  history: ({ actor, action }) =>
    actor.isInstance ? [{ kind: 'first-seen', key: `${actor.key} ${action}`, days: 7 }] : [],

  evaluate(event, { history: [seen] }) {
    const { isInstance, sessionName = 'unknown', roleName = 'unknown' } = event.actor;
    if (!isInstance || seen?.status !== 'met') return [];
    return [
      { message: 'explored', resource: actorArn(event), data: { instance: sessionName, role: roleName } },
    ];
  },
});

const web = () => instance('web', 'i-0a1b2c3d4e5f60718');
const lists = (over: object = {}) => call('iam:ListUsers', { by: web(), readOnly: true, ...over });

export const examples = (): Example[] => [
  { name: 'users listed', expect: ['explored'], severity: 'medium', record: lists() },
  {
    name: 'refused',
    expect: ['explored'],
    severity: 'medium',
    record: lists({ error: denied('iam:ListUsers') }),
  },
  {
    name: 'another call than yesterday',
    expect: ['explored'],
    before: [call('iam:ListRoles', { by: web(), readOnly: true, time: after(-86_400) })],
    record: lists(),
  },
  {
    name: 'as yesterday, by another instance of the role',
    expect: [],
    before: [lists({ by: instance('web', 'i-0f0e0d0c'), time: after(-86_400) })],
    record: lists(),
  },
  {
    name: 'an ordinary read',
    expect: [],
    record: call('ec2:DescribeInstances', { by: web(), readOnly: true }),
  },
  { name: 'by a person', expect: [], record: lists({ by: role('web', 'alice') }) },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    record: lists(),
  },
];
