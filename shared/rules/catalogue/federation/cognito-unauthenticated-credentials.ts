import { after, call } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { isObject, listAt, objectAt, textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { nameInArn } from '../../resource-arn.ts';

/** ARN of the identity pool, which the record names among its resources. */
const poolOf = ({ record }: IamEvent): string | undefined =>
  listAt(record, 'resources')
    .filter(isObject)
    .map((resource) => textAt(resource, 'ARN'))
    .find((arn) => arn?.includes(':identitypool/'));

/** A visitor who has signed in nowhere brings no token of a provider. */
const isUnauthenticated = ({ actor, request }: IamEvent): boolean =>
  actor.type === 'Unknown' && Object.keys(objectAt(request, 'logins')).length === 0;

export default defineRule({
  id: 'cognito-unauthenticated-credentials',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['cognito-identity:GetCredentialsForIdentity'] },
  title: 'AWS credentials given to a visitor who did not sign in',
  why: 'Whoever knows the id of the identity pool, which stands in the page or the app, gets the credentials of its guest role. Too often that role may read more than the page needs.',
  fix: 'Look at what the guest role of the pool allows and cut it down, or switch off guest access. If nobody knows of it, find out who asked.',
  misses:
    'Pools that give such credentials every week. It is a data event: a trail must record AWS::Cognito::IdentityPool. Visitors who signed in with an account they made themselves.',
  falsePositives: 'A page that is meant so and is visited less than weekly.',
  attack: ['T1078.004', 'T1528'],
  messages: {
    given:
      'Identity pool {pool} gave AWS credentials to a visitor from {sourceIp} who did not sign in, for the first time in a week.',
  },

  history(event) {
    const pool = poolOf(event);
    return pool !== undefined && isUnauthenticated(event)
      ? [{ kind: 'first-seen', key: pool, days: 7, optional: true }]
      : [];
  },

  evaluate(event, { history: [seen] }) {
    if (!isUnauthenticated(event) || seen?.status === 'not-met') return [];
    const resource = poolOf(event);
    const pool = resource === undefined ? 'unknown' : nameInArn(resource);
    return [{ message: 'given', resource: resource ?? accountArn(event), data: { pool } }];
  },
});

const pool = 'us-east-1:66cf4345-0000-4000-8000-000000000000';
const asks = (request: object, over: object = {}) =>
  call('cognito-identity:GetCredentialsForIdentity', {
    by: { type: 'Unknown' },
    request: { identityId: 'us-east-1:1cf667a2-49a6-454b-9e45-231990000000', ...request },
    ...over,
    record: {
      eventCategory: 'Data',
      managementEvent: false,
      resources: [
        {
          accountId: '111122223333',
          type: 'AWS::Cognito::IdentityPool',
          ARN: `arn:aws:cognito-identity:us-east-1:111122223333:identitypool/${pool}`,
        },
      ],
    },
  });

export const examples = (): Example[] => [
  { name: 'a visitor', expect: ['given'], severity: 'medium', record: asks({}) },
  {
    name: 'a visitor, in the first days of watching',
    expect: ['given'],
    watchedSince: '2026-03-02T00:00:00Z',
    record: asks({}),
  },
  { name: 'as yesterday', expect: [], before: [asks({}, { time: after(-86_400) })], record: asks({}) },
  {
    name: 'somebody who signed in',
    expect: [],
    record: asks({ logins: { 'graph.facebook.com': 'HIDDEN_DUE_TO_SECURITY_REASONS' } }),
  },
  { name: 'refused', expect: [], record: asks({}, { error: { code: 'NotAuthorizedException' } }) },
];
