import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { listAt, textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { otherAccountArn } from '../../other-account.ts';
import { arnOfName, refusedArnOf, regionalArn } from '../../resource-arn.ts';
import { trailOf } from '../../trail.ts';

type Message = 'insights' | 'ingestion' | 'store' | 'delegate';

const messageOf = (event: IamEvent): Message | undefined => {
  if (event.name === 'StopEventDataStoreIngestion') return 'ingestion';
  if (event.name === 'DeleteEventDataStore') return 'store';
  if (event.name === 'DeregisterOrganizationDelegatedAdmin') return 'delegate';
  const isKnown = event.outcome === 'succeeded' && !event.requestOmitted;
  return isKnown && listAt(event.request, 'insightSelectors').length > 0 ? undefined : 'insights';
};

const resourceOf = (event: IamEvent): string => {
  const store = textAt(event.request, 'eventDataStore');
  if (store !== undefined)
    return arnOfName(store, (id) => regionalArn(event, 'cloudtrail', `eventdatastore/${id}`));
  if (event.name === 'PutInsightSelectors') return trailOf(event);
  const delegate = textAt(event.request, 'delegatedAdminAccountId');
  return delegate === undefined
    ? (refusedArnOf(event) ?? accountArn(event))
    : otherAccountArn(event, delegate);
};

export default defineRule({
  id: 'insights-or-lake-deleted',
  kind: 'incident',
  severity: 'medium',
  on: {
    actions: [
      'cloudtrail:PutInsightSelectors',
      'cloudtrail:StopEventDataStoreIngestion',
      'cloudtrail:DeleteEventDataStore',
      'cloudtrail:DeregisterOrganizationDelegatedAdmin',
    ],
  },
  outcome: 'attempted',
  title: 'CloudTrail Insights, Lake or its administrator switched off',
  why: 'Unusual activity is no longer noticed, or years of searchable history stop or go: what an investigation would need.',
  fix: 'Put the selectors back, restart ingestion, or restore the event data store: it can be restored for seven days.',
  misses: 'Event data stores whose selectors or retention are narrowed.',
  falsePositives: 'Saving cost; a move to another lake.',
  attack: ['T1562.008'],
  messages: {
    insights: {
      done: '{actor} switched CloudTrail Insights off for {resource}.',
      tried: '{actor} tried to change CloudTrail Insights of {resource}; AWS refused it.',
    },
    ingestion: {
      done: '{actor} stopped the intake of event data store {resource}.',
      tried: '{actor} tried to stop the intake of event data store {resource}; AWS refused it.',
    },
    store: {
      done: '{actor} deleted event data store {resource}.',
      tried: '{actor} tried to delete event data store {resource}; AWS refused it.',
    },
    delegate: {
      done: '{actor} took CloudTrail’s administration of the organisation from {resource}.',
      tried: '{actor} tried to change who administers CloudTrail for the organisation; AWS refused it.',
    },
  },
  undo: {
    ingestion:
      'aws cloudtrail start-event-data-store-ingestion --region {region} --event-data-store {resource}',
    store: 'aws cloudtrail restore-event-data-store --region {region} --event-data-store {resource}',
  },

  evaluate(event) {
    const message = messageOf(event);
    return message === undefined ? [] : [{ message, resource: resourceOf(event), data: {} }];
  },
});

const eventDataStore =
  'arn:aws:cloudtrail:us-east-1:111122223333:eventdatastore/0a1b2c3d-0000-4000-8000-000000000000';

export const examples = (): Example[] => [
  {
    name: 'insights',
    expect: ['insights'],
    severity: 'medium',
    record: call('cloudtrail:PutInsightSelectors', { request: { trailName: 'main', insightSelectors: [] } }),
  },
  {
    name: 'the intake',
    expect: ['ingestion'],
    record: call('cloudtrail:StopEventDataStoreIngestion', { request: { eventDataStore } }),
  },
  {
    name: 'the store',
    expect: ['store'],
    record: call('cloudtrail:DeleteEventDataStore', { request: { eventDataStore } }),
  },
  {
    name: 'the administrator',
    expect: ['delegate'],
    record: call('cloudtrail:DeregisterOrganizationDelegatedAdmin', {
      request: { delegatedAdminAccountId: '444455556666' },
    }),
  },
  {
    name: 'refused',
    expect: ['store'],
    severity: 'low',
    record: call('cloudtrail:DeleteEventDataStore', {
      error: denied('cloudtrail:DeleteEventDataStore', eventDataStore),
    }),
  },
  {
    name: 'insights switched on',
    expect: [],
    record: call('cloudtrail:PutInsightSelectors', {
      request: { trailName: 'main', insightSelectors: [{ insightType: 'ApiCallRateInsight' }] },
    }),
  },
];
