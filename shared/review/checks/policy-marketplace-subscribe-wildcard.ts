import { authorization, documentOf, managedPolicy, reads } from '../../account/example.ts';
import { lowered } from '../../rules/severity.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { allowsOn } from '../document-powers.ts';
import { customerMessages, judgeCustomer } from '../judge-documents.ts';

const actions = ['aws-marketplace:Subscribe'];

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
    judgeCustomer(sources.authorization, account, 'low', (document) => {
      const found = actions.flatMap((action) => {
        const possible = allowsOn(document, account, at, action, '*');
        return possible ? [{ action, conditions: possible.conditions }] : [];
      });
      if (found.length === 0) return { message: 'less' };
      const data = { actions: found.map(({ action }) => action) };
      if (found.some(({ conditions }) => conditions.length === 0)) return { message: 'all', data };
      const conditions = [...new Set(found.flatMap((one) => one.conditions))];
      return { message: 'conditional', data: { ...data, conditions }, severity: lowered('low') };
    }),
});

const state = (...statements: readonly object[]) =>
  reads(authorization({ policies: [managedPolicy('p', documentOf(...statements))] }));

export const examples = (): CheckExample[] => [
  {
    name: 'aws-marketplace:Subscribe on everything',
    expect: ['all'],
    severity: 'low',
    state: state({ Action: 'aws-marketplace:Subscribe' }),
  },
  { name: 'everything in it', expect: ['all'], state: state({ Action: 'aws-marketplace:*' }) },
  {
    name: 'some products only',
    expect: ['conditional'],
    severity: 'info',
    state: state({
      Action: 'aws-marketplace:Subscribe',
      Condition: { 'ForAnyValue:StringEquals': { 'aws-marketplace:ProductId': 'prod-1' } },
    }),
  },
  {
    name: 'denied again on everything',
    expect: ['less'],
    state: state({ Action: 'aws-marketplace:*' }, { Effect: 'Deny', Action: 'aws-marketplace:Subscribe' }),
  },
  {
    name: 'denied again on something',
    expect: ['all'],
    state: state(
      { Action: 'aws-marketplace:*' },
      {
        Effect: 'Deny',
        Action: 'aws-marketplace:Subscribe',
        Resource: 'arn:aws:aws-marketplace:us-east-1:111122223333:x/y',
      },
    ),
  },
  { name: 'looking only', expect: ['less'], state: state({ Action: 'aws-marketplace:View*' }) },
  { name: 'none', expect: ['no-policies'], state: reads(authorization({})) },
];
