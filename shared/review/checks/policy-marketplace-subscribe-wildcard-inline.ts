import { type CheckExample, defineCheck } from '../define-check.ts';
import { actionsVerdict } from '../document-verdicts.ts';
import { inlineExamples } from '../example-documents.ts';
import { subscribeCases } from '../example-powers.ts';
import { inlineMessages, judgeInline } from '../judge-documents.ts';

const verdict = actionsVerdict(['aws-marketplace:Subscribe'], () => '*', 'low');

export const check = defineCheck({
  id: 'policy-marketplace-subscribe-wildcard-inline',
  topic: 'policies',
  severity: 'low',
  title: 'Inline policy subscribes to anything in AWS Marketplace',
  why: 'One click buys software by the hour for the whole account, and some of it runs with a role of yours.',
  fix: 'Limit aws-marketplace:Subscribe by aws-marketplace:ProductId, or give it to a few only.',
  misses: 'Private marketplaces, which limit what can be bought.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      all: 'The inline policy {policy} of {holder} allows {actions} on everything.',
      conditional:
        'The inline policy {policy} of {holder} allows {actions} on everything, where {conditions}.',
    },
    PASS: { less: 'The inline policy {policy} of {holder} does not allow it on everything.' },
    ...inlineMessages,
  },

  judge: ({ sources, account, at }) =>
    judgeInline(sources.authorization, account, (document) => verdict(document, account, at)),
});

export const examples = (): CheckExample[] => inlineExamples(subscribeCases());
