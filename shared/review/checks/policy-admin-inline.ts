import { authorization, documentOf, group, reads, role, user } from '../../account/example.ts';
import { adminVerdict } from '../admin-verdict.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { inlineMessages, judgeInline } from '../judge-documents.ts';

export const check = defineCheck({
  id: 'policy-admin-inline',
  topic: 'policies',
  severity: 'critical',
  title: 'Inline policy allows everything',
  why: 'An administrator whom no list of administrators shows: the policy has no name that anybody looks for.',
  fix: 'Delete it; give administrators a role that is known.',
  misses: 'Documents that allow nearly everything: policy-privilege-escalation-inline.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      everything: 'The inline policy {policy} of {holder} allows every action on everything.',
      conditional:
        'The inline policy {policy} of {holder} allows every action on everything, where {conditions}.',
    },
    PASS: { less: 'The inline policy {policy} of {holder} does not allow everything.' },
    ...inlineMessages,
  },

  judge: ({ sources, account }) =>
    judgeInline(sources.authorization, account, (document) => adminVerdict(document, 'critical')),
});

const inline = (statement: object) => ({ inlinePolicies: [{ name: 'p', document: documentOf(statement) }] });

export const examples = (): CheckExample[] => [
  {
    name: 'of a user, a group and a role',
    expect: ['everything', 'everything', 'everything'],
    severity: 'critical',
    state: reads(
      authorization({
        users: [user('kim', inline({ Action: '*' }))],
        groups: [group('g', inline({ Action: '*:*' }))],
        roles: [role('r', inline({ NotAction: 's3:GetObject' }))],
      }),
    ),
  },
  {
    name: 'with a condition',
    expect: ['conditional'],
    severity: 'high',
    state: reads(
      authorization({
        roles: [
          role(
            'r',
            inline({ Action: '*', Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }),
          ),
        ],
      }),
    ),
  },
  {
    name: 'less',
    expect: ['less'],
    state: reads(authorization({ roles: [role('r', inline({ Action: 's3:*' }))] })),
  },
  {
    name: 'as URL-encoded text',
    expect: ['everything'],
    state: reads(
      authorization({
        roles: [
          role('r', {
            inlinePolicies: [
              { name: 'p', document: encodeURIComponent(JSON.stringify(documentOf({ Action: '*' }))) },
            ],
          }),
        ],
      }),
    ),
  },
  { name: 'none', expect: ['no-policies'], state: reads(authorization({})) },
];
