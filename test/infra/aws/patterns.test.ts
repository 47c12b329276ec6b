import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectionRules } from '../../../infra/aws/patterns/selection.ts';
import {
  call,
  consoleUser,
  exampleAccount,
  identityCenterUser,
  instance,
  role,
  root,
  service,
  signIn,
  user,
} from '../../../shared/events/example.ts';
import type { Action, JsonObject } from '../../../shared/events/iam-event.ts';
import { parseRecord } from '../../../shared/events/parse-event.ts';
import { catalogue } from '../../../shared/rules/catalogue/index.ts';
import type { CataloguedRule, Example, Rule } from '../../../shared/rules/define-rule.ts';
import { indexRules } from '../../../shared/rules/rule-index.ts';
import { runRules } from '../../../shared/rules/run-rules.ts';
import { rulesOutside, tierNeeded } from '../../../shared/rules/tier.ts';
import { isWithheldByDefault, type Tier, tiers } from '../../../shared/rules/trigger.ts';
import { matchesAny, takenBy } from './deliver.ts';
import { onlyIf, ruleOn } from './sample-rules.ts';

const ownRole = `arn:aws:iam::${exampleAccount}:role/Trailwarden-check-event`;
const selectionOf = (rules: readonly Rule[], tier: Tier = 'wide') =>
  selectionRules({ rules, tier, ownRoleArns: [ownRole] });

const samples = [
  ruleOn('writes', { actions: ['iam:CreateUser', 'iam:CreateAccessKey', 'lambda:AddPermission'] }),
  ruleOn('sts', { actions: ['sts:AssumeRole', 'sts:GetFederationToken'] }),
  ruleOn('reads', { actions: ['iam:ListUsers', 'iam:GenerateCredentialReport'] }),
  ruleOn('mixed', { actions: ['kms:PutKeyPolicy', 'kms:GetKeyPolicy'] }),
  ruleOn('sign-in', { actions: ['signin:ConsoleLogin', 'signin:SwitchRole'] }),
  ruleOn(
    'root',
    { anyCall: { userIdentity: { type: ['Root'] } } },
    onlyIf((event) => event.actor.type === 'Root'),
  ),
  ruleOn('service', { services: ['organizations'] }),
  ruleOn(
    'filtered',
    { services: ['sso'], where: { errorCode: [{ exists: true }] } },
    onlyIf((event) => event.errorCode !== undefined),
  ),
  ruleOn(
    'changes',
    {
      services: ['identitystore'],
      where: { userIdentity: { type: ['AssumedRole'] }, readOnly: [false, 'False', { exists: false }] },
    },
    onlyIf((event) => event.actor.type === 'AssumedRole' && !event.readOnly),
  ),
  ruleOn(
    'sessions',
    { anyCall: { userIdentity: { type: ['AssumedRole'], arn: [{ wildcard: '*/i-*' }] } } },
    onlyIf((event) => event.actor.isInstance),
  ),
  ruleOn('wide', { actions: ['s3:PutObject'], tier: 'wide' }),
  ruleOn(
    'undone',
    { actions: ['cloudtrail:StopLogging'] },
    { kind: 'condition', undoneBy: [{ actions: ['cloudtrail:StartLogging'], undoes: () => [] }] },
  ),
];
const wide = selectionOf(samples);
const ours = role('Trailwarden-check-event', 'function');

const withoutFlag = ({ readOnly: _, ...record }: JsonObject): JsonObject => record;

describe('an event that a list of calls and a filter both ask for', () => {
  const both = [
    ruleOn('named', { actions: ['iam:CreateUser', 'iam:ListUsers'] }),
    ruleOn('all-writes', { services: ['iam'], where: { readOnly: [false, { exists: false }] } }),
  ];

  it.each<[string, JsonObject]>([
    ['a write', call('iam:CreateUser')],
    ['one that does not say that it is one', withoutFlag(call('iam:CreateUser'))],
    ['one that says so in text', call('iam:CreateUser', { record: { readOnly: 'False' } })],
    ['one that says it is a read', call('iam:CreateUser', { readOnly: true })],
  ])('is delivered once: %s', (_, record) => {
    for (const tier of tiers)
      expect({ tier, rules: takenBy(selectionOf(both, tier), record).length }).toEqual({ tier, rules: 1 });
  });
});

