import { after, call, denied, role } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { writtenTrustOf } from '../../trust-document.ts';

export default defineRule({
  id: 'role-trust-policy-changed',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['iam:UpdateAssumeRolePolicy'] },
  title: 'Trust policy of a role changed by somebody new',
  why: 'The trust policy says who may become the role. This caller has not changed it in a week.',
  fix: 'Compare the new trust policy with what the role is for. CloudTrail has the old one in the call before, or in the creation of the role.',
  misses:
    'What the change lets in: other rules read the document. Callers who change the same role every week. Refused attempts: role-trust-policy-public tells of them.',
  falsePositives: 'Most are: deployments and people at work. It is meant for the daily digest.',
  attack: ['T1098.003'],
  messages: { changed: '{actor} changed who may take on role {role}, for the first time in a week.' },

  history: (event) => [
    { kind: 'first-seen', key: `${event.actor.key} ${writtenTrustOf(event).resource}`, days: 7 },
  ],

  evaluate(event, { history: [seen] }) {
    const { resource, role } = writtenTrustOf(event);
    return seen?.status === 'met' ? [{ message: 'changed', resource, data: { role } }] : [];
  },
});

const update = (over: object = {}) =>
  call('iam:UpdateAssumeRolePolicy', {
    request: { roleName: 'web', policyDocument: '{"Version":"2012-10-17","Statement":[]}' },
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'for the first time', expect: ['changed'], severity: 'low', record: update() },
  {
    name: 'by another caller than yesterday',
    expect: ['changed'],
    before: [update({ by: role('deploy', 'run-1'), time: after(-86_400) })],
    record: update(),
  },
  {
    name: 'again within a week, by another session of the role',
    expect: [],
    before: [update({ by: role('deploy', 'run-1'), time: after(-3 * 86_400) })],
    record: update({ by: role('deploy', 'run-2') }),
  },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    record: update(),
  },
  {
    name: 'refused',
    expect: [],
    record: call('iam:UpdateAssumeRolePolicy', { error: denied('iam:UpdateAssumeRolePolicy', 'role web') }),
  },
];
