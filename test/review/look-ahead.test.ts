import { describe, expect, it } from 'vitest';
import {
  accessKey,
  authorization,
  exampleAt,
  noInformation,
  password,
  reads,
  report,
  reported,
  reportedKey,
  reportRow,
  role,
  slots,
  snapshotOf,
  user,
} from '../../shared/account/example.ts';
import type { SnapshotSources } from '../../shared/account/snapshot.ts';
import { checks } from '../../shared/review/checks/index.ts';
import { criteriaOf } from '../../shared/review/criteria.ts';
import { forecast } from '../../shared/review/forecast.ts';
import { ownersIn } from '../../shared/review/owner.ts';
import { whatIf } from '../../shared/review/what-if.ts';

const at = Date.parse(exampleAt);

const key = (age: number, active = true): Partial<SnapshotSources> =>
  reads({
    ...report(reportRow('kim', { keys: slots(reportedKey(age, reported(0), active)) })),
    accessKeys: [accessKey('kim', 'AKIAEXAMPLE1', age, active)],
  });
const unusedPassword = (days: number): Partial<SnapshotSources> =>
  reads(report(reportRow('kim', { password: password({ lastUsed: reported(days) }), mfaActive: true })));
const idleRole = (days: number): Partial<SnapshotSources> =>
  reads(
    authorization({ roles: [role('app', { lastUsedAt: new Date(at - days * 86_400_000).toISOString() })] }),
  );

describe('forecast', () => {
  it.each<[string, string, Partial<SnapshotSources>, readonly number[]]>([
    ['a key of 76 days', 'access-key-not-rotated', key(76), []],
    ['a key of 77 days', 'access-key-not-rotated', key(77), [14]],
    ['a key of 89 days', 'access-key-not-rotated', key(89), [2]],
    ['a key of 91 days, which fails now', 'access-key-not-rotated', key(91), []],
    ['an inactive key', 'access-key-not-rotated', key(89, false), []],
    ['a password unused for 30 days', 'console-password-unused', unusedPassword(30), []],
    ['a password unused for 31 days', 'console-password-unused', unusedPassword(31), [14]],
    ['a password unused for 44 days', 'console-password-unused', unusedPassword(44), [1]],
    ['a role unused for 80 days', 'role-unused', idleRole(80), [10]],
    ['a source that was not read', 'access-key-not-rotated', {}, []],
    ['a check that judges no age', 'user-console-mfa-disabled', unusedPassword(44), []],
  ])('%s (%s)', (_, id, sources, days) => {
    const found = forecast(
      checks.filter((check) => check.id === id),
      snapshotOf(sources),
      criteriaOf(),
      at,
    );
    expect(found.map((one) => one.days)).toEqual(days);
  });

  it('goes by the thresholds of the settings, soonest first', () => {
    const criteria = criteriaOf({ thresholds: { keyMaxAgeDays: 30, unusedDays: 10 } });
    const sources = reads({
      ...report(reportRow('kim', { keys: slots(reportedKey(25, reported(1))) })),
      accessKeys: [accessKey('kim', 'AKIAEXAMPLE1', 25)],
    });
    const ids = ['access-key-not-rotated', 'access-key-unused'];
    const found = forecast(
      checks.filter((check) => ids.includes(check.id)),
      snapshotOf(sources),
      criteria,
      at,
    );
    expect(found.map(({ verdict, days }) => [verdict.checkId, days])).toEqual([
      ['access-key-not-rotated', 6],
      ['access-key-unused', 9],
    ]);
  });
});

describe('what if', () => {
  it('counts the failures that each number would give', () => {
    const rows = ['a', 'b', 'c'].map((name, index) =>
      reportRow(name, { password: password({ lastUsed: reported([31, 50, 100][index] ?? 0) }) }),
    );
    const found = whatIf(
      checks.filter(({ id }) => id === 'console-password-unused'),
      {
        snapshot: snapshotOf(reads(report(...rows))),
        account: {},
        at,
      },
    );
    expect(found.find(({ threshold }) => threshold === 'unusedDays')).toEqual({
      threshold: 'unusedDays',
      days: 45,
      checkIds: ['console-password-unused'],
      failures: 2,
      would: [
        { days: 30, failures: 3 },
        { days: 45, failures: 2 },
        { days: 60, failures: 1 },
        { days: 90, failures: 1 },
        { days: 180, failures: 0 },
      ],
    });
  });

  it('leaves out checks that the profile does not ask for', () => {
    const snapshot = snapshotOf(
      reads(report(reportRow('a', { password: password({ lastUsed: noInformation }) }))),
    );
    const optional = checks.filter(({ id }) => id === 'access-key-created-with-console');
    expect(whatIf(optional, { snapshot, account: {}, at })).toEqual([]);
  });
});

describe('owner', () => {
  const tagged = (...tags: { key: string; value: string }[]) => {
    const { arn } = user('kim');
    return ownersIn(snapshotOf(reads(authorization({ users: [user('kim', { tags })] }))))(arn);
  };
  it.each([
    [[{ key: 'Team', value: 'pay' }], 'pay'],
    [
      [
        { key: 'team', value: 'pay' },
        { key: 'OWNER', value: 'lee' },
      ],
      'lee',
    ],
    [[{ key: 'owner', value: ' ' }], undefined],
    [[{ key: 'cost-center', value: '1' }], undefined],
  ])('%j', (tags, expected) => {
    expect(tagged(...tags)).toBe(expected);
  });
});
