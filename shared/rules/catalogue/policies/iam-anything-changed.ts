import { call, denied, root } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { iamTargetOf } from '../../iam-call-target.ts';

export default defineRule({
  id: 'iam-anything-changed',
  kind: 'inventory',
  severity: 'info',
  // Records before version 1.08 do not say whether they are read-only.
  on: { services: ['iam'], where: { readOnly: [false, { exists: false }] } },
  title: 'IAM changed',
  why: 'Who changed what in IAM, in one list: what an investigation looks at first, and what shows that nothing was left out.',
  fix: 'Nothing at once.',
  misses:
    'Refused attempts, reads, and identities kept elsewhere (Identity Center, the organisation, directories).',
  falsePositives: 'None: this is a list.',
  attack: [],
  messages: { changed: '{actor} called {eventName} on {target}.' },

  evaluate(event) {
    if (event.readOnly) return [];
    const { target, resource } = iamTargetOf(event);
    return [{ message: 'changed', resource, data: { target } }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'a user tagged',
    expect: ['changed'],
    severity: 'info',
    record: call('iam:TagUser', { request: { userName: 'alice', tags: [] } }),
  },
  {
    name: 'the alias of the account',
    expect: ['changed'],
    record: call('iam:CreateAccountAlias', { by: root(), request: { accountAlias: 'acme' } }),
  },
  { name: 'a read', expect: [], record: call('iam:ListUsers', { readOnly: true }) },
  {
    name: 'refused',
    expect: [],
    record: call('iam:DeleteRole', { error: denied('iam:DeleteRole', 'role web') }),
  },
];
