import { describe, expect, it } from 'vitest';
import type { AccountSettings } from '../../shared/account/account-settings.ts';
import type { Lookup } from '../../shared/account/lookup.ts';
import { denied, role, service, user } from '../../shared/events/example.ts';
import type { IamEvent } from '../../shared/events/iam-event.ts';
import type { HistoryNeed } from '../../shared/history/window.ts';
import type { OutcomeFilter, Rule } from '../../shared/rules/define-rule.ts';
import { type FactSource, noFacts } from '../../shared/rules/facts.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { type Inconclusive, runRules } from '../../shared/rules/run-rules.ts';
import { anyEvent, anyRule } from './any-rule.ts';

const run = (rules: readonly Rule[], event = anyEvent(), source?: FactSource) =>
  runRules(indexRules(rules), event, source);

const severitiesOf = (rule: Rule, event = anyEvent()) =>
  run([rule], event).matches.map((match) => match.severity);

const succeeded = anyEvent();
const refused = anyEvent({ error: denied('iam:CreateUser') });
const failed = anyEvent({ error: { code: 'EntityAlreadyExists' } });

describe('the outcome filter', () => {
  it.each<[OutcomeFilter | undefined, ...(string | undefined)[]]>([
    // filter, severity on success, when denied, when failed
    [undefined, 'high', undefined, undefined],
    ['succeeded', 'high', undefined, undefined],
    ['attempted', 'high', 'medium', undefined],
    ['any', 'high', 'high', 'high'],
    ['not-succeeded', undefined, 'high', 'high'],
  ])('%s', (outcome, ...expected) => {
    const rule = anyRule(outcome === undefined ? {} : { outcome });
    expect([succeeded, refused, failed].map((event) => severitiesOf(rule, event)[0])).toEqual(expected);
  });
});

describe('severity', () => {
  const matching = (severity: 'critical' | 'info') =>
    anyRule({ evaluate: () => [{ message: 'made', resource: 'arn:x', data: {}, severity }] });

  it('is the match’s own where it has one', () => {
    expect(severitiesOf(matching('critical'))).toEqual(['critical']);
  });

  it('never falls below info', () => {
    expect(severitiesOf({ ...matching('info'), outcome: 'attempted' }, refused)).toEqual(['info']);
  });
});

describe('who made the call', () => {
  const direct = anyEvent();
  const console = anyEvent({ by: user('bob', { invokedBy: 'signin.amazonaws.com' }) });
  const cloudFormation = anyEvent({
    by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }),
    sourceIp: 'cloudformation.amazonaws.com',
  });
  const autoScaling = anyEvent({ by: service('autoscaling.amazonaws.com') });
  const events = [direct, console, cloudFormation, autoScaling];

  it.each<[string, Partial<Rule>, (string | undefined)[]]>([
    // direct, console, CloudFormation, service
    ['keeps them all by default', {}, ['high', 'high', 'high', 'high']],
    ['skips services only', { serviceInitiated: 'skip' }, ['high', 'high', 'high', undefined]],
    [
      'lowers infrastructure as code only',
      { infrastructureAsCode: 'lower' },
      ['high', 'high', 'medium', 'high'],
    ],
  ])('%s', (_, over, expected) => {
    expect(events.map((event) => severitiesOf(anyRule(over), event)[0])).toEqual(expected);
  });

  it('lowers twice for a refused call through CloudFormation', () => {
    const event = { ...cloudFormation, outcome: 'denied' as const };
    const rule = anyRule({ outcome: 'attempted', infrastructureAsCode: 'lower' });
    expect(severitiesOf(rule, event)).toEqual(['low']);
  });
});

