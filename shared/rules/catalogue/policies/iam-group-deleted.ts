import { call, denied } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { policyHolderOf } from '../../policy-holder.ts';

export default defineRule({
  id: 'iam-group-deleted',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['iam:DeleteGroup'] },
  title: 'IAM group deleted',
  why: 'Deleting a group locks out whoever had rights only through it, and removes the traces of how an intruder got its own.',
  fix: 'Look at what was done to the group before: a group is empty when it is deleted, so its members and policies were taken out one by one.',
  misses: 'Groups that are only emptied.',
  falsePositives: 'Tidying up, and stacks that are torn down.',
  attack: ['T1531', 'T1070'],
  messages: { deleted: '{actor} deleted IAM group {group}.' },

  evaluate(event) {
    const { name: group, arn: resource } = policyHolderOf(event);
    return [{ message: 'deleted', resource, data: { group } }];
  },
});

const request = { groupName: 'ops' };

export const examples = (): Example[] => [
  { name: 'by a user', expect: ['deleted'], severity: 'low', record: call('iam:DeleteGroup', { request }) },
  {
    name: 'still in use',
    expect: [],
    record: call('iam:DeleteGroup', { request, error: { code: 'DeleteConflictException' } }),
  },
  {
    name: 'refused',
    expect: [],
    record: call('iam:DeleteGroup', { error: denied('iam:DeleteGroup', 'group ops') }),
  },
];
