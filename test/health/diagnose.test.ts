import { describe, expect, it } from 'vitest';
import { type Deployment, parseDeployment } from '../../shared/config/deployment.ts';
import { diagnoseConfiguration } from '../../shared/health/diagnose-configuration.ts';
import { diagnoseInstallation } from '../../shared/health/diagnose-installation.ts';
import type { Diagnosis, Status } from '../../shared/health/diagnosis.ts';
import type { Installation } from '../../shared/health/installation.ts';
import { anyRule } from '../rules/any-rule.ts';

const deployment = (over: Partial<Record<keyof Deployment, unknown>> = {}): Deployment =>
  parseDeployment(
    {
      alertEmails: ['security@example.com'],
      forwardFrom: ['us-east-2', 'eu-north-1', 'ap-southeast-2'],
      ...over,
    },
    'test',
  );

const trail = { name: 'org', multiRegion: true, logging: true, managementEvents: 'all' } as const;
const listened = { confirmed: 1, pending: [] };

const healthy: Installation = {
  region: 'us-east-1',
  stack: { value: { status: 'UPDATE_COMPLETE' } },
  trails: { value: [trail] },
  rules: { value: [{ name: 'Trailwarden-Core', state: 'ENABLED', targets: 1 }] },
  queues: {
    value: [
      { output: 'EventsQueueUrl', messages: 7 },
      { output: 'EventsDlqUrl', messages: 0 },
      { output: 'EventsUndeliveredUrl', messages: 0 },
    ],
  },
  topics: {
    value: [
      { output: 'AlertsTopicArn', confirmed: 0, pending: [] },
      { output: 'MailTopicArn', ...listened },
      { output: 'OperationsTopicArn', ...listened },
    ],
  },
  table: { value: { status: 'ACTIVE', deletionProtection: true, pointInTimeRecovery: true } },
  heartbeats: {
    value: {
      at: '2026-03-04T06:50:00.000Z',
      states: ['us-east-1', 'us-east-2', 'eu-north-1', 'ap-southeast-2'].map((region) => ({
        region,
        sentAt: '2026-03-04T06:35:01.000Z',
        seenAt: '2026-03-04T06:35:00.000Z',
      })),
    },
  },
  settings: {
    value: { kind: 'read', settings: { account: { allowedNetworks: ['192.0.2.0/24'] }, addressFiles: [] } },
  },
  learning: {
    value: { at: '2026-03-04T06:50:00.000Z', since: [['remembers', '2026-02-02T06:00:00.000Z']] },
  },
  alarms: { value: [] },
  secrets: { value: [] },
};

const rules = [
  anyRule({ id: 'plain' }),
  anyRule({ id: 'remembers', history: () => [] }),
  anyRule({ id: 'knows-networks', needs: ['allowedNetworks'] }),
];
const settings = (account: object, more: object = {}): Partial<Installation> => ({
  settings: { value: { kind: 'read', settings: { account, addressFiles: [], ...more } } },
});

/** The heartbeats of a healthy installation, but for that of one Region. */
const beating = (state: object, at = '2026-03-04T06:50:00.000Z'): Partial<Installation> => {
  const { value } = healthy.heartbeats as { value: { states: readonly { region: string }[] } };
  const states = value.states.map((one) =>
    one.region === 'us-east-2' ? { region: one.region, ...state } : one,
  );
  return { heartbeats: { value: { at, states } } };
};

const troubles = (diagnoses: readonly Diagnosis[]) =>
  diagnoses
    .filter(({ status }) => status !== 'ok')
    .map(({ status, topic, says }): [Status, string, string] => [status, topic, says]);

