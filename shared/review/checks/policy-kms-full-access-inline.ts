import { authorization, documentOf, reads, role } from '../../account/example.ts';
import { lowered } from '../../rules/severity.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { allowsWhole } from '../document-powers.ts';
import { inlineMessages, judgeInline } from '../judge-documents.ts';

export const check = defineCheck({
  id: 'policy-kms-full-access-inline',
  topic: 'policies',
  severity: 'medium',
  title: 'Inline policy allows everything in KMS',
  why: 'Who has it can read whatever is encrypted in the account, and schedule the keys for deletion.',
  fix: 'Allow the actions that are called, on the keys that are meant.',
  misses: 'A document that lists every action one by one.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      full: 'The inline policy {policy} of {holder} allows kms:* on everything.',
      conditional: 'The inline policy {policy} of {holder} allows kms:* on everything, where {conditions}.',
    },
    PASS: { less: 'The inline policy {policy} of {holder} does not allow kms:* on everything.' },
    ...inlineMessages,
  },

  judge: ({ sources, account, at }) =>
    judgeInline(sources.authorization, account, (document) => {
      const found = allowsWhole(document, account, at, 'kms', 'key');
      if (found === undefined) return { message: 'less' };
      if (found.conditions.length === 0) return { message: 'full' };
      return { message: 'conditional', data: { conditions: found.conditions }, severity: lowered('medium') };
    }),
});

const state = (...statements: readonly object[]) =>
  reads(
    authorization({
      roles: [role('app', { inlinePolicies: [{ name: 'p', document: documentOf(...statements) }] })],
    }),
  );

export const examples = (): CheckExample[] => [
  { name: 'kms:* on everything', expect: ['full'], severity: 'medium', state: state({ Action: 'kms:*' }) },
  { name: 'everything on everything', expect: ['full'], state: state({ Action: '*' }) },
  { name: 'everything but S3', expect: ['full'], state: state({ NotAction: 's3:*' }) },
  {
    name: 'with MFA only',
    expect: ['conditional'],
    severity: 'low',
    state: state({ Action: 'kms:*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
  },
  {
    name: 'one action denied',
    expect: ['less'],
    state: state({ Action: 'kms:*' }, { Effect: 'Deny', Action: 'kms:ScheduleKeyDeletion' }),
  },
  {
    name: 'one action denied on one thing',
    expect: ['full'],
    state: state(
      { Action: 'kms:*' },
      {
        Effect: 'Deny',
        Action: 'kms:ScheduleKeyDeletion',
        Resource: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      },
    ),
  },
  { name: 'reading only', expect: ['less'], state: state({ Action: 'kms:Describe*' }) },
  {
    name: 'on one thing',
    expect: ['less'],
    state: state({
      Action: 'kms:*',
      Resource: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    }),
  },
  { name: 'none', expect: ['no-policies'], state: reads(authorization({})) },
];
