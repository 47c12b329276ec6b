import { type CheckExample, defineCheck } from '../define-check.ts';
import { fullAccessVerdict } from '../document-verdicts.ts';
import { inlineExamples } from '../example-documents.ts';
import { kmsCases } from '../example-full-access.ts';
import { inlineMessages, judgeInline } from '../judge-documents.ts';

const verdict = fullAccessVerdict('kms', 'key', 'medium');

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
    judgeInline(sources.authorization, account, (document) => verdict(document, account, at)),
});

export const examples = (): CheckExample[] => inlineExamples(kmsCases());
