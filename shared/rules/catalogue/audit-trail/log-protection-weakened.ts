import { call, denied, role, service } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { booleanAt, textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { isForeignPrincipal } from '../../foreign-principals.ts';
import { isWatchedLogGroup, logGroupLookups, logGroupOf } from '../../log-group.ts';
import { isUnloggedRefusal } from '../../named-in-call.ts';
import { regionalArn } from '../../resource-arn.ts';

type Message = 'key' | 'masking' | 'deletable' | 'token' | 'altered';

const rows: Readonly<Record<string, readonly [Message, (event: IamEvent) => boolean]>> = {
  'logs:AssociateKmsKey': ['key', () => true],
  'logs:DisassociateKmsKey': ['key', () => true],
  'logs:DeleteDataProtectionPolicy': ['masking', () => true],
  'logs:PutDataProtectionPolicy': ['masking', () => true],
  'logs:PutTransformer': ['altered', () => true],
  'logs:PutLogGroupDeletionProtection': [
    'deletable',
    ({ request }) => booleanAt(request, 'deletionProtectionEnabled') === false,
  ],
  'logs:PutBearerTokenAuthentication': [
    'token',
    ({ request }) => booleanAt(request, 'bearerTokenAuthenticationEnabled') === true,
  ],
};

const severityOf = (message: Message, isForeignKey: boolean, isWatched: boolean): Match['severity'] => {
  if (isForeignKey || isWatched) return 'high';
  return message === 'token' || message === 'deletable' ? 'medium' : 'low';
};

const tried = '{actor} tried to change the protection of log group {group} ({eventName}); AWS refused it.';

export default defineRule({
  id: 'log-protection-weakened',
  kind: 'incident',
  severity: 'low',
  on: { actions: Object.keys(rows) as Action[] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'Protection of a CloudWatch log group changed',
  why: 'Logs under a key of somebody else can be made unreadable, unmasked logs show personal data, a transformer rewrites entries as they come, and a bearer token lets anybody who holds it write false ones.',
  fix: 'Put the key, the masking and the protection back as they were. Do not trust what was logged under a transformer or by token meanwhile: the trail’s bucket has its own copy.',
  misses: 'What a data protection policy masks and what a transformer changes.',
  falsePositives: 'Building applications. A trail’s own group is told as high, that is rarely one of these.',
  attack: ['T1565.001', 'T1562.008', 'T1486'],
  messages: {
    key: {
      done: '{actor} changed the key that log group {group} is encrypted with ({eventName} {key}).',
      tried,
    },
    masking: {
      done: '{actor} changed or deleted what is masked in log group {group} ({eventName}).',
      tried,
    },
    deletable: {
      done: '{actor} took the protection from deletion off log group {group}.',
      tried,
    },
    token: {
      done: '{actor} let whoever holds a bearer token write to log group {group}.',
      tried,
    },
    altered: {
      done: '{actor} had entries of log group {group} rewritten as they come.',
      tried,
    },
  },

  lookups: (event, settings) => logGroupLookups(logGroupOf(event), settings),

  evaluate(event, facts) {
    const row = rows[event.action];
    if (!row || !(row[1](event) || isUnloggedRefusal(event))) return [];
    const [message] = row;
    const group = logGroupOf(event);
    const key = textAt(event.request, 'kmsKeyId');
    const isForeignKey = key !== undefined && isForeignPrincipal(event, facts.settings, key);
    const isWatched = group !== undefined && isWatchedLogGroup(group, facts);
    const resource =
      group === undefined ? accountArn(event) : regionalArn(event, 'logs', `log-group:${group}`);
    const severity = severityOf(message, isForeignKey, isWatched) ?? 'low';
    return [{ message, severity, resource, data: { group: group ?? 'unknown', key: key ?? 'none' } }];
  },
});

const settings = { watchedLogGroups: ['cloudtrail/main'] };
const logGroupName = '/app/orders';
const logGroupIdentifier = 'arn:aws:logs:us-east-1:111122223333:log-group:/app/orders:*';

const loud = (): Example[] => [
  {
    name: 'a key of another account',
    expect: ['key'],
    severity: 'high',
    settings,
    record: call('logs:AssociateKmsKey', {
      request: { logGroupName, kmsKeyId: 'arn:aws:kms:us-east-1:444455556666:key/1234abcd' },
    }),
  },
  {
    name: 'no key',
    expect: ['key'],
    severity: 'low',
    settings,
    record: call('logs:DisassociateKmsKey', { request: { logGroupName } }),
  },
  {
    name: 'nothing masked',
    expect: ['masking'],
    severity: 'low',
    settings,
    record: call('logs:DeleteDataProtectionPolicy', { request: { logGroupIdentifier } }),
  },
  {
    name: 'a trail’s rewritten',
    expect: ['altered'],
    severity: 'high',
    settings,
    record: call('logs:PutTransformer', { request: { logGroupIdentifier: 'cloudtrail/main' } }),
  },
  {
    name: 'may be deleted',
    expect: ['deletable'],
    severity: 'medium',
    settings,
    record: call('logs:PutLogGroupDeletionProtection', {
      request: { logGroupIdentifier, deletionProtectionEnabled: false },
    }),
  },
  {
    name: 'by token',
    expect: ['token'],
    severity: 'medium',
    settings,
    record: call('logs:PutBearerTokenAuthentication', {
      request: { logGroupIdentifier, bearerTokenAuthenticationEnabled: true },
    }),
  },
  {
    name: 'by CloudFormation',
    expect: ['deletable'],
    severity: 'low',
    settings,
    record: call('logs:PutLogGroupDeletionProtection', {
      request: { logGroupIdentifier, deletionProtectionEnabled: false },
      by: role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'refused',
    expect: ['token'],
    severity: 'low',
    record: call('logs:PutBearerTokenAuthentication', { error: denied('logs:PutBearerTokenAuthentication') }),
  },
];

const quiet = (): Example[] => [
  {
    name: 'may no longer be deleted',
    expect: [],
    settings,
    record: call('logs:PutLogGroupDeletionProtection', {
      request: { logGroupIdentifier, deletionProtectionEnabled: true },
    }),
  },
  {
    name: 'no longer by token',
    expect: [],
    settings,
    record: call('logs:PutBearerTokenAuthentication', {
      request: { logGroupIdentifier, bearerTokenAuthenticationEnabled: false },
    }),
  },
  {
    name: 'by an AWS service',
    expect: [],
    settings,
    record: call('logs:AssociateKmsKey', {
      request: { logGroupName, kmsKeyId: 'a' },
      by: service('rds.amazonaws.com'),
    }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
