import { isKnownAccount } from '../../../account/known-accounts.ts';
import { call, denied } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { otherAccountArn } from '../../other-account.ts';

export default defineRule({
  id: 'config-aggregation-authorized',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['config:PutAggregationAuthorization'] },
  outcome: 'attempted',
  title: 'Another account allowed to collect AWS Config data',
  why: 'The other account sees every resource of this one with its settings, IAM’s included: a map of what to attack, kept up to date.',
  fix: 'Delete the authorization unless the account is that of your security team.',
  misses: 'Aggregators of the organisation, which need no authorization: see delegated-admin-registered.',
  falsePositives:
    'Accounts of your organization or partners, until the settings organizationAccounts and trustedAccounts name them.',
  attack: ['T1580', 'T1526'],
  messages: {
    authorized: {
      done: '{actor} allowed account {collector} to collect AWS Config data of {region}.',
      tried:
        '{actor} tried to allow account {collector} to collect AWS Config data of {region}; AWS refused it.',
    },
  },
  undo: {
    authorized:
      'aws configservice delete-aggregation-authorization --region {region} --authorized-account-id {collector} --authorized-aws-region {collectorRegion}',
  },

  evaluate(event, { settings }) {
    const collector = textAt(event.request, 'authorizedAccountId');
    const isKnown =
      collector !== undefined && (collector === event.accountId || isKnownAccount(settings, collector));
    if (isKnown) return [];
    const data = {
      collector: collector ?? 'unknown',
      collectorRegion: textAt(event.request, 'authorizedAwsRegion') ?? 'unknown',
    };
    return [{ message: 'authorized', resource: otherAccountArn(event, collector), data }];
  },
});

const authorizes = (over: object = {}) =>
  call('config:PutAggregationAuthorization', {
    request: { authorizedAccountId: '444455556666', authorizedAwsRegion: 'eu-west-1' },
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'an account nobody knows', expect: ['authorized'], severity: 'high', record: authorizes() },
  {
    name: 'refused',
    expect: ['authorized'],
    severity: 'medium',
    record: call('config:PutAggregationAuthorization', {
      error: denied('config:PutAggregationAuthorization'),
    }),
  },
  {
    name: 'an account of the organization',
    expect: [],
    settings: { organizationAccounts: ['444455556666'] },
    record: authorizes(),
  },
  { name: 'in error', expect: [], record: authorizes({ error: { code: 'InvalidParameterValueException' } }) },
];