describe('a network activity event', () => {
  const asking = ruleOn('asking', { anyCall: { eventCategory: ['NetworkActivity'] } });
  const record = call('iam:CreateUser', {
    record: { eventCategory: 'NetworkActivity', eventType: 'AwsVpceEvent' },
  });

  it('is delivered to who asks for it, and the call that it repeats to the others', () => {
    const both = selectionOf([...samples, asking], 'core');
    expect(takenBy(both, record)).toEqual(['network-activity-1']);
    expect(takenBy(both, call('iam:CreateUser'))).toEqual(['writes-1']);
    expect(takenBy(selectionOf(samples), record)).toEqual([]);
  });
});

describe('which events reach the installation', () => {
  const cases: readonly (readonly [string, JsonObject, Partial<Record<Tier, readonly string[]>>])[] = [
    ['a write', call('iam:CreateUser'), { core: ['writes-1'] }],
    ['an API version', call('lambda:AddPermission20150331v2'), { core: ['writes-1'] }],
    ['a write nobody asked for', call('iam:TagUser'), { core: [], wide: [] }],
    ['the same name of another service', call('cognito:CreateUser'), { wide: [] }],
    ['STS', call('sts:AssumeRole', { readOnly: true }), { core: ['calls-1'] }],
    [
      'STS that is read by its verb',
      call('sts:GetFederationToken', { readOnly: true }),
      { core: ['calls-1'] },
    ],
    ['a read', call('iam:ListUsers', { readOnly: true }), { core: [], 'read-only': ['reads-1'] }],
    ['a read of a mixed rule', call('kms:GetKeyPolicy', { readOnly: true }), { core: [], wide: ['reads-1'] }],
    ['a write of a mixed rule', call('kms:PutKeyPolicy'), { core: ['writes-1'] }],
    ['a sign-in', signIn(user('bob')), { core: ['writes-1'] }],
    [
      'any call by root',
      call('ec2:RunInstances', { by: root() }),
      { core: ['writes-1'], wide: ['reads-of-others-1'] },
    ],
    [
      'a read by root',
      call('ec2:DescribeInstances', { by: root(), readOnly: true }),
      { core: [], 'read-only': ['reads-of-others-1'] },
    ],
    ['any call by others', call('ec2:RunInstances'), { wide: [] }],
    [
      'any call of a service',
      call('organizations:LeaveOrganization'),
      { core: ['calls-1'], wide: ['reads-and-calls-1'] },
    ],
    ['a filter not met', call('sso:CreatePermissionSet'), { wide: [] }],
    [
      'a filter met',
      call('sso:CreatePermissionSet', { error: { code: 'AccessDenied' } }),
      { core: ['calls-1'] },
    ],
    [
      'a write of a role',
      call('identitystore:CreateUser', { by: role('ops', 'x') }),
      { core: ['writes-1'], wide: ['writes-1'] },
    ],
    [
      'a read of a role',
      call('identitystore:ListUsers', { by: role('ops', 'x'), readOnly: true }),
      { core: [], wide: [] },
    ],
    [
      'a call of an instance',
      call('ec2:RunInstances', { by: instance('web', 'i-0123456789abcdef0') }),
      { core: ['session-calls-1'], wide: ['reads-1'] },
    ],
    ['too frequent', call('s3:PutObject'), { core: [], 'read-only': [], wide: ['writes-1'] }],
    ['an undoing event', call('cloudtrail:StartLogging'), { core: ['writes-1'] }],
    [
      'China',
      call('iam:CreateUser', { record: { eventSource: 'iam.amazonaws.com.cn' } }),
      { core: ['writes-1'] },
    ],
  ];

  it.each(cases)('%s', (_, record, expected) => {
    for (const [tier, names] of Object.entries(expected))
      expect({ tier, names: takenBy(selectionOf(samples, tier as Tier), record) }).toEqual({ tier, names });
  });

  it.each([
    'AWS API Call via CloudTrail',
    'AWS Console Sign In via CloudTrail',
    'AWS Console Signin via CloudTrail',
    'AWS Service Event via CloudTrail',
  ])('detail-type %s', (detailType) => {
    expect(takenBy(wide, signIn(user('bob')), detailType)).toEqual(['writes-1']);
  });

  it('no event that was put on the bus by hand', () => {
    const forged = { ...call('iam:CreateUser'), eventSource: 'iam.amazonaws.com' };
    const [rule] = wide;
    expect(rule?.pattern.source).toEqual([{ prefix: 'aws.' }]);
    expect(takenBy(wide, forged, 'my own type')).toEqual([]);
  });
});

