import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { foreignPrincipals } from '../../foreign-principals.ts';
import { documentIn } from '../../policy-in-request.ts';

const principalsIn = (event: IamEvent): readonly string[] => {
  const document = documentIn(event, 'content');
  // Without settings every account but the own one is foreign: this lists all that the policy lets in.
  return document.status === 'read' ? foreignPrincipals(event, {}, document.policy) : [];
};

export default defineRule({
  id: 'organization-policy-delegated',
  kind: 'condition',
  severity: 'high',
  on: { actions: ['organizations:PutResourcePolicy'] },
  outcome: 'attempted',
  title: 'Management of policies of the organisation delegated',
  why: 'The accounts that the policy names may read the organisation, or change its service control policies, from where nobody looks for it: they take guardrails off every account.',
  fix: 'Read the policy. Delete it, or leave in it only the account of your security team and the actions it needs.',
  misses: 'Which of the actions are used. Principals that a condition instead of a name lets in.',
  falsePositives: 'Delegating policies to a security account on purpose: accept it once by an exception.',
  attack: ['T1484', 'T1098'],
  messages: {
    delegated: {
      done: '{actor} delegated management of the organisation by its resource policy, to {principals}.',
      tried:
        '{actor} tried to delegate management of the organisation by its resource policy; AWS refused it.',
    },
  },
  undo: { delegated: 'aws organizations delete-resource-policy' },
  undoneBy: [
    {
      actions: ['organizations:DeleteResourcePolicy'],
      undoes: (event) => [{ resource: accountArn(event) }],
    },
  ],

  evaluate(event) {
    const principals = principalsIn(event);
    return [
      {
        message: 'delegated',
        resource: accountArn(event),
        data: { principals: principals.length > 0 ? principals : ['principals that cannot be told'] },
      },
    ];
  },
});

const content = JSON.stringify({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::444455556666:root' },
      Action: 'organizations:*Policy',
      Resource: '*',
    },
  ],
});

export const examples = (): Example[] => [
  {
    name: 'to a member',
    expect: ['delegated'],
    severity: 'high',
    record: call('organizations:PutResourcePolicy', { request: { content } }),
  },
  {
    name: 'refused',
    expect: ['delegated'],
    severity: 'medium',
    record: call('organizations:PutResourcePolicy', { error: denied('organizations:PutResourcePolicy') }),
  },
  {
    name: 'malformed',
    expect: [],
    record: call('organizations:PutResourcePolicy', {
      request: { content },
      error: { code: 'InvalidInputException' },
    }),
  },
];
