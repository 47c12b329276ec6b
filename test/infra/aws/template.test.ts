import { describe, expect, it } from 'vitest';
import { accountReads } from '../../../infra/aws/constructs/account-reads.ts';
import { reviewReads } from '../../../infra/aws/constructs/review-reads.ts';
import { watchedCounters } from '../../../infra/aws/constructs/self-watch.ts';
import { historySchema } from '../../../shared/config/history-schema.ts';
import { tableSchema } from '../../../shared/config/table-schema.ts';
import { heartbeatRoleName } from '../../../shared/reconcile/heartbeat.ts';
import type { CounterName } from '../../../shared/runtime/observability.ts';
import { ruleOn } from './sample-rules.ts';
import { type Resource, referenced, resourcesOf, statementsOf, synthesize } from './synthesize.ts';

const rules = [
  ruleOn('writes', { actions: ['iam:CreateUser'] }),
  ruleOn('sts', { actions: ['sts:AssumeRole'] }),
  ruleOn('reads', { actions: ['iam:ListUsers'] }),
];
const secretArn = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:slack-AbCdEf';
const { home, forwarders } = synthesize(
  {
    tier: 'read-only',
    channels: [
      { name: 'security', type: 'slack-webhook', secret: '/trailwarden/slack' },
      { name: 'platform', type: 'slack-webhook', secret: secretArn },
    ],
    alertEmails: ['security@example.com'],
    operationsEmails: ['ops@example.com'],
    forwardFrom: ['eu-west-1'],
    organizationId: 'o-a1b2c3d4e5',
  },
  rules,
);
const templates = [
  ['home', home],
  ...forwarders.map((template) => ['forwarder', template] as const),
] as const;

const queues = new Map(resourcesOf(home, 'AWS::SQS::Queue'));
const functions = new Map(resourcesOf(home, 'AWS::Lambda::Function'));
const mappings = resourcesOf(home, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);
const consumed = mappings.map((mapping) => referenced(mapping['EventSourceArn']) ?? '');
const property = (resource: Resource | undefined, name: string): unknown => resource?.Properties[name];
const deadLettersOf = (queue: Resource | undefined) =>
  (property(queue, 'RedrivePolicy') ?? {}) as { deadLetterTargetArn?: unknown; maxReceiveCount?: number };
const operationsOf = (template: (typeof templates)[number][1]) =>
  resourcesOf(template, 'AWS::SNS::Topic').find(
    ([, { Properties }]) => Properties['DisplayName'] === 'Trailwarden operations',
  )?.[0];

/** Alarms that tell the operations topic, by metric, with the logical id their dimension points to. */
const alarmsOf = (template: (typeof templates)[number][1]) =>
  resourcesOf(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => ({
    metric: `${Properties['Namespace']}/${Properties['MetricName']}`,
    of: referenced(Properties['Dimensions']),
    dimensions: JSON.stringify(Properties['Dimensions']),
    tells: ((Properties['AlarmActions'] ?? []) as unknown[]).map(referenced),
    missing: Properties['TreatMissingData'],
    threshold: Properties['Threshold'],
  }));
const alarms = alarmsOf(home);
const isAlarmed = (metric: string, of: string) =>
  alarms.some((alarm) => alarm.metric === metric && alarm.of === of);