describe('diagnoseInstallation', () => {
  it('finds nothing wrong with a healthy one', () => {
    expect(troubles(diagnoseInstallation(healthy, deployment(), rules))).toEqual([]);
  });

  it.each<[string, Partial<Installation>, [Status, string, RegExp]]>([
    [
      'a Region without a heartbeat',
      beating({}),
      ['warn', 'heartbeat', /No heartbeat was sent in us-east-2 yet/],
    ],
    [
      'a heartbeat that did not come back',
      beating({ sentAt: '2026-03-04T06:10:00.000Z', seenAt: '2026-03-04T04:35:00.000Z' }),
      [
        'fail',
        'heartbeat',
        /sent in us-east-2 at 2026-03-04T06:10.*the last that did is of 2026-03-04T04:35/,
      ],
    ],
    [
      'a heartbeat that stopped',
      beating({ sentAt: '2026-03-04T04:34:00.000Z', seenAt: '2026-03-04T04:34:00.000Z' }),
      ['fail', 'heartbeat', /was sent at 2026-03-04T04:34.*hourly run does not take place/],
    ],
    ['no stack', { stack: { value: 'absent' } }, ['fail', 'stack', /no such stack/]],
    [
      'a broken deployment',
      { stack: { value: { status: 'UPDATE_ROLLBACK_FAILED' } } },
      ['fail', 'stack', /UPDATE_ROLLBACK_FAILED/],
    ],
    [
      'one rolled back',
      { stack: { value: { status: 'UPDATE_ROLLBACK_COMPLETE' } } },
      ['fail', 'stack', /ROLLBACK/],
    ],
    [
      'one under way',
      { stack: { value: { status: 'UPDATE_IN_PROGRESS' } } },
      ['warn', 'stack', /IN_PROGRESS/],
    ],
    ['no trail', { trails: { value: [] } }, ['fail', 'trail', /^No trail: /]],
    [
      'a stopped trail',
      { trails: { value: [{ ...trail, logging: false }] } },
      ['fail', 'trail', /No trail both logs .*\(org\)/],
    ],
    [
      'a trail of writes only',
      { trails: { value: [{ ...trail, managementEvents: 'some' }] } },
      ['fail', 'trail', /or not all/],
    ],
    [
      'a trail of one Region',
      { trails: { value: [{ ...trail, multiRegion: false }] } },
      ['warn', 'trail', /this Region's/],
    ],
    ['no event rules', { rules: { value: [] } }, ['fail', 'event rules', /nothing is forwarded/]],
    [
      'a disabled rule',
      { rules: { value: [{ name: 'T-Core', state: 'DISABLED', targets: 1 }] } },
      ['fail', 'event rules', /T-Core is DISABLED/],
    ],
    [
      'a rule without target',
      { rules: { value: [{ name: 'T-Core', state: 'ENABLED', targets: 0 }] } },
      ['fail', 'event rules', /T-Core has no target/],
    ],
    [
      'a dead letter',
      { queues: { value: [{ output: 'EventsDlqUrl', messages: 1 }] } },
      ['fail', 'queues', /^1 message on EventsDlq/],
    ],
    [
      'a missed run',
      { queues: { value: [{ output: 'HousekeepingMissedRunsUrl', messages: 2 }] } },
      ['fail', 'queues', /^2 messages on HousekeepingMissedRuns/],
    ],
    [
      'a table in trouble',
      {
        table: {
          value: {
            status: 'INACCESSIBLE_ENCRYPTION_CREDENTIALS',
            deletionProtection: true,
            pointInTimeRecovery: true,
          },
        },
      },
      ['fail', 'table', /INACCESSIBLE/],
    ],
    [
      'a table without backups',
      { table: { value: { status: 'ACTIVE', deletionProtection: true, pointInTimeRecovery: false } } },
      ['warn', 'table', /no point-in-time recovery/],
    ],
    [
      'rules that lack a setting',
      settings({}),
      ['warn', 'rules off', /^Off without the setting allowedNetworks \(1\): knows-networks\.$/],
    ],
    [
      'rules that lack a setting where there are no settings',
      { settings: { value: { kind: 'none' } } },
      ['warn', 'rules off', /knows-networks/],
    ],
    [
      'settings that are refused',
      { settings: { value: { kind: 'refused', cause: 'account.nets: unknown setting' } } },
      ['fail', 'rules off', /refused: account\.nets/],
    ],
    [
      'custom rules that are not deployed',
      settings({ allowedNetworks: ['192.0.2.0/24'] }, { customRules: './sigma' }),
      ['warn', 'rules off', /\.\/sigma\), and the deployment bundles none/],
    ],
    [
      'rules that may still be learning',
      {
        learning: {
          value: { at: '2026-03-04T05:59:59.000Z', since: [['remembers', '2026-02-02T06:00:00.000Z']] },
        },
      },
      ['warn', 'learning', /^1 rules .* until 2026-03-04 at the latest: remembers\.$/],
    ],
    [
      'an account without any event',
      { learning: { value: { at: '2026-03-04T06:50:00.000Z', since: [] } } },
      ['warn', 'learning', /No event has come yet: the 1 rules/],
    ],
    [
      'an alarm',
      { alarms: { value: ['Trailwarden-Silence'] } },
      ['fail', 'alarms', /Trailwarden-Silence is on/],
    ],
    [
      'a missing secret',
      { secrets: { value: [{ channel: 'security', exists: false }] } },
      ['fail', 'channels', /channel security does not exist/],
    ],
  ])('tells %s', (_, over, [status, topic, says]) => {
    const found = troubles(diagnoseInstallation({ ...healthy, ...over }, deployment(), rules));
    expect(found).toEqual([[status, topic, expect.stringMatching(says)]]);
  });

  it('names people who have not confirmed, and that nobody is told without them', () => {
    const topics: Installation['topics'] = {
      value: [{ output: 'MailTopicArn', confirmed: 0, pending: ['kim@example.com'] }],
    };
    expect(troubles(diagnoseInstallation({ ...healthy, topics }, deployment(), rules))).toEqual([
      ['warn', 'telling', expect.stringContaining('kim@example.com has not confirmed')],
      ['warn', 'telling', expect.stringContaining('nobody gets alerts by mail')],
      ['fail', 'telling', expect.stringContaining('nobody is told')],
    ]);
  });

  it.each([
    'stack',
    'trails',
    'rules',
    'queues',
    'topics',
    'table',
    'alarms',
    'secrets',
    'settings',
    'learning',
  ] as const)('never takes %s for well when it could not be looked at', (part) => {
    const found = { ...healthy, [part]: { unavailable: 'denied' } };
    expect(troubles(diagnoseInstallation(found, deployment(), rules))).toEqual([
      ['unknown', expect.any(String), 'Could not be looked at: denied.'],
    ]);
  });

  it('says what to do about every failure', () => {
    const broken: Installation = {
      ...healthy,
      stack: { value: 'absent' },
      trails: { value: [] },
      rules: { value: [] },
      alarms: { value: ['a'] },
      queues: { value: [{ output: 'EventsDlqUrl', messages: 1 }] },
    };
    const silent = diagnoseInstallation(broken, deployment(), rules).filter(
      ({ status, fix }) => status === 'fail' && fix === undefined,
    );
    expect(silent).toEqual([]);
  });
});

describe('diagnoseConfiguration', () => {
  const readsUsers = anyRule({
    id: 'reads-users',
    on: { actions: ['iam:ListUsers'] },
  });

  it('names the sign-in Regions that are left out', () => {
    const [found] = troubles(diagnoseConfiguration(deployment({ forwardFrom: ['us-east-2'] }), []));
    expect(found).toEqual(['warn', 'Regions', expect.stringContaining('eu-north-1, ap-southeast-2')]);
  });

  it('has none to name outside the aws partition', () => {
    const china = deployment({ homeRegion: 'cn-north-1', forwardFrom: [] });
    expect(troubles(diagnoseConfiguration(china, []))).toEqual([]);
  });

  it('names the rules that its tier leaves asleep', () => {
    expect(troubles(diagnoseConfiguration(deployment(), [anyRule(), readsUsers]))).toEqual([
      [
        'warn',
        'tier',
        'Rules that see nothing in tier core, since they need tier read-only (1): reads-users.',
      ],
    ]);
    expect(troubles(diagnoseConfiguration(deployment({ tier: 'wide' }), [anyRule(), readsUsers]))).toEqual(
      [],
    );
  });
});