describe('our own roles', () => {
  const read = { readOnly: true } as const;
  const assumed = { ...read, request: { roleArn: ownRole } } as const;
  const lambda = service('lambda.amazonaws.com');
  const cases: readonly (readonly [string, JsonObject, 'dropped' | 'kept'])[] = [
    ['a read by our role', call('iam:ListUsers', { by: ours, ...read }), 'dropped'],
    ['a read of an unfiltered service', call('organizations:ListRoots', { by: ours, ...read }), 'dropped'],
    [
      'a read by our role under a suspicious name',
      call('iam:ListUsers', { by: role('Trailwarden-check-event', 'i-0abc'), ...read }),
      'dropped',
    ],
    ['STS by our role', call('sts:AssumeRole', { by: ours, ...read }), 'dropped'],
    ['Lambda assumes our role', call('sts:AssumeRole', { by: lambda, ...assumed }), 'dropped'],
    ['Lambda assumes another role', call('sts:AssumeRole', { by: lambda, ...read }), 'kept'],
    [
      'Lambda assumes a named other role',
      call('sts:AssumeRole', { by: lambda, ...read, request: { roleArn: `${ownRole}-2` } }),
      'kept',
    ],
    ['a user assumes our role', call('sts:AssumeRole', { by: user('eve'), ...assumed }), 'kept'],
    ['a role assumes our role', call('sts:AssumeRole', { by: role('eve', 's'), ...assumed }), 'kept'],
    ['a write by our role', call('iam:CreateUser', { by: ours }), 'kept'],
    [
      'a write by our role to an unfiltered service',
      call('organizations:CreateAccount', { by: ours }),
      'kept',
    ],
    [
      'a call by our role that does not say whether it reads',
      call('organizations:MoveAccount', { by: ours, record: { readOnly: undefined } }),
      'kept',
    ],
    [
      'a read by a role with a longer name',
      call('iam:ListUsers', { by: role('Trailwarden-check-event2', 's'), ...read }),
      'kept',
    ],
  ];

  it.each(cases)('%s', (_, record, expected) => {
    const event = JSON.parse(JSON.stringify(record)) as JsonObject;
    expect(takenBy(wide, event).length > 0 ? 'kept' : 'dropped').toBe(expected);
  });
});