describe('a role that the setting pipelines names', () => {
  const deploy = anyEvent({ by: role('deploy', 'run-7') });
  const source: FactSource = { ...noFacts, settings: { pipelines: ['arn:aws:iam::*:role/deploy'] } };
  const lowered = (over: Partial<Rule>, event = deploy) =>
    run([anyRule({ infrastructureAsCode: 'lower', ...over })], event, source).matches[0]?.severity;

  it.each<[string, string | undefined, string]>([
    ['is infrastructure as code', lowered({}), 'medium'],
    ['is rated as others where the rule does not say so', lowered({ infrastructureAsCode: 'keep' }), 'high'],
    ['is no other role', lowered({}, anyEvent({ by: role('deploy', 'run-7', {}, '/other/') })), 'high'],
    ['is no user of that name', lowered({}, anyEvent({ by: user('deploy') })), 'high'],
    [
      'is lowered once, also through CloudFormation',
      lowered({}, anyEvent({ by: role('deploy', 'run-7', { invokedBy: 'cloudformation.amazonaws.com' }) })),
      'medium',
    ],
  ])('%s', (_, severity, expected) => {
    expect(severity).toBe(expected);
  });

  it('is rated as others when nobody named it', () => {
    expect(severitiesOf(anyRule({ infrastructureAsCode: 'lower' }), deploy)).toEqual(['high']);
  });
});

describe('the kind of a match', () => {
  it.each([
    ['condition', succeeded, 'condition'],
    ['condition', refused, 'incident'],
    ['condition', failed, 'incident'],
    ['incident', refused, 'incident'],
    ['inventory', succeeded, 'inventory'],
  ] as const)('of a %s rule', (kind, event, expected) => {
    expect(run([anyRule({ kind, outcome: 'any' })], event).matches[0]?.kind).toBe(expected);
  });
});

describe('a rule that throws', () => {
  const error = new Error('broken');
  const fail = () => {
    throw error;
  };
  const sound = anyRule({ id: 'sound' });

  it.each<[string, Partial<Rule>]>([
    ['in evaluate', { evaluate: fail }],
    ['in lookups', { lookups: fail }],
    ['in history', { history: fail }],
  ])('%s is a crash while the others run', (_, over) => {
    const broken = anyRule({ id: 'broken', ...over });
    const result = run([broken, sound]);
    expect(result.crashes).toEqual([{ rule: broken, error }]);
    expect(result.matches.map(({ rule }) => rule.id)).toEqual(['sound']);
  });

  it('in undoes is a crash while the others run', () => {
    const undo = (undoes: () => { resource: string }[]) => ({
      on: { actions: ['iam:TagUser' as const] },
      undoneBy: [{ actions: ['iam:CreateUser' as const], undoes }],
    });
    const broken = anyRule({ id: 'broken', ...undo(fail) });
    const result = run([broken, anyRule({ id: 'sound', ...undo(() => [{ resource: 'arn:x' }]) })]);
    expect(result.crashes.map(({ rule }) => rule.id)).toEqual(['broken']);
    expect(result.resolutions.map(({ rule }) => rule.id)).toEqual(['sound']);
  });
});

describe('a network activity event', () => {
  const record = { eventCategory: 'NetworkActivity', eventType: 'AwsVpceEvent' };
  const copy = anyEvent({ record });
  const onCopies = anyRule({ id: 'on-copies', on: { anyCall: { eventCategory: ['NetworkActivity'] } } });
  const onCalls = anyRule({ id: 'on-calls', on: { anyCall: { eventCategory: ['Management'] } } });
  const idsFor = (event: IamEvent) =>
    run([anyRule(), onCopies, onCalls], event).matches.map(({ rule }) => rule.id);

  it('is seen by the rules that ask for it, and they see nothing else', () => {
    expect([idsFor(copy), idsFor(succeeded)]).toEqual([['on-copies'], ['any-rule', 'on-calls']]);
  });

  it('puts nothing right', () => {
    const undone = anyRule({
      kind: 'condition',
      undoneBy: [{ actions: ['iam:CreateUser'], undoes: () => [{ resource: 'arn:r' }] }],
    });
    expect([run([undone], copy), run([undone])].map(({ resolutions }) => resolutions.length)).toEqual([0, 1]);
  });
});

