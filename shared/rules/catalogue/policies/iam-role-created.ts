import { call, denied } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { writtenTrustOf } from '../../trust-document.ts';

export default defineRule({
  id: 'iam-role-created',
  kind: 'inventory',
  severity: 'info',
  on: { actions: ['iam:CreateRole'] },
  title: 'IAM role created',
  why: 'The list of new roles is what an access review begins with.',
  fix: 'Nothing at once. Compare the list with what was deployed.',
  misses:
    'Service-linked roles: services make them by another call. Whom the role trusts and what it allows, which other rules look at.',
  falsePositives: 'None: this is a list.',
  attack: [],
  messages: { created: '{actor} created role {role}.' },

  evaluate(event) {
    const { resource, role } = writtenTrustOf(event);
    return [{ message: 'created', resource, data: { role } }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'for a service',
    expect: ['created'],
    severity: 'info',
    record: call('iam:CreateRole', {
      request: {
        roleName: 'thumbnails',
        path: '/service-role/',
        assumeRolePolicyDocument:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}',
      },
    }),
  },
  {
    name: 'refused',
    expect: [],
    record: call('iam:CreateRole', { error: denied('iam:CreateRole', 'role x') }),
  },
];
