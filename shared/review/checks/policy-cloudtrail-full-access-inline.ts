import { type CheckExample, defineCheck } from '../define-check.ts';
import { fullAccessVerdict } from '../document-verdicts.ts';
import { inlineExamples } from '../example-documents.ts';
import { cloudTrailCases } from '../example-full-access.ts';
import { inlineMessages, judgeInline } from '../judge-documents.ts';

const verdict = fullAccessVerdict('cloudtrail', 'trail', 'high');

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
    judgeInline(sources.authorization, account, (document) => verdict(document, account, at)),
});

export const examples = (): CheckExample[] => inlineExamples(cloudTrailCases());
