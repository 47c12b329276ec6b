import { authorization, documentOf, reads, role } from '../../account/example.ts';
import { lowered } from '../../rules/severity.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { allowsWhole } from '../document-powers.ts';
import { inlineMessages, judgeInline } from '../judge-documents.ts';

export const check = defineCheck({
  id: 'policy-cloudtrail-full-access-inline',
  topic: 'policies',
  severity: 'high',
  title: 'Inline policy allows everything in CloudTrail',
  why: 'Who has it can stop the trail first, and do the rest unseen.',
  fix: 'Allow the actions that are called, on the trails that are meant.',
  misses: 'A document that lists every action one by one.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      full: 'The inline policy {policy} of {holder} allows cloudtrail:* on everything.',
      conditional:
        'The inline policy {policy} of {holder} allows cloudtrail:* on everything, where {conditions}.',
    },
    PASS: { less: 'The inline policy {policy} of {holder} does not allow cloudtrail:* on everything.' },
    ...inlineMessages,
  },

  judge: ({ sources, account, at }) =>
    judgeInline(sources.authorization, account, (document) => {
      const found = allowsWhole(document, account, at, 'cloudtrail', 'trail');
      if (found === undefined) return { message: 'less' };
      if (found.conditions.length === 0) return { message: 'full' };
      return { message: 'conditional', data: { conditions: found.conditions }, severity: lowered('high') };
    }),
});

const state = (...statements: readonly object[]) =>
  reads(
    authorization({
      roles: [role('app', { inlinePolicies: [{ name: 'p', document: documentOf(...statements) }] })],
    }),
  );

export const examples = (): CheckExample[] => [
  {
    name: 'cloudtrail:* on everything',
    expect: ['full'],
    severity: 'high',
    state: state({ Action: 'cloudtrail:*' }),
  },
  { name: 'everything on everything', expect: ['full'], state: state({ Action: '*' }) },
  { name: 'everything but S3', expect: ['full'], state: state({ NotAction: 's3:*' }) },
  {
    name: 'with MFA only',
    expect: ['conditional'],
    severity: 'medium',
    state: state({ Action: 'cloudtrail:*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
  },
  {
    name: 'one action denied',
    expect: ['less'],
    state: state({ Action: 'cloudtrail:*' }, { Effect: 'Deny', Action: 'cloudtrail:DeleteTrail' }),
  },
  {
    name: 'one action denied on one thing',
    expect: ['full'],
    state: state(
      { Action: 'cloudtrail:*' },
      {
        Effect: 'Deny',
        Action: 'cloudtrail:DeleteTrail',
        Resource: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/a',
      },
    ),
  },
  { name: 'reading only', expect: ['less'], state: state({ Action: 'cloudtrail:Describe*' }) },
  {
    name: 'on one thing',
    expect: ['less'],
    state: state({ Action: 'cloudtrail:*', Resource: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/a' }),
  },
  { name: 'none', expect: ['no-policies'], state: reads(authorization({})) },
];
