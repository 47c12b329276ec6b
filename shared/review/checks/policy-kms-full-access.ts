import { type CheckExample, defineCheck } from '../define-check.ts';
import { fullAccessVerdict } from '../document-verdicts.ts';
import { customerExamples } from '../example-documents.ts';
import { kmsCases } from '../example-full-access.ts';
import { customerMessages, judgeCustomer } from '../judge-documents.ts';

const verdict = fullAccessVerdict('kms', 'key', 'medium');

export const check = defineCheck({
  id: 'policy-kms-full-access',
  topic: 'policies',
  severity: 'medium',
  title: 'Customer policy allows everything in KMS',
  why: 'Who has it can read whatever is encrypted in the account, and schedule the keys for deletion.',
  fix: 'Allow the actions that are called, on the keys that are meant.',
  misses: 'A document that lists every action one by one.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      full: 'The policy {policy} allows kms:* on everything.',
      conditional: 'The policy {policy} allows kms:* on everything, where {conditions}.',
    },
    PASS: { less: 'The policy {policy} does not allow kms:* on everything.' },
    ...customerMessages,
  },

  judge: ({ sources, account, at }) =>
    judgeCustomer(sources.authorization, account, 'medium', (document) => verdict(document, account, at)),
});

export const examples = (): CheckExample[] => customerExamples(kmsCases());
