import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { foundIn, type KnownAnswer } from '../../../account/lookup.ts';
import { call, denied, role, service, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { isAdminPolicy } from '../../admin-policies.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { carrierActions } from '../../passed-role/carriers.ts';
import { type PassedRole, passedRolesOf } from '../../passed-role/passed-roles.ts';

interface AdminRole extends PassedRole {
  readonly policy: string;
}

/** The passed roles that are administrators. One that does not exist is none. */
const adminRolesOf = (event: IamEvent, answers: readonly KnownAnswer[]): readonly AdminRole[] =>
  passedRolesOf(event).flatMap((passed, index) => {
    const answer = answers[index];
    const attached = answer && foundIn([answer], 'attached-policies');
    const policy = attached?.managed.find(isAdminPolicy);
    return policy === undefined ? [] : [{ ...passed, policy }];
  });

const serviceOf = ({ action }: IamEvent): string => action.slice(0, action.indexOf(':'));

export default defineRule({
  id: 'passrole-privileged',
  kind: 'incident',
  severity: 'high',
  on: { actions: carrierActions },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: "Administrator's role passed to a service",
  why: 'Whoever can pass a role to a function, an instance or a job runs code as that role. With an administrator’s role that is the whole account, whatever the caller itself may do.',
  fix: 'Check that the caller was meant to have these rights. If not, stop what was started, revoke the sessions of the role, and limit iam:PassRole of the caller to the roles it needs, with iam:PassedToService.',
  misses:
    'Roles that are administrators by a policy of another name or an inline one: their names alone tell nothing. Roles that a thing already had (a function whose code is replaced, an instance that is logged in to). Calls whose parameters are too large for CloudTrail. The same caller, role and service again within 30 days.',
  falsePositives:
    'Deployments: CloudFormation and CDK are commonly given an administrator’s role. Name the roles that deploy in the setting pipelines, and this is told with severity low.',
  attack: ['T1098.003', 'T1548.005', 'T1078.004'],
  messages: {
    passed: {
      done: '{actor} passed {passedKind} {role} to {service} ({eventName}); {policy} makes it an administrator.',
      tried:
        '{actor} tried to pass {passedKind} {role} to {service} ({eventName}); {policy} makes it an administrator. AWS refused it.',
    },
  },

  lookups: (event) =>
    passedRolesOf(event).map(({ kind, name }) => ({ kind: 'attached-policies', id: `${kind}/${name}` })),

  history(event, _, lookups) {
    const names = adminRolesOf(event, lookups).map(({ name }) => name);
    if (names.length === 0) return [];
    // Apart by outcome: an attempt that was refused must not make the one that succeeds look known.
    const key = JSON.stringify([event.actor.key, serviceOf(event), event.outcome, ...names]);
    return [{ kind: 'first-seen', key, days: 30, optional: true }];
  },

  evaluate(event, { lookups, history, settings }) {
    if (history[0]?.status === 'not-met') return [];
    const isExpected = matchesAnyArnPattern(settings.pipelines, event.actor.roleArn);
    return adminRolesOf(event, lookups).map(({ kind, name, arn, policy }) => ({
      message: 'passed' as const,
      resource: arn,
      aspect: serviceOf(event),
      // One level lower still, as for everything that a pipeline does.
      ...(isExpected ? { severity: 'medium' as const } : {}),
      data: {
        passedKind: kind === 'role' ? 'role' : 'instance profile',
        role: name,
        service: serviceOf(event),
        policy,
      },
    }));
  },
});

const admin = { managed: ['arn:aws:iam::aws:policy/AdministratorAccess'], inline: [] };
const reader = { managed: ['arn:aws:iam::aws:policy/ReadOnlyAccess'], inline: ['write'] };
const lookups = { 'attached-policies': { 'role/ops': admin, 'role/web': reader, 'role/gone': null } };
const withRole = (name: string) => ({
  request: { functionName: 'f', role: `arn:aws:iam::111122223333:role/${name}` },
});
const creates = (name: string, time?: string) =>
  call('lambda:CreateFunction20150331', { ...withRole(name), ...(time ? { time } : {}) });

const loud = (): Example[] => [
  { name: 'to a function', expect: ['passed'], severity: 'high', lookups, record: creates('ops') },
  {
    name: 'in an instance profile',
    expect: ['passed'],
    lookups: { 'attached-policies': { 'instance-profile/bastion': admin } },
    record: call('ec2:RunInstances', { request: { iamInstanceProfile: { name: 'bastion' } } }),
  },
  {
    name: 'refused',
    expect: ['passed'],
    severity: 'medium',
    lookups,
    record: call('states:CreateStateMachine', {
      error: denied('iam:PassRole', 'arn:aws:iam::111122223333:role/ops'),
    }),
  },
  {
    name: 'after the same was refused',
    expect: ['passed'],
    severity: 'high',
    lookups,
    before: [
      call('lambda:CreateFunction20150331', {
        time: '2026-03-04T05:00:00Z',
        error: denied('iam:PassRole', 'arn:aws:iam::111122223333:role/ops'),
      }),
    ],
    record: creates('ops'),
  },
  {
    name: 'through CloudFormation',
    expect: ['passed'],
    severity: 'medium',
    lookups,
    record: call('lambda:CreateFunction20150331', {
      ...withRole('ops'),
      by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'by a role that deploys',
    expect: ['passed'],
    severity: 'low',
    lookups,
    settings: { pipelines: ['arn:aws:iam::*:role/deploy'] },
    record: call('cloudformation:CreateStack', {
      request: { stackName: 'shop', roleARN: 'arn:aws:iam::111122223333:role/ops' },
      by: role('deploy', 'pipeline'),
    }),
  },
  {
    name: 'on the first day of watching',
    expect: ['passed'],
    lookups,
    watchedSince: '2026-03-04T00:00:00Z',
    record: creates('ops'),
  },
];

const quiet = (): Example[] => [
  { name: 'an ordinary role', expect: [], lookups, record: creates('web') },
  { name: 'a role that does not exist', expect: [], lookups, record: creates('gone') },
  {
    name: 'a role whose policies could not be read',
    expect: [],
    undecided: 'unavailable',
    record: creates('ops'),
  },
  {
    name: 'again by the same caller',
    expect: [],
    lookups,
    before: [creates('ops', '2026-03-01T05:06:07Z')],
    record: creates('ops'),
  },
  {
    name: 'no role at all',
    expect: [],
    record: call('lambda:UpdateFunctionConfiguration20150331v2', { request: { functionName: 'f' } }),
  },
  {
    name: 'by Auto Scaling',
    expect: [],
    record: call('ec2:RunInstances', {
      request: { iamInstanceProfile: { name: 'bastion' } },
      by: service('autoscaling.amazonaws.com'),
    }),
  },
  {
    name: 'refused for another reason',
    expect: [],
    record: call('lambda:CreateFunction20150331', { error: denied('lambda:CreateFunction') }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
