import {
  accessKey,
  notApplicable,
  reads,
  report,
  reported,
  reportedKey,
  reportRow,
  slots,
} from '../../account/example.ts';
import type { ReportDate } from '../../account/snapshot-credentials.ts';
import { dateOf, daysSince, isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeKeys, keyMessages } from '../judge-keys.ts';
import { joinKeys } from '../user-keys.ts';

export const check = defineCheck({
  id: 'access-key-never-used',
  topic: 'credentials',
  severity: 'medium',
  title: 'New access key was never used',
  why: 'Nobody needed it, or it lies somewhere waiting: an early notice of what access-key-unused would say weeks later.',
  fix: 'Ask who made it what it is for; delete it if there is no answer.',
  misses: 'Keys past the limit of access-key-unused, which then speaks of them.',
  needs: ['credentialReport', 'accessKeys'],
  thresholds: ['neverUsedGraceDays', 'unusedDays'],
  messages: {
    FAIL: { 'never-used': 'Key {key} of {user} was made on {made}, {days} days ago, and never used.' },
    PASS: {
      used: 'Key {key} of {user} has been used.',
      new: 'Key {key} of {user} was made on {made}, {days} days ago; it may wait {grace} for its first use.',
    },
    NOT_APPLICABLE: {
      ...keyMessages.NOT_APPLICABLE,
      inactive: 'Key {key} of {user} is inactive.',
      merged: 'Key {key} of {user} was never used for so long that access-key-unused tells of it.',
    },
    NOT_EVALUATED: {
      ...keyMessages.NOT_EVALUATED,
      'use-unknown': 'The credential report does not tell whether key {key} of {user} was used.',
    },
  },

  judge({ sources, account, at, criteria: { thresholds } }) {
    const { neverUsedGraceDays: grace, unusedDays } = thresholds;
    const joined = joinKeys(sources.credentialReport, sources.accessKeys, account);
    return judgeKeys(joined, account, ({ key, lastUsed }) => {
      if (!key.active) return { message: 'inactive' };
      if (typeof lastUsed === 'object') return { message: 'used' };
      const made = { made: dateOf(key.createdAt), days: daysSince(at, key.createdAt), grace };
      if (!isDaysOld(at, key.createdAt, grace)) return { message: 'new', data: made };
      if (lastUsed === 'unknown') return { message: 'use-unknown' };
      return { message: isDaysOld(at, key.createdAt, unusedDays) ? 'merged' : 'never-used', data: made };
    });
  },
});

const state = (age: number, lastUsed: ReportDate = notApplicable, active = true) =>
  reads({
    ...report(reportRow('kim', { keys: slots(undefined, reportedKey(age, lastUsed, active)) })),
    accessKeys: [accessKey('kim', 'AKIAEXAMPLE1', age, active)],
  });

export const examples = (): CheckExample[] => [
  { name: '7 days old, never used', expect: ['never-used'], severity: 'medium', state: state(7) },
  { name: '6.9 days old, never used', expect: ['new'], state: state(6.9) },
  { name: '44 days old, never used', expect: ['never-used'], state: state(44) },
  { name: '45 days old, never used', expect: ['merged'], state: state(45) },
  {
    name: '45 days old, never used, judged by FSBP',
    expect: ['never-used'],
    profile: 'fsbp',
    state: state(45),
  },
  { name: 'used', expect: ['used'], state: state(100, reported(80)) },
  { name: 'inactive', expect: ['inactive'], state: state(10, notApplicable, false) },
];
