import {
  accessKey,
  daysAgo,
  notApplicable,
  reads,
  report,
  reportedKey,
  reportRow,
  slots,
} from '../../account/example.ts';
import type { AccessKeyDetail, ReportedKey } from '../../account/snapshot-credentials.ts';
import { dateOf, isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeUsers, userMessages } from '../judge-users.ts';
import { latestOf } from '../report-rows.ts';

/** A rotation also begins when an old key is switched on again. */
const lastOf = (made: string, switchedOn: readonly string[] = []): string =>
  switchedOn.reduce((last, time) => (Date.parse(time) > Date.parse(last) ? time : last), made);

/** By user, in lower case: since when active keys are active, as far as our own events tell. */
const switchedOnIn = (keys: readonly AccessKeyDetail[]): ReadonlyMap<string, readonly string[]> => {
  const known = keys.flatMap(({ active, userName, statusSince }) =>
    active && statusSince !== undefined ? [{ user: userName.toLowerCase(), statusSince }] : [],
  );
  return new Map(
    [...Map.groupBy(known, ({ user }) => user)].map(([user, those]) => [
      user,
      those.map(({ statusSince }) => statusSince),
    ]),
  );
};

export const check = defineCheck({
  id: 'user-multiple-active-access-keys',
  topic: 'credentials',
  severity: 'low',
  title: 'User has two active access keys',
  why: 'The second key is a spare that nobody watches, and a rotation that was never finished.',
  fix: 'Finish the rotation: switch off the key that is not used, then delete it.',
  misses: 'Other credentials of the user: service-specific credentials, SSH keys, certificates.',
  needs: ['credentialReport'],
  consults: ['accessKeys'],
  thresholds: ['rotationOverlapDays'],
  messages: {
    FAIL: { two: '{user} has had two active access keys since {since}.' },
    PASS: {
      one: '{user} has one active access key at most.',
      rotating: '{user} has had two active access keys since {since}; a rotation may take {limit} days.',
    },
    ...userMessages,
  },

  judge({ sources, account, at, criteria }) {
    const limit = criteria.thresholds.rotationOverlapDays;
    const switchedOn = switchedOnIn(sources.accessKeys ?? []);
    return judgeUsers(sources.credentialReport, account, ({ user, keys }) => {
      const active = keys.filter((key) => key.active === true);
      const isUnclear = keys.some((key) => key.active === 'unknown') && active.length > 0;
      if (active.length < 2)
        return { message: isUnclear || keys.every((key) => key.active === 'unknown') ? 'unreadable' : 'one' };
      const made = latestOf(active.map((key) => key.lastRotated));
      if (typeof made !== 'object') return { message: 'unreadable' };
      const since = { at: lastOf(made.at, switchedOn.get(user.toLowerCase())) };
      const message = isDaysOld(at, since.at, limit) ? 'two' : 'rotating';
      return { message, data: { since: dateOf(since.at), limit } };
    });
  },
});

const state = (first: ReportedKey, second: ReportedKey) =>
  reads(report(reportRow('kim', { keys: slots(first, second) })));
const key = (age: number, active = true) => reportedKey(age, notApplicable, active);

export const examples = (): CheckExample[] => [
  { name: 'the newer one 7 days old', expect: ['two'], severity: 'low', state: state(key(400), key(7)) },
  {
    name: 'the newer one 6.9 days old, in the first slot',
    expect: ['rotating'],
    state: state(key(6.9), key(400)),
  },
  {
    name: 'the older one switched on again 6 days ago',
    expect: ['rotating'],
    state: {
      ...state(key(400), key(100)),
      ...reads({ accessKeys: [{ ...accessKey('kim', 'AKIAEXAMPLE1', 400), statusSince: daysAgo(6) }] }),
    },
  },
  { name: 'one of them inactive', expect: ['one'], state: state(key(400), key(30, false)) },
  {
    name: 'whether the second is active is not told',
    expect: ['unreadable'],
    state: state(key(400), { ...key(30), active: 'unknown' }),
  },
];
