import { authorization, documentOf, group, reads } from '../../account/example.ts';
import { lowered } from '../../rules/severity.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { allowsOn, anyArn } from '../document-powers.ts';
import { inlineMessages, judgeInline } from '../judge-documents.ts';

const actions = ['kms:Decrypt', 'kms:ReEncryptFrom'];

export const check = defineCheck({
  id: 'policy-kms-decrypt-all-inline',
  topic: 'policies',
  severity: 'medium',
  title: 'Inline policy decrypts with every key',
  why: 'Who has it reads whatever is encrypted in the account, also what was never meant for it.',
  fix: 'Name the keys, or limit it with kms:ViaService or an encryption context.',
  misses: 'Keys whose own policies let this account in do not say so here; grants.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      all: 'The inline policy {policy} of {holder} allows {actions} on every key.',
      conditional:
        'The inline policy {policy} of {holder} allows {actions} on every key, where {conditions}.',
    },
    PASS: { less: 'The inline policy {policy} of {holder} does not allow it on every key.' },
    ...inlineMessages,
  },

  judge: ({ sources, account, at }) =>
    judgeInline(sources.authorization, account, (document) => {
      const found = actions.flatMap((action) => {
        const possible = allowsOn(document, account, at, action, anyArn(account, 'kms', 'key'));
        return possible ? [{ action, conditions: possible.conditions }] : [];
      });
      if (found.length === 0) return { message: 'less' };
      const data = { actions: found.map(({ action }) => action) };
      if (found.some(({ conditions }) => conditions.length === 0)) return { message: 'all', data };
      const conditions = [...new Set(found.flatMap((one) => one.conditions))];
      return { message: 'conditional', data: { ...data, conditions }, severity: lowered('medium') };
    }),
});

const state = (...statements: readonly object[]) =>
  reads(
    authorization({
      groups: [group('g', { inlinePolicies: [{ name: 'p', document: documentOf(...statements) }] })],
    }),
  );

export const examples = (): CheckExample[] => [
  {
    name: 'kms:Decrypt on everything',
    expect: ['all'],
    severity: 'medium',
    state: state({ Action: 'kms:Decrypt' }),
  },
  { name: 'kms:ReEncrypt* on everything', expect: ['all'], state: state({ Action: 'KMS:reencrypt*' }) },
  {
    name: 'every key, by its ARN',
    expect: ['all'],
    state: state({ Action: 'kms:*', Resource: 'arn:aws:kms:*:111122223333:key/*' }),
  },
  {
    name: 'for one service only',
    expect: ['conditional'],
    severity: 'low',
    state: state({
      Action: 'kms:Decrypt',
      Condition: { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } },
    }),
  },
  {
    name: 'one key',
    expect: ['less'],
    state: state({ Action: 'kms:Decrypt', Resource: 'arn:aws:kms:eu-central-1:111122223333:key/1' }),
  },
  { name: 'encrypting only', expect: ['less'], state: state({ Action: 'kms:Encrypt' }) },
  {
    name: 'denied again',
    expect: ['less'],
    state: state({ Action: 'kms:*' }, { Effect: 'Deny', Action: ['kms:Decrypt', 'kms:ReEncryptFrom'] }),
  },
  { name: 'none', expect: ['no-policies'], state: reads(authorization({})) },
];