describe('facts', () => {
  const lookups = () => [{ kind: 'role' as const, id: 'deploy' }];
  const history = () => [{ kind: 'first-seen' as const, key: 'bob', days: 90 }];
  const found = { status: 'found', kind: 'role', value: 'a role', readAt: '2026-03-04T05:06:07Z' } as const;
  const met = { status: 'met', count: 1, events: [] } as const;
  const known: FactSource = { settings: {}, lookup: () => found, history: () => met };

  it('that nobody fetched leave the rule inconclusive, with every cause', () => {
    const result = run([anyRule({ lookups, history }), anyRule({ id: 'other' })]);
    expect(result.inconclusive.map(({ causes }) => causes)).toEqual([
      ['no account to look it up in', 'no event history'],
    ]);
    expect(result.matches.map(({ rule }) => rule.id)).toEqual(['other']);
  });

  it.each<[string, Partial<FactSource>, Partial<Inconclusive>]>([
    [
      'a failed look-up',
      { lookup: () => ({ status: 'unavailable', cause: 'throttled' }) },
      { because: 'unavailable', causes: ['throttled'] },
    ],
    [
      'a failed history',
      { history: () => ({ status: 'unavailable', cause: 'denied' }) },
      { because: 'unavailable', causes: ['denied'] },
    ],
    [
      'a history that still learns',
      { history: () => ({ status: 'learning', until: '2026-04-01T00:00:00.000Z' }) },
      { because: 'learning', causes: ['learning until 2026-04-01T00:00:00.000Z'] },
    ],
    [
      'a throttled look-up, which may be answered later',
      { lookup: () => ({ status: 'unavailable', cause: 'throttled', transient: true }) },
      { because: 'unavailable', causes: ['throttled'], transient: true },
    ],
    [
      'a throttled one, another being denied for good',
      {
        lookup: () => ({ status: 'unavailable', cause: 'throttled', transient: true }),
        history: () => ({ status: 'unavailable', cause: 'denied' }),
      },
      { because: 'unavailable', causes: ['throttled', 'denied'] },
    ],
    [
      'one that is off, whatever else failed',
      {
        lookup: () => ({ status: 'unavailable', cause: 'no file', off: true }),
        history: () => ({ status: 'unavailable', cause: 'throttled', transient: true }),
      },
      { because: 'off', causes: ['no file'] },
    ],
  ])('of which %s is one leave it inconclusive', (_, over, expected) => {
    const result = run([anyRule({ lookups, history })], succeeded, { ...known, ...over });
    expect(result.inconclusive).toEqual([{ rule: expect.objectContaining({ id: 'any-rule' }), ...expected }]);
    expect(result.matches).toEqual([]);
  });

  it.each([true, undefined])('settings that are not to be had are a fault; it may pass: %s', (transient) => {
    const settingsFault = { cause: 'throttled', ...(transient ? { transient } : {}) };
    const rules = [anyRule({ needs: ['regionsInUse'] }), anyRule({ id: 'needs-nothing' })];
    const result = run(rules, succeeded, { ...known, settingsFault });
    const { cause, ...rest } = settingsFault;
    expect(result.inconclusive).toEqual([
      { rule: rules[0], because: 'unavailable', causes: [cause], ...rest },
    ]);
    expect(result.matches.map(({ rule }) => rule.id)).toEqual(['needs-nothing']);
  });

  it('that only the owner knows must be configured', () => {
    const rule = anyRule({ needs: ['regionsInUse'] });
    expect(run([rule], succeeded, known).inconclusive).toMatchObject([
      { because: 'off', causes: ['setting regionsInUse is not configured'] },
    ]);
    const configured = { ...known, settings: { regionsInUse: ['us-east-1'] } };
    expect(run([rule], succeeded, configured).matches).toHaveLength(1);
  });

  it('reach the rule in the order in which it asked', () => {
    let seen: unknown;
    const rule = anyRule({
      lookups,
      history,
      evaluate: (_, facts) => {
        seen = facts;
        return [];
      },
    });
    run([rule], succeeded, known);
    expect(seen).toMatchObject({ lookups: [found], history: [met], settings: {} });
  });

  describe('that are optional', () => {
    const optionally = {
      lookups: () => [{ kind: 'role' as const, id: 'deploy', optional: true as const }],
      history: () => [{ kind: 'first-seen' as const, key: 'bob', days: 90, optional: true as const }],
    };
    it.each<[string, Partial<FactSource>, readonly Partial<Inconclusive>[]]>([
      [
        'and could not be read are said to be missing',
        { lookup: () => ({ status: 'unavailable', cause: 'throttled' }) },
        [{ because: 'unavailable', causes: ['throttled'] }],
      ],
      [
        'and are off are not missed',
        { lookup: () => ({ status: 'unavailable', off: true, cause: 'no file' }) },
        [],
      ],
      [
        'and are still learnt are not missed',
        { history: () => ({ status: 'learning', until: '2026-04-01T00:00:00.000Z' }) },
        [],
      ],
    ])('%s, and the rule runs', (_, over, inconclusive) => {
      const result = run([anyRule(optionally)], succeeded, { ...known, ...over });
      expect(result.matches).toHaveLength(1);
      expect(result.inconclusive).toMatchObject(inconclusive);
      expect(result.inconclusive).toHaveLength(inconclusive.length);
    });
  });

  it('tell what to ask of history', () => {
    const asked: unknown[] = [];
    const rule = anyRule({
      lookups,
      history: (_, _settings, answers) => {
        asked.push(answers);
        return [];
      },
    });
    run([rule], succeeded, known);
    run([rule], succeeded, { ...known, lookup: noFacts.lookup });
    expect(asked).toEqual([[found], []]);
  });

  it('are not asked for what a setting decides', () => {
    const unless =
      <T>(need: T) =>
      (_: unknown, { regionsInUse }: AccountSettings) =>
        regionsInUse ? [] : [need];
    const [lookup] = lookups();
    const [need] = history();
    const rule = anyRule({ lookups: unless(lookup as Lookup), history: unless(need as HistoryNeed) });
    expect(run([rule]).inconclusive).toHaveLength(1);
    expect(run([rule], succeeded, { ...noFacts, settings: { regionsInUse: [] } }).matches).toHaveLength(1);
  });

  it('that say "absent" are an answer', () => {
    const absent: FactSource = {
      ...known,
      lookup: () => ({ status: 'absent', kind: 'role', readAt: found.readAt }),
    };
    expect(run([anyRule({ lookups })], succeeded, absent).matches).toHaveLength(1);
  });

  it('are not asked for when the outcome does not concern the rule', () => {
    const asking = anyRule({
      lookups: () => {
        throw new Error('asked');
      },
    });
    expect(run([asking], failed).crashes).toEqual([]);
  });
});

describe('an event that undoes', () => {
  const undoes = () => [{ resource: 'arn:r', aspect: 'arn:p' }];
  const rule = anyRule({
    kind: 'condition',
    on: { actions: ['iam:AttachUserPolicy'] },
    undoneBy: [
      { actions: ['iam:CreateUser', 'iam:DeleteUser'], undoes },
      { actions: ['iam:DetachUserPolicy'], undoes: () => [{ resource: 'arn:other' }] },
    ],
  });

  it('resolves what it says', () => {
    expect(run([rule]).resolutions).toEqual([{ rule, resource: 'arn:r', aspect: 'arn:p' }]);
  });

  it.each([
    ['was refused', refused],
    ['failed', failed],
  ])('resolves nothing when it %s', (_, event) => {
    expect(run([rule], event).resolutions).toEqual([]);
  });

  it('may fire and undo at once', () => {
    const result = run([rule, anyRule({ id: 'other' })]);
    expect([result.matches.length, result.resolutions.length]).toEqual([1, 1]);
  });
});
