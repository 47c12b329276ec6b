import { call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { isAdminPolicy } from '../../admin-policies.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { policyHolderOf } from '../../policy-holder.ts';
import { quarantinePolicyOf } from '../../quarantine-policies.ts';

/** The policy, unless it is one that a rule of its own tells of. */
const policyOf = (event: IamEvent): string | undefined => {
  const policy = textAt(event.request, 'policyArn');
  if (policy === undefined || isAdminPolicy(policy)) return undefined;
  return quarantinePolicyOf(event) === undefined ? policy : undefined;
};

export default defineRule({
  id: 'managed-policy-attached',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['iam:AttachUserPolicy', 'iam:AttachRolePolicy', 'iam:AttachGroupPolicy'] },
  title: 'Managed policy attached by somebody new',
  why: 'Attaching a policy is how rights are given. This caller has not given this identity any in a week.',
  fix: 'Check that a change request names the identity and the policy. Detach the policy otherwise.',
  misses:
    'What the policy allows. Callers who change the same identity every week. Administrators’ policies and AWS’s quarantine, which have rules of their own. Refused attempts.',
  falsePositives: 'Most are: deployments and people at work. It is meant for the daily digest.',
  attack: ['T1098.003'],
  messages: {
    attached: '{actor} attached {policy} to {holderKind} {holder}, for the first time in a week.',
  },

  history(event) {
    if (policyOf(event) === undefined) return [];
    return [{ kind: 'first-seen', key: `${event.actor.key} ${policyHolderOf(event).arn}`, days: 7 }];
  },

  evaluate(event, { history }) {
    const policy = policyOf(event);
    if (policy === undefined || history[0]?.status !== 'met') return [];
    const { kind: holderKind, name: holder, arn: resource } = policyHolderOf(event);
    return [{ message: 'attached', resource, aspect: policy, data: { policy, holderKind, holder } }];
  },
});

const attach = (policyArn: string, over: object = {}) =>
  call('iam:AttachRolePolicy', { request: { roleName: 'web', policyArn }, ...over });
const own = 'arn:aws:iam::111122223333:policy/orders';

export const examples = (): Example[] => [
  { name: 'a customer-managed policy', expect: ['attached'], severity: 'low', record: attach(own) },
  {
    name: 'to an identity that somebody else looks after',
    expect: ['attached'],
    before: [attach(own, { by: role('deploy', 'run-1'), time: '2026-03-03T05:06:07Z' })],
    record: attach(own),
  },
  {
    name: 'another policy to the same identity, the same week',
    expect: [],
    before: [attach(own, { by: role('deploy', 'run-1'), time: '2026-03-03T05:06:07Z' })],
    record: attach('arn:aws:iam::aws:policy/ReadOnlyAccess', { by: role('deploy', 'run-2') }),
  },
  {
    name: 'an administrator policy',
    expect: [],
    record: attach('arn:aws:iam::aws:policy/AdministratorAccess'),
  },
  {
    name: 'the quarantine of a leaked key',
    expect: [],
    record: call('iam:AttachUserPolicy', {
      request: { userName: 'bob', policyArn: 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3' },
    }),
  },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    record: attach(own),
  },
  {
    name: 'refused',
    expect: [],
    record: call('iam:AttachRolePolicy', { error: denied('iam:AttachRolePolicy', 'role web') }),
  },
];
