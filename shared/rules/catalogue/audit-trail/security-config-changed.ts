import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { call, denied, role } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { booleanAt, objectAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { findText } from '../../find-text.ts';

/** What each call takes away, in words that follow "no longer". */
const lost = {
  'ec2:DeleteFlowLogs': 'logs who speaks to whom in a network',
  'ec2:DisableEbsEncryptionByDefault': 'encrypts new volumes by default',
  'ec2:DisableImageBlockPublicAccess': 'keeps machine images from being made public',
  'ec2:DisableSnapshotBlockPublicAccess': 'keeps snapshots from being made public',
  'ec2:ModifyInstanceMetadataDefaults':
    'asks new instances for a token before it gives them credentials (IMDSv2)',
  'inspector2:Disable': 'looks for vulnerabilities with Inspector',
  's3:DeleteAccountPublicAccessBlock': 'keeps buckets from being made public',
  's3:PutAccountPublicAccessBlock': 'keeps all buckets from being made public',
  'wafv2:DeleteLoggingConfiguration': 'logs what a web ACL lets through',
  'wafv2:DeleteWebACL': 'filters requests with a web ACL',
} as const satisfies Readonly<Record<Action, string>>;

const isListed = (action: string): action is keyof typeof lost => Object.hasOwn(lost, action);

const blocks = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];

/** Two of the calls may strengthen as well as weaken. A refused one may not say. */
const weakens = ({ action, request, outcome }: IamEvent): boolean => {
  if (outcome === 'denied') return true;
  if (action === 'ec2:ModifyInstanceMetadataDefaults') return findText(request, 'HttpTokens') === 'optional';
  if (action !== 's3:PutAccountPublicAccessBlock') return true;
  const wanted = objectAt(request, 'PublicAccessBlockConfiguration');
  return blocks.some((block) => booleanAt(wanted, block) !== true);
};

export default defineRule({
  id: 'security-config-changed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: Object.keys(lost) as (keyof typeof lost)[] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'Security setting of the account or of a network weakened',
  why: 'A guard that covered everything at once is gone, and nobody sees a single resource change. What follows, a public snapshot or an unseen connection, then meets nothing.',
  fix: 'Switch it on again unless the owner of the account decided otherwise, and look at what the caller made public or connected since.',
  misses:
    'Trails, Config, GuardDuty, Security Hub, Macie, event rules and alarms, which have rules of their own. Settings of single buckets, volumes and instances.',
  falsePositives: 'Networks and applications that are given up. Roles of the setting pipelines are left out.',
  attack: ['T1562', 'T1562.001', 'T1562.008', 'T1578.005'],
  messages: {
    weakened: {
      done: '{actor} called {eventName}: account {account} in {region} no longer {lost}.',
      tried:
        '{actor} tried to call {eventName}, after which account {account} in {region} no longer {lost}; AWS refused it.',
    },
  },

  evaluate(event, { settings }) {
    if (!isListed(event.action) || !weakens(event)) return [];
    if (matchesAnyArnPattern(settings.pipelines, event.actor.roleArn)) return [];
    return [
      {
        message: 'weakened',
        resource: accountArn(event),
        aspect: `${event.action} ${event.region}`,
        data: { lost: lost[event.action] },
      },
    ];
  },
});

const block = (on: boolean) => ({
  PublicAccessBlockConfiguration: {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: on,
    RestrictPublicBuckets: on,
  },
});

export const examples = (): Example[] => [
  {
    name: 'volumes without encryption',
    expect: ['weakened'],
    severity: 'medium',
    record: call('ec2:DisableEbsEncryptionByDefault'),
  },
  {
    name: 'the account’s block on public buckets, half of it',
    expect: ['weakened'],
    record: call('s3:PutAccountPublicAccessBlock', { request: block(false) }),
  },
  {
    name: 'metadata without a token',
    expect: ['weakened'],
    record: call('ec2:ModifyInstanceMetadataDefaults', {
      request: { ModifyInstanceMetadataDefaultsRequest: { HttpTokens: 'optional' } },
    }),
  },
  {
    name: 'by CloudFormation',
    expect: ['weakened'],
    severity: 'low',
    record: call('ec2:DeleteFlowLogs', {
      by: role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'refused',
    expect: ['weakened'],
    severity: 'low',
    record: call('s3:DeleteAccountPublicAccessBlock', {
      error: denied('s3:PutAccountPublicAccessBlock'),
    }),
  },
  {
    name: 'the whole block switched on',
    expect: [],
    record: call('s3:PutAccountPublicAccessBlock', { request: block(true) }),
  },
  {
    name: 'metadata with a token',
    expect: [],
    record: call('ec2:ModifyInstanceMetadataDefaults', {
      request: { ModifyInstanceMetadataDefaultsRequest: { HttpTokens: 'required' } },
    }),
  },
  {
    name: 'by a role that deploys',
    expect: [],
    record: call('wafv2:DeleteWebACL', { by: role('deploy', 'ci') }),
    settings: { pipelines: ['arn:aws:iam::*:role/deploy'] },
  },
  {
    name: 'no such flow log',
    expect: [],
    record: call('ec2:DeleteFlowLogs', { error: { code: 'Client.InvalidFlowLogId.NotFound' } }),
  },
];