describe('every kind of caller', () => {
  const callers: Readonly<Record<string, JsonObject>> = {
    Root: root(),
    IAMUser: user('bob'),
    'IAMUser in the console': consoleUser('bob', true),
    AssumedRole: role('ops', 'alice'),
    'AssumedRole without session context': role('ops', 'alice', { sessionContext: undefined }),
    'AssumedRole with an empty issuer': role('ops', 'alice', { sessionContext: { sessionIssuer: {} } }),
    'Identity Center session': identityCenterUser('alice@example.com'),
    'EC2 instance': instance('web', 'i-0123456789abcdef0'),
    FederatedUser: { type: 'FederatedUser', principalId: '1:x', arn: 'arn:aws:sts::1:federated-user/x' },
    AWSAccount: { type: 'AWSAccount', principalId: 'AROAX:y', accountId: '444455556666' },
    AWSService: service('cloudformation.amazonaws.com'),
    SAMLUser: { type: 'SAMLUser', principalId: 'x:y', userName: 'z', identityProvider: 'x' },
    WebIdentityUser: { type: 'WebIdentityUser', principalId: 'x', userName: 'y' },
    IdentityCenterUser: { type: 'IdentityCenterUser', onBehalfOf: { userId: 'x' } },
    Directory: { type: 'Directory', userName: 'x' },
    'no type': { invokedBy: 'config.amazonaws.com' },
    'nothing at all': {},
  };
  const calls: readonly (readonly [Action, boolean])[] = [
    ['iam:CreateUser', false],
    ['sts:AssumeRole', true],
    ['iam:ListUsers', true],
    ['organizations:CreateAccount', false],
  ];

  it.each(Object.entries(callers))('%s', (_, by) => {
    for (const [action, readOnly] of calls) {
      const record = JSON.parse(JSON.stringify(call(action, { by, readOnly }))) as JsonObject;
      expect({ action, taken: takenBy(wide, record).length > 0 }).toEqual({ action, taken: true });
    }
  });
});

describe('size and shape of the patterns', () => {
  const manyActions = Array.from({ length: 300 }, (_, index) => `iam:CreateSomethingLong${index}` as Action);

  it('splits at 2,048 characters and loses nothing', () => {
    const selection = selectionOf([ruleOn('many', { actions: manyActions })]);
    expect(selection.length).toBeGreaterThan(3);
    for (const { pattern } of selection) expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(2048);
    for (const action of manyActions) expect(takenBy(selection, call(action))).toHaveLength(1);
  });

  it('is the same for the same rules in another order', () => {
    expect(selectionOf(samples.filter(({ id }) => id !== 'filtered').reverse())).toEqual(
      selectionOf(samples.filter(({ id }) => id !== 'filtered')),
    );
  });

  it('cuts a filter that lists too many names, and loses none', () => {
    const names = Array.from({ length: 60 }, (_, index) => `GetSomethingQuiteLong${index}`);
    const anyCall = { eventName: names, userAgent: [{ wildcard: '*curl*' }] };
    const selection = selectionOf([ruleOn('names', { anyCall })]);
    for (const { pattern } of selection) expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(2048);
    for (const name of names) {
      const event = call(`iam:${name}` as Action, { userAgent: 'curl/8' });
      expect(takenBy(selection, event)).toHaveLength(1);
    }
  });

  it('refuses a filter that is too long', () => {
    const where = { userAgent: [{ wildcard: 'x'.repeat(2000) }] };
    expect(() => selectionOf([ruleOn('long', { services: ['iam'], where })])).toThrow(/longer than 2048/);
  });

  it('refuses a filter that would overwrite the exception for our own reads', () => {
    const anyCall = { userIdentity: { type: [{ prefix: 'Assumed' }] } };
    expect(() => selectionOf([ruleOn('clash', { anyCall })])).toThrow(/rule clash: .*userIdentity\.type/);
  });
});

describe('the tier of a rule', () => {
  it('is told by its trigger', () => {
    expect(Object.fromEntries(samples.map((rule) => [rule.id, tierNeeded(rule)]))).toMatchObject({
      writes: 'core',
      mixed: 'core',
      reads: 'read-only',
      wide: 'wide',
    });
  });

  it.each([
    ['core', ['reads', 'wide']],
    ['read-only', ['wide']],
    ['wide', []],
  ] as const)('%s leaves out %j', (tier, ids) => {
    expect(rulesOutside(tier, samples).map(({ id }) => id)).toEqual(ids);
  });
});

