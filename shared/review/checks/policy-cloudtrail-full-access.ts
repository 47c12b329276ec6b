import { type CheckExample, defineCheck } from '../define-check.ts';
import { fullAccessVerdict } from '../document-verdicts.ts';
import { customerExamples } from '../example-documents.ts';
import { cloudTrailCases } from '../example-full-access.ts';
import { customerMessages, judgeCustomer } from '../judge-documents.ts';

const verdict = fullAccessVerdict('cloudtrail', 'trail', 'high');

export const check = defineCheck({
  id: 'policy-cloudtrail-full-access',
  topic: 'policies',
  severity: 'high',
  title: 'Customer policy allows everything in CloudTrail',
  why: 'Who has it can stop the trail first, and do the rest unseen.',
  fix: 'Allow the actions that are called, on the trails that are meant.',
  misses: 'A document that lists every action one by one.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      full: 'The policy {policy} allows cloudtrail:* on everything.',
      conditional: 'The policy {policy} allows cloudtrail:* on everything, where {conditions}.',
    },
    PASS: { less: 'The policy {policy} does not allow cloudtrail:* on everything.' },
    ...customerMessages,
  },

  judge: ({ sources, account, at }) =>
    judgeCustomer(sources.authorization, account, 'high', (document) => verdict(document, account, at)),
});

export const examples = (): CheckExample[] => customerExamples(cloudTrailCases());
