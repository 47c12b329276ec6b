import { call, denied } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { policyHolderOf } from '../../policy-holder.ts';

export default defineRule({
  id: 'iam-group-created',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['iam:CreateGroup'] },
  title: 'IAM group created',
  why: 'A new group is an inconspicuous place for rights: a policy on it and a user in it, and no policy of a user shows it. Accounts rarely need a new one.',
  fix: 'Ask who wanted the group. If nobody did, look at its policies and members, empty it and delete it.',
  misses: 'What the group is for: its policies and members are reported as they are added.',
  falsePositives: 'New teams, and stacks that bring their own groups.',
  attack: ['T1098.003', 'T1136.003'],
  messages: { created: '{actor} created IAM group {group}.' },
  undo: { created: 'aws iam delete-group --group-name {group}' },

  evaluate(event) {
    const { name: group, arn: resource } = policyHolderOf(event);
    return [{ message: 'created', resource, data: { group } }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'by a user',
    expect: ['created'],
    severity: 'low',
    record: call('iam:CreateGroup', {
      request: { groupName: 'ops' },
      response: { group: { groupName: 'ops', path: '/', arn: 'arn:aws:iam::111122223333:group/ops' } },
    }),
  },
  {
    name: 'there is one already',
    expect: [],
    record: call('iam:CreateGroup', {
      request: { groupName: 'ops' },
      error: { code: 'EntityAlreadyExistsException' },
    }),
  },
  {
    name: 'refused',
    expect: [],
    record: call('iam:CreateGroup', { error: denied('iam:CreateGroup', 'group ops') }),
  },
];
