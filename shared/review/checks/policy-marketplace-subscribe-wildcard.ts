import { type CheckExample, defineCheck } from '../define-check.ts';
import { actionsVerdict } from '../document-verdicts.ts';
import { customerExamples } from '../example-documents.ts';
import { subscribeCases } from '../example-powers.ts';
import { customerMessages, judgeCustomer } from '../judge-documents.ts';

const verdict = actionsVerdict(['aws-marketplace:Subscribe'], () => '*', 'low');

export const check = defineCheck({
  id: 'policy-marketplace-subscribe-wildcard',
  topic: 'policies',
  severity: 'low',
  title: 'Customer policy subscribes to anything in AWS Marketplace',
  why: 'One click buys software by the hour for the whole account, and some of it runs with a role of yours.',
  fix: 'Limit aws-marketplace:Subscribe by aws-marketplace:ProductId, or give it to a few only.',
  misses: 'Private marketplaces, which limit what can be bought.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      all: 'The policy {policy} allows {actions} on everything.',
      conditional: 'The policy {policy} allows {actions} on everything, where {conditions}.',
    },
    PASS: { less: 'The policy {policy} does not allow it on everything.' },
    ...customerMessages,
  },

  judge: ({ sources, account, at }) =>
    judgeCustomer(sources.authorization, account, 'low', (document) => verdict(document, account, at)),
});

export const examples = (): CheckExample[] => customerExamples(subscribeCases());
