import { type CheckExample, defineCheck } from '../define-check.ts';
import { anyArn } from '../document-powers.ts';
import { actionsVerdict } from '../document-verdicts.ts';
import { inlineExamples } from '../example-documents.ts';
import { decryptCases } from '../example-powers.ts';
import { inlineMessages, judgeInline } from '../judge-documents.ts';

const verdict = actionsVerdict(
  ['kms:Decrypt', 'kms:ReEncryptFrom'],
  (account) => anyArn(account, 'kms', 'key'),
  'medium',
);

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
    judgeInline(sources.authorization, account, (document) => verdict(document, account, at)),
});

export const examples = (): CheckExample[] => inlineExamples(decryptCases());
