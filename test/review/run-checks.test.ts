import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadChecks } from '../../functions/cli/review/check-files.ts';
import { exampleAt, readSource, report, reportRow, snapshotOf } from '../../shared/account/example.ts';
import type { SourceName } from '../../shared/account/snapshot.ts';
import type { Unavailable, UnavailableReason } from '../../shared/account/source.ts';
import { checks } from '../../shared/review/checks/index.ts';
import { criteriaOf } from '../../shared/review/criteria.ts';
import { type Check, defineCheck } from '../../shared/review/define-check.ts';
import { runChecks } from '../../shared/review/run-checks.ts';
import { sampleSnapshot } from './sample-snapshot.ts';

const at = Date.parse(exampleAt);
const described = await loadChecks();
const sample = await sampleSnapshot();
const reasons: readonly UnavailableReason[] = [
  'missing',
  'denied',
  'throttled',
  'malformed',
  'incomplete',
  'failed',
];

const unavailable = (reason: UnavailableReason): Unavailable => ({
  status: 'unavailable',
  reason,
  cause: `it was ${reason}`,
});

/** The sources without which a check must not say that all is well. */
const neededBy = ({ needs, confirms = [] }: Check): readonly SourceName[] => [...needs, ...confirms];

const aCheck = (judge: Check['judge']): Check =>
  defineCheck({
    id: 'a-check',
    topic: 't',
    severity: 'low',
    title: 'T',
    why: 'W.',
    fix: 'F.',
    misses: 'M.',
    needs: [],
    messages: { FAIL: { bad: 'Bad.' }, PASS: { good: 'Good.' } },
    judge: judge as never,
  }) as Check;

describe('the catalogue of checks', () => {
  it('lists every check file exactly once', () => {
    expect(checks.map(({ id }) => id)).toEqual(described.map(({ check }) => check.id));
  });
});