interface RuleModule {
  readonly default: Rule;
  readonly examples: () => readonly Example[];
}
const catalogueFolder = new URL('../../../shared/rules/catalogue/', import.meta.url);
const moduleOf = async ({ topic, rule }: CataloguedRule): Promise<readonly [string, RuleModule]> => [
  rule.id,
  await import(new URL(`${topic}/${rule.id}.ts`, catalogueFolder).href),
];
const modules = new Map(await Promise.all(catalogue.map(moduleOf)));
const rules = catalogue.map(({ rule }) => rule);
const examplesOf = (rule: Rule): readonly Example[] => {
  const module = modules.get(rule.id);
  if (!module) throw new Error(`no module for rule ${rule.id}`);
  return module.examples();
};

describe('the catalogue', () => {
  const selections = Object.fromEntries(tiers.map((tier) => [tier, selectionOf(rules, tier)]));

  it.each(tiers)('has patterns within the limits at tier %s', (tier) => {
    for (const { name, pattern } of selections[tier] ?? [])
      expect({ name, fits: JSON.stringify(pattern).length <= 2048 }).toEqual({ name, fits: true });
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('sees every firing example of %s', (_, rule) => {
    for (const { name, record, before = [] } of examplesOf(rule).filter(({ expect }) => expect.length > 0))
      for (const seen of [...before, record])
        expect({ name, taken: takenBy(selections['wide'] ?? [], seen).length > 0 }).toEqual({
          name,
          taken: true,
        });
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('sees %s fire at the tier it needs', (_, rule) => {
    const firing = examplesOf(rule).filter((example) => example.expect.length > 0);
    const taken = firing.filter(
      ({ record }) => takenBy(selections[tierNeeded(rule)] ?? [], record).length > 0,
    );
    expect(taken.length).toBeGreaterThan(0);
  });
});

describe('what no pattern matches', () => {
  const all = [...samples, ...rules];
  const actions = [
    ...new Set(all.flatMap(({ on }) => ('actions' in on ? on.actions : []))),
    'iam:TagUser',
    'ec2:RunInstances',
    's3:GetObject',
    'organizations:ListRoots',
    'sso:ListInstances',
  ] as const;
  const callers = [
    root(),
    user('bob'),
    consoleUser('bob', false),
    role('ops', 'x'),
    service('x.amazonaws.com'),
    {},
  ];
  // Most of what is asked for matches, so names that nobody asks for keep the test going.
  const anyAction = fc
    .tuple(fc.constantFrom(...actions), fc.boolean())
    .map(([action, isAsked]) => (isAsked ? action : `${action}Later`));
  const records = fc
    .record({
      action: anyAction,
      by: fc.constantFrom(...callers),
      userAgent: fc.constantFrom('aws-cli/2.31.0', 'Boto3/1.40.0'),
      readOnly: fc.boolean(),
      error: fc.constantFrom(undefined, { code: 'AccessDenied' }, { code: 'NoSuchEntity' }),
      absent: fc.subarray(['readOnly', 'userIdentity', 'requestParameters', 'eventType', 'awsRegion']),
    })
    .map(({ action, absent, error, ...over }) => {
      const record = call(action as Action, { ...over, ...(error ? { error } : {}) });
      return Object.fromEntries(Object.entries(record).filter(([key]) => !absent.includes(key)));
    });

  // At tier wide nearly every call of somebody is asked for.
  it.each(['core', 'read-only'] as const)('lets no rule of tier %s fire', (tier) => {
    const selection = selectionOf(all, tier);
    const outside = rulesOutside(tier, all);
    const index = indexRules(all.filter((rule) => !outside.includes(rule)));
    fc.assert(
      fc.property(records, (record) => {
        fc.pre(!matchesAny(selection, record));
        const event = parseRecord(record, { receivedAt: '2026-03-04T05:06:07Z' });
        // A rule that also looks at reads gets none of them at tier core.
        fc.pre(tier !== 'core' || (!event.readOnly && !isWithheldByDefault(event.action)));
        const { matches, crashes } = runRules(index, event);
        expect(crashes).toEqual([]);
        expect(matches.map(({ rule }) => rule.id)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });
});