describe('queues', () => {
  it('has six functions, three of which work off a queue', () => {
    expect(functions.size).toBe(6);
    expect(consumed).toHaveLength(3);
  });

  it('every mapping reports failed messages one by one and caps its concurrency', () => {
    for (const mapping of mappings) {
      expect(mapping['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
      expect(mapping['ScalingConfig']?.['MaximumConcurrency']).toBeGreaterThanOrEqual(2);
    }
  });

  it('every queue that is worked off has a dead-letter queue of its kind with an alarm', () => {
    for (const id of consumed) {
      const queue = queues.get(id);
      const { deadLetterTargetArn, maxReceiveCount } = deadLettersOf(queue);
      const deadLetters = referenced(deadLetterTargetArn) ?? '';
      expect(maxReceiveCount).toBeGreaterThanOrEqual(5);
      expect(property(queues.get(deadLetters), 'FifoQueue')).toBe(property(queue, 'FifoQueue'));
      expect(isAlarmed('AWS/SQS/ApproximateNumberOfMessagesVisible', deadLetters)).toBe(true);
      expect(isAlarmed('AWS/SQS/ApproximateAgeOfOldestMessage', id)).toBe(true);
    }
  });

  it('every other queue holds what is lost, and has an alarm', () => {
    const others = [...queues.keys()].filter((id) => !consumed.includes(id));
    expect(others).toHaveLength(8);
    for (const id of others) expect(isAlarmed('AWS/SQS/ApproximateNumberOfMessagesVisible', id)).toBe(true);
  });

  it('a message is invisible for at least six times the timeout of the function', () => {
    for (const mapping of mappings) {
      const queue = queues.get(referenced(mapping['EventSourceArn']) ?? '');
      const timeout = property(functions.get(referenced(mapping['FunctionName']) ?? ''), 'Timeout');
      expect(property(queue, 'VisibilityTimeout')).toBeGreaterThanOrEqual(6 * Number(timeout));
    }
  });

  it('keeps messages for 14 days', () => {
    for (const [, { Properties }] of templates.flatMap(([, t]) => resourcesOf(t, 'AWS::SQS::Queue')))
      expect(Properties['MessageRetentionPeriod']).toBe(14 * 24 * 3600);
  });

  it('parks what a service could not deliver without our key', () => {
    const parked = [...queues.values()].filter(({ Properties }) => Properties['SqsManagedSseEnabled']);
    expect(parked).toHaveLength(5);
  });
});

describe('topics', () => {
  const subscriptions = resourcesOf(home, 'AWS::SNS::Subscription').map(([, { Properties }]) => Properties);

  it('no standard topic feeds a FIFO queue', () => {
    const fed = subscriptions.filter(({ Protocol }) => Protocol === 'sqs');
    expect(fed).toHaveLength(1);
    for (const { Endpoint } of fed)
      expect(property(queues.get(referenced(Endpoint) ?? ''), 'FifoQueue')).toBeUndefined();
  });

  it('alerts reach the queue raw, and what SNS cannot deliver is parked', () => {
    const [subscription] = subscriptions.filter(({ Protocol }) => Protocol === 'sqs');
    expect(subscription?.['RawMessageDelivery']).toBe(true);
    expect(queues.has(referenced(subscription?.['RedrivePolicy']) ?? '')).toBe(true);
  });

  it('people get mail from the topics meant for them', () => {
    const mails = subscriptions.filter(({ Protocol }) => Protocol === 'email');
    const topics = Object.fromEntries(
      resourcesOf(home, 'AWS::SNS::Topic').map(([id, { Properties }]) => [id, Properties['DisplayName']]),
    );
    expect(mails.map(({ Endpoint, TopicArn }) => [Endpoint, topics[referenced(TopicArn) ?? '']])).toEqual([
      ['ops@example.com', 'Trailwarden operations'],
      ['security@example.com', 'Trailwarden'],
    ]);
  });
});

describe.each(templates)('encryption and access: %s', (_, template) => {
  const policies = [
    ...resourcesOf(template, 'AWS::SQS::QueuePolicy'),
    ...resourcesOf(template, 'AWS::SNS::TopicPolicy'),
  ].map(([, { Properties }]) => Properties);
  const guarded = policies.flatMap((policy) =>
    statementsOf(policy['PolicyDocument'])
      .filter(
        ({ effect, condition }) =>
          effect === 'Deny' && condition['Bool']?.['aws:SecureTransport'] === 'false',
      )
      .flatMap(({ resources }) => resources.map(referenced)),
  );

  it.each(['AWS::SQS::Queue', 'AWS::SNS::Topic'])('every %s refuses plain HTTP', (type) => {
    const ids = resourcesOf(template, type).map(([id]) => id);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(guarded).toContain(id);
  });

  it('every topic is encrypted with our key', () => {
    const [[key] = ['']] = resourcesOf(template, 'AWS::KMS::Key');
    for (const [, { Properties }] of resourcesOf(template, 'AWS::SNS::Topic'))
      expect(referenced(Properties['KmsMasterKeyId'])).toBe(key);
  });

  it('services may write only for this account or for resources of ours', () => {
    const allowed = policies
      .flatMap((policy) => statementsOf(policy['PolicyDocument']))
      .filter(({ effect }) => effect === 'Allow');
    expect(allowed.length).toBeGreaterThan(0);
    for (const { principal, condition } of allowed) {
      expect(Object.keys(principal as object)).toEqual(['Service']);
      expect(JSON.stringify(condition)).toMatch(/aws:SourceAccount|aws:SourceArn/);
    }
  });

  it('the key rotates and lets in only the services that write, for this account', () => {
    const [[, key] = ['', undefined]] = resourcesOf(template, 'AWS::KMS::Key');
    expect(property(key, 'EnableKeyRotation')).toBe(true);
    const services = statementsOf(property(key, 'KeyPolicy')).filter(({ principal }) =>
      Object.hasOwn(principal as object, 'Service'),
    );
    for (const { actions, condition } of services) {
      expect(actions).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
      expect(
        condition['StringEquals']?.['aws:SourceAccount'] ?? condition['ArnLike']?.['aws:SourceArn'],
      ).toBeDefined();
      expect(JSON.stringify(condition)).toContain('{"Ref":"AWS::AccountId"}');
    }
    const names = services.map(({ principal }) => (principal as { Service: string }).Service);
    expect(names).toContain('cloudwatch.amazonaws.com');
    if (template === home)
      expect(names).toEqual(expect.arrayContaining(['events.amazonaws.com', 'sns.amazonaws.com']));
  });

  it('every log group forgets after a year', () => {
    for (const [, { Properties }] of resourcesOf(template, 'AWS::Logs::LogGroup'))
      expect(Properties['RetentionInDays']).toBe(365);
  });

  it('every alarm tells the operations topic', () => {
    const operations = operationsOf(template);
    const all = alarmsOf(template);
    expect(operations).toBeDefined();
    expect(all.length).toBeGreaterThan(0);
    for (const { metric, tells } of all) expect({ metric, tells }).toEqual({ metric, tells: [operations] });
  });
});

describe('roles', () => {
  const roles = templates.flatMap(([, template]) => resourcesOf(template, 'AWS::IAM::Role'));
  const statements = roles.flatMap(([, { Properties }]) =>
    ((Properties['Policies'] ?? []) as { PolicyDocument: unknown }[]).flatMap(({ PolicyDocument }) =>
      statementsOf(PolicyDocument).map((statement) => ({ role: Properties['RoleName'], ...statement })),
    ),
  );

  it('have no managed policies and no policies beside their own', () => {
    for (const [, { Properties }] of roles) expect(Properties['ManagedPolicyArns']).toBeUndefined();
    for (const [, template] of templates) expect(resourcesOf(template, 'AWS::IAM::Policy')).toEqual([]);
  });

  it('can be assumed by the one service that runs them', () => {
    const assumedBy = roles.map(([, { Properties }]) => {
      const [statement, ...more] = statementsOf(Properties['AssumeRolePolicyDocument']);
      expect(more).toEqual([]);
      return [
        String(Properties['RoleName'] ?? 'sender'),
        (statement?.principal as { Service: string } | undefined)?.Service,
      ];
    });
    expect(Object.fromEntries(assumedBy)).toEqual({
      'Trailwarden-check-event': 'lambda.amazonaws.com',
      'Trailwarden-notify': 'lambda.amazonaws.com',
      'Trailwarden-deliver': 'lambda.amazonaws.com',
      'Trailwarden-housekeeping': 'lambda.amazonaws.com',
      'Trailwarden-reconcile': 'lambda.amazonaws.com',
      'Trailwarden-review-credentials': 'lambda.amazonaws.com',
      'Trailwarden-heartbeat': undefined,
      'Trailwarden-scheduler': 'scheduler.amazonaws.com',
      sender: 'events.amazonaws.com',
    });
  });

  it('use no wildcard for actions, and for resources only to look up what an event is about, and to read the whole account', () => {
    expect(statements.length).toBeGreaterThan(15);
    const isWild = (one: unknown) => JSON.stringify(one).includes('*');
    expect(statements.filter(({ actions }) => actions.some(isWild))).toEqual([]);
    const wide = statements.filter(({ resources }) => resources.some(isWild));
    const ofItsBucket = ['s3:GetObject', 's3:PutObject'];
    expect(wide.map(({ role, actions }) => [role, actions])).toEqual([
      ...Object.values(accountReads).map((actions) => ['Trailwarden-check-event', [...actions].sort()]),
      ['Trailwarden-reconcile', ['cloudtrail:LookupEvents']],
      ['Trailwarden-review-credentials', [...reviewReads]],
      ['Trailwarden-review-credentials', ofItsBucket],
    ]);
    for (const { actions } of wide.filter((statement) => statement.actions.join() !== ofItsBucket.join()))
      for (const action of actions) expect(action).toMatch(/:(Get|List|Describe|Lookup|Generate)/);
  });

  it.each([
    ['check-event', ['cloudtrail', 'dynamodb', 'iam', 'kms', 'logs', 'sns', 'sqs']],
    ['notify', ['kms', 'logs', 'sns', 'sqs']],
    ['deliver', ['kms', 'logs', 'secretsmanager', 'sns', 'sqs', 'ssm']],
    ['housekeeping', ['dynamodb', 'kms', 'logs', 'sns']],
    ['reconcile', ['cloudtrail', 'dynamodb', 'kms', 'logs', 'sqs', 'sts']],
    ['heartbeat', []],
    ['scheduler', ['lambda', 'sqs']],
    [
      'review-credentials',
      [
        ...['access-analyzer', 'cloudtrail', 'config', 'dynamodb', 'ec2', 'guardduty', 'iam', 'kms', 'logs'],
        ...['organizations', 's3', 'securityhub', 'sns', 'sso'],
      ],
    ],
  ])('%s uses %j only', (name, services) => {
    const own = statements.filter(({ role }) => String(role) === `Trailwarden-${name}`);
    expect(
      [...new Set(own.flatMap(({ actions }) => actions.map((action) => action.split(':')[0])))].sort(),
    ).toEqual(services);
  });

  it('the heartbeat role is for the function that sends it, and may do nothing', () => {
    const heartbeat = roles.find(([, { Properties }]) => Properties['RoleName'] === heartbeatRoleName)?.[1];
    const [trust] = statementsOf(property(heartbeat, 'AssumeRolePolicyDocument'));
    const trusted = referenced(trust?.principal);
    const sender = roles.find(([id]) => id === trusted)?.[1];
    expect(property(sender, 'RoleName')).toBe('Trailwarden-reconcile');
    expect(property(heartbeat, 'Policies')).toBeUndefined();
  });

  it('the files of a trail are read instead of the event history where it is named', () => {
    const trailKey = 'arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const folder = 'org-trail/AWSLogs/o-a1b2c3d4e5/111122223333/CloudTrail';
    const { home: other } = synthesize({ trailFolder: `s3://${folder}/`, trailKey }, rules);
    const role = resourcesOf(other, 'AWS::IAM::Role').find(
      ([, { Properties }]) => Properties['RoleName'] === 'Trailwarden-reconcile',
    )?.[1];
    const [policy] = property(role, 'Policies') as { PolicyDocument: unknown }[];
    const may = statementsOf(policy?.PolicyDocument);
    const on = (action: string) => JSON.stringify(may.find(({ actions }) => actions.includes(action)));
    expect(on('cloudtrail:LookupEvents')).toBeUndefined();
    expect(on('s3:GetObject')).toContain(`:s3:::${folder}/*`);
    expect(on('s3:ListBucket')).toContain('"AWSLogs/o-a1b2c3d4e5/111122223333/CloudTrail/*"');
    expect(JSON.stringify(may.filter(({ actions }) => actions.join() === 'kms:Decrypt'))).toContain(trailKey);
  });

  it('nobody deletes items, tables, messages of others, or reads more secrets than named', () => {
    const actions = statements.flatMap((statement) => statement.actions);
    expect(actions.filter((action) => /dynamodb:(Delete|Scan|Batch)/.test(action))).toEqual([]);
    const secrets = statements.filter((statement) =>
      statement.actions.includes('secretsmanager:GetSecretValue'),
    );
    expect(secrets.map(({ resources }) => resources)).toEqual([[secretArn]]);
  });

  it('the key is used by way of the services that hold the data', () => {
    const kms = statements.filter(({ actions }) => actions.some((action) => action.startsWith('kms:')));
    expect(kms.length).toBeGreaterThan(0);
    for (const { condition } of kms) expect(condition['StringEquals']).toHaveProperty('kms:ViaService');
  });
});

describe('tables', () => {
  const tables = resourcesOf(home, 'AWS::DynamoDB::Table');
  const tableOf = (id: string) => tables.find(([logicalId]) => logicalId.startsWith(id))?.[1];
  const [table, history] = [tableOf('Findings'), tableOf('History')];
  const keysOf = (keys: unknown) =>
    (keys as { AttributeName: string; KeyType: string }[]).map(({ AttributeName }) => AttributeName);

  it('cannot be deleted by accident, are encrypted with our key and expire what may expire', () => {
    expect(tables).toHaveLength(2);
    for (const [, one] of tables) {
      expect(property(one, 'DeletionProtectionEnabled')).toBe(true);
      expect(one.DeletionPolicy).toBe('Retain');
      expect(property(one, 'SSESpecification')).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
      expect(property(one, 'BillingMode')).toBe('PAY_PER_REQUEST');
      expect(property(one, 'TimeToLiveSpecification')).toEqual({
        AttributeName: tableSchema.timeToLive,
        Enabled: true,
      });
    }
    expect(historySchema.timeToLive).toBe(tableSchema.timeToLive);
  });

  it('the findings can be restored, the history need not be', () => {
    expect(property(table, 'PointInTimeRecoverySpecification')).toEqual({ PointInTimeRecoveryEnabled: true });
    expect(property(history, 'PointInTimeRecoverySpecification')).toBeUndefined();
  });

  it('the history has the keys that it uses, and no index', () => {
    expect(keysOf(property(history, 'KeySchema'))).toEqual([
      historySchema.partitionKey,
      historySchema.sortKey,
    ]);
    expect(property(history, 'GlobalSecondaryIndexes')).toBeUndefined();
  });

  it('the findings have the keys and indexes that the store uses', () => {
    expect(keysOf(property(table, 'KeySchema'))).toEqual([tableSchema.partitionKey, tableSchema.sortKey]);
    const indexes = property(table, 'GlobalSecondaryIndexes') as { IndexName: string; KeySchema: unknown }[];
    expect(indexes.map(({ IndexName, KeySchema }) => [IndexName, keysOf(KeySchema)])).toEqual(
      Object.entries(tableSchema.indexes).map(([name, { partitionKey, sortKey }]) => [
        name,
        [partitionKey, sortKey],
      ]),
    );
  });
});

describe('alarms', () => {
  it('every function: errors and throttles', () => {
    for (const id of functions.keys()) {
      expect(isAlarmed('AWS/Lambda/Errors', id)).toBe(true);
      expect(isAlarmed('AWS/Lambda/Throttles', id)).toBe(true);
    }
  });

  it('every counter of failure that the functions write', () => {
    const counters: readonly string[] = [
      'RuleCrash',
      'InconclusiveRule',
      'SettingsRefused',
      'SettingsUnread',
      'AddressFileUnread',
      'EventUnparsable',
      'ProcessedUnnoted',
      'UnreadAnswers',
      'UnsentAlerts',
      'DeliveryDeadLettered',
      'EventMissed',
      'EventUnreadable',
      'HoursNotCompared',
      'ReconcileOverdue',
      'HeartbeatMissing',
    ] satisfies readonly CounterName[];
    expect(watchedCounters.map(({ name }) => name)).toEqual(counters);
    for (const name of counters)
      expect(alarms).toContainEqual(expect.objectContaining({ metric: `Trailwarden/${name}`, threshold: 1 }));
  });

  const silent = resourcesOf(home, 'AWS::CloudWatch::Alarm')
    .map(([, { Properties }]) => Properties)
    .filter((alarm) => alarm['TreatMissingData'] === 'breaching')
    .map((alarm) => [alarm['MetricName'], alarm['EvaluationPeriods'], alarm['Period']]);

  it('no comparison with CloudTrail for three hours, no data counting as none', () => {
    expect(silent).toContainEqual(['ReconcileRun', 3, 3600]);
    expect(silent).toHaveLength(3);
  });

  it('no review for 30 hours, no data counting as none', () => {
    expect(silent).toContainEqual(['AccountReviewed', 30, 3600]);
  });

  it('silence: 26 hours without an event, no data counting as none', () => {
    expect(silent).toContainEqual(['NumberOfMessagesDeleted', 26, 3600]);
  });
});

describe.each(templates)('event rules: %s', (_, template) => {
  const eventRules = resourcesOf(template, 'AWS::Events::Rule').map(([, { Properties }]) => Properties);

  it('park what they cannot deliver, and say how long they try', () => {
    expect(eventRules.length).toBeGreaterThanOrEqual(3);
    for (const rule of eventRules) {
      const [target] = rule['Targets'] as unknown as Record<string, unknown>[];
      expect(referenced(target?.['DeadLetterConfig'])).toMatch(/Undelivered/);
      expect(target?.['RetryPolicy']).toEqual({
        MaximumEventAgeInSeconds: 86_400,
        MaximumRetryAttempts: 185,
      });
    }
  });

  it('have an alarm on failed invocations', () => {
    const watched = alarmsOf(template).filter(({ metric }) => metric === 'AWS/Events/FailedInvocations');
    expect(watched).toHaveLength(eventRules.length);
    for (const { Name } of eventRules)
      expect(watched.some(({ dimensions }) => dimensions.includes(`"${Name}"`))).toBe(true);
  });

  it('take read-only calls in the state that forwards them', () => {
    const reads = eventRules.filter(({ Name }) => String(Name).includes('-reads'));
    expect(reads).toHaveLength(1);
    expect(reads[0]?.['State']).toBe('ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS');
  });

  it('take the heartbeat, and of our own calls nothing else', () => {
    const [one, ...more] = eventRules.filter(({ Name }) => String(Name).includes('-heartbeat'));
    expect(more).toEqual([]);
    const pattern = JSON.stringify(one?.['EventPattern']);
    for (const name of [heartbeatRoleName, 'Trailwarden-reconcile'])
      expect(pattern).toContain(`:role/${name}"`);
    expect(pattern).not.toContain('000000000000');
  });

  it('leave out the reads of the roles that the home stack makes, by their names', () => {
    const names = resourcesOf(home, 'AWS::IAM::Role')
      .map(([, { Properties }]) => String(Properties['RoleName']))
      // It does nothing, and its being taken on must be seen.
      .filter((name) => name !== heartbeatRoleName);
    const [reads] = eventRules.filter(({ Name }) => String(Name).includes('-reads'));
    const pattern = JSON.stringify(reads?.['EventPattern']);
    expect(names).toHaveLength(7);
    for (const name of names) expect(pattern).toContain(`:role/${name}"`);
    expect(pattern).not.toContain('000000000000');
  });
});

describe('other Regions', () => {
  it('send to the home bus with a role that can do nothing else', () => {
    const [forwarder] = forwarders;
    if (!forwarder) throw new Error('no forwarder was synthesized');
    for (const [, { Properties }] of resourcesOf(forwarder, 'AWS::Events::Rule')) {
      const [target] = Properties['Targets'] as unknown as Record<string, unknown>[];
      expect(JSON.stringify(target?.['Arn'])).toContain('us-east-1');
      expect(JSON.stringify(target?.['Arn'])).toContain('event-bus/trailwarden');
      expect(target?.['RoleArn']).toBeDefined();
    }
    const [[, role] = ['', undefined]] = resourcesOf(forwarder, 'AWS::IAM::Role');
    const [policy] = property(role, 'Policies') as { PolicyDocument: unknown }[];
    expect(statementsOf(policy?.PolicyDocument).map(({ actions }) => actions)).toEqual([
      ['events:PutEvents'],
    ]);
  });

  it('the home bus takes events of the organisation only', () => {
    const [[, policy] = ['', undefined]] = resourcesOf(home, 'AWS::Events::EventBusPolicy');
    expect(JSON.stringify(property(policy, 'Statement'))).toContain('"aws:PrincipalOrgID":"o-a1b2c3d4e5"');
  });

  it('a single account in a single Region needs no bus', () => {
    const { home: single } = synthesize({}, rules);
    expect(resourcesOf(single, 'AWS::Events::EventBus')).toEqual([]);
    expect(single.toJSON()['Outputs']).toMatchObject({ EventBusName: { Value: 'default' } });
  });
});