describe('a source that is not there', () => {
  const pairs = checks.flatMap((check) => neededBy(check).map((name) => ({ id: check.id, check, name })));

  it.each(pairs)('$id without $name passes nothing', ({ check, name }) => {
    // In every state that an example knows, in the sample account, and for every reason.
    const states = [
      sample,
      ...(described.find((one) => one.check.id === check.id)?.examples ?? []).map(({ state }) =>
        snapshotOf(state),
      ),
    ];
    for (const snapshot of states)
      for (const reason of reasons) {
        const sources = { ...snapshot.sources, [name]: unavailable(reason) };
        for (const profile of ['recommended', 'cis-5', 'pci-dss-4'] as const) {
          const verdicts = runChecks([check], { ...snapshot, sources }, criteriaOf({}, {}, profile), at);
          const calm = verdicts.filter(
            ({ verdict, message }) =>
              verdict === 'PASS' ||
              (verdict === 'NOT_APPLICABLE' && !['not-asked', 'outside'].includes(message)),
          );
          expect(calm).toEqual([]);
        }
      }
  });

  it('is told with its cause', () => {
    const verdicts = runChecks(checks, snapshotOf({}), criteriaOf(), at);
    const open = verdicts.filter(({ verdict }) => verdict === 'NOT_EVALUATED');
    expect(open.length).toBeGreaterThan(90);
    expect(open.filter(({ cause }) => cause === undefined || cause === '')).toEqual([]);
    expect(new Set(verdicts.map(({ checkId }) => checkId)).size).toBe(checks.length);
  });

  it('never makes a failure pass, whichever are missing', () => {
    const names = Object.keys(sample.sources) as SourceName[];
    const before = new Map(
      runChecks(checks, sample, criteriaOf(), at).map((one) => [
        JSON.stringify([one.checkId, one.resource, one.resourceId]),
        one.verdict,
      ]),
    );
    fc.assert(
      fc.property(fc.subarray(names), fc.constantFrom(...reasons), (gone, reason) => {
        const sources = {
          ...sample.sources,
          ...Object.fromEntries(gone.map((name) => [name, unavailable(reason)])),
        };
        const after = runChecks(checks, { ...sample, sources }, criteriaOf(), at);
        const mended = after.filter(
          (one) =>
            one.verdict === 'PASS' &&
            before.get(JSON.stringify([one.checkId, one.resource, one.resourceId])) === 'FAIL',
        );
        expect(mended).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('time alone', () => {
  // These are about what happened lately: that it lies back is what puts them right.
  const aboutLately = new Set([
    'root-recently-used',
    'cloudtrail-threat-enumeration',
    'cloudtrail-threat-llm-jacking',
    'cloudtrail-threat-privilege-escalation',
  ]);

  it.each(
    described
      .filter(({ check }) => !aboutLately.has(check.id))
      .map((entry) => ({ ...entry, id: entry.check.id })),
  )('$id: turns no failure into a pass', ({ check, examples }) => {
    for (const { state, profile, settings, account } of examples)
      fc.assert(
        fc.property(
          fc.integer({ min: -400, max: 400 }),
          fc.double({ min: 0, max: 800, noNaN: true }),
          (start, days) => {
            const day = 86_400_000;
            const keyOf = (one: { resource: string; resourceId: string }) =>
              `${one.resource} ${one.resourceId}`;
            const run = (time: number) =>
              runChecks([check], snapshotOf(state), criteriaOf(settings, account, profile), time);
            const failed = new Set(
              run(at + start * day)
                .filter(({ verdict }) => verdict === 'FAIL')
                .map(keyOf),
            );
            const passed = run(at + (start + days) * day)
              .filter(({ verdict }) => verdict === 'PASS')
              .map(keyOf);
            expect(passed.filter((key) => failed.has(key))).toEqual([]);
          },
        ),
        { numRuns: 10 },
      );
  });
});

describe('the order of what AWS lists', () => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed).toReversed()
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reversed(inner)]))
        : value;
  const named = (snapshot: typeof sample) =>
    runChecks(checks, snapshot, criteriaOf(), at)
      .map(({ checkId, resource, resourceId, verdict, severity }) =>
        [checkId, resource, resourceId, verdict, severity].join(' '),
      )
      .toSorted();

  it('changes no verdict: neither of users nor of key slots', () => {
    const sources = reversed(sample.sources) as typeof sample.sources;
    expect(named({ ...sample, sources })).toEqual(named(sample));
  });
});

describe('a check that is broken', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('oops');
      },
      'oops',
    ],
    ['says nothing', () => [], 'it said nothing'],
    [
      'says what it does not know',
      () => [{ message: 'typo', resource: 'arn:x', data: {} }],
      'none of its messages',
    ],
  ] as const)('%s: is not evaluated, and the others run', (_, judge, cause) => {
    const good = aCheck(() => [{ message: 'good', resource: 'arn:x', data: {} }]);
    const verdicts = runChecks([aCheck(judge as never), good], snapshotOf({}), criteriaOf(), at);
    expect(verdicts).toEqual([
      expect.objectContaining({
        verdict: 'NOT_EVALUATED',
        message: 'crashed',
        cause: expect.stringContaining(cause),
      }),
      expect.objectContaining({ verdict: 'PASS' }),
    ]);
  });
});

describe('profiles', () => {
  const verdictOf = (profile: Parameters<typeof criteriaOf>[2], settings = {}) => {
    const state = report(
      reportRow('kim', {
        password: {
          enabled: true,
          lastUsed: { at: new Date(at - 60 * 86_400_000).toISOString() },
          lastChanged: { says: 'not-applicable' },
          nextRotation: { says: 'not-applicable' },
        },
      }),
    );
    const snapshot = snapshotOf({ credentialReport: readSource(state.credentialReport) });
    return runChecks(checks, snapshot, criteriaOf(settings, {}, profile), at).find(
      ({ checkId }) => checkId === 'console-password-unused',
    )?.verdict;
  };

  it.each([
    ['recommended', 'FAIL'],
    ['cis-5', 'FAIL'],
    ['cis-6', 'FAIL'],
    ['cis-7', 'FAIL'],
    ['fsbp', 'PASS'],
    ['pci-dss-4', 'PASS'],
    ['isms-p', 'PASS'],
  ] as const)('%s: a password not used for 60 days: %s', (profile, verdict) => {
    expect(verdictOf(profile)).toBe(verdict);
  });

  it('settings count more than the profile', () => {
    expect(verdictOf('fsbp', { thresholds: { unusedDays: 60 } })).toBe('FAIL');
    expect(verdictOf('cis-7', { thresholds: { unusedDays: 61 } })).toBe('PASS');
  });

  it('a profile that is asked for counts more than that of the settings', () => {
    expect(criteriaOf({ profile: 'fsbp' }, {}, 'cis-7').profile).toBe('cis-7');
    expect(criteriaOf({ profile: 'fsbp' }).profile).toBe('fsbp');
  });
});
