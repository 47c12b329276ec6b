import {
  accessKey,
  noInformation,
  notApplicable,
  reads,
  report,
  reported,
  reportedKey,
  reportRow,
  rootRow,
  slots,
} from '../../account/example.ts';
import type { ReportDate } from '../../account/snapshot-credentials.ts';
import { dateOf, daysSince, isDaysOld } from '../age.ts';
import { type CheckData, type CheckExample, defineCheck } from '../define-check.ts';
import { judgeKeys, keyMessages } from '../judge-keys.ts';
import { severityOfUnused } from '../unused.ts';
import { joinKeys } from '../user-keys.ts';

export const check = defineCheck({
  id: 'access-key-unused',
  topic: 'credentials',
  severity: 'medium',
  title: 'Active access key is not used',
  why: 'A key that nobody uses is one whose theft nobody notices.',
  fix: 'Switch the key off; delete it when nothing has broken after a week.',
  misses: 'Uses that AWS refused count as uses. A key that is needed once a year fails.',
  needs: ['credentialReport', 'accessKeys'],
  thresholds: ['unusedDays', 'unusedHighDays'],
  messages: {
    FAIL: {
      unused: 'Key {key} of {user} was last used on {lastUsed}, {days} days ago; {limit} is the limit.',
      'never-used':
        'Key {key} of {user} was never used since it was made on {made}, {days} days ago; {limit} is the limit.',
    },
    PASS: {
      used: 'Key {key} of {user} was last used on {lastUsed}, {days} days ago.',
      new: 'Key {key} of {user} was not used yet; it was made on {made}, {days} days ago.',
    },
    NOT_APPLICABLE: { ...keyMessages.NOT_APPLICABLE, inactive: 'Key {key} of {user} is inactive.' },
    NOT_EVALUATED: {
      ...keyMessages.NOT_EVALUATED,
      'use-unknown': 'The credential report does not tell when key {key} of {user} was last used.',
    },
  },

  judge({ sources, account, at, criteria: { thresholds } }) {
    const { unusedDays: limit } = thresholds;
    const joined = joinKeys(sources.credentialReport, sources.accessKeys, account);
    const agoOf = (iso: string) => ({ days: daysSince(at, iso), limit });
    const unused = (message: 'unused' | 'never-used', since: string, data: CheckData) => ({
      message,
      data: { ...data, ...agoOf(since) },
      severity: severityOfUnused(at, since, thresholds),
    });
    return judgeKeys(joined, account, ({ key, lastUsed }) => {
      if (!key.active) return { message: 'inactive' };
      if (typeof lastUsed === 'object') {
        const data = { lastUsed: dateOf(lastUsed.at) };
        if (isDaysOld(at, lastUsed.at, limit)) return unused('unused', lastUsed.at, data);
        return { message: 'used', data: { ...data, ...agoOf(lastUsed.at) } };
      }
      const data = { made: dateOf(key.createdAt) };
      if (!isDaysOld(at, key.createdAt, limit))
        return { message: 'new', data: { ...data, ...agoOf(key.createdAt) } };
      return lastUsed === 'none' ? unused('never-used', key.createdAt, data) : { message: 'use-unknown' };
    });
  },
});

const state = (age: number, lastUsed: ReportDate, active = true) =>
  reads({
    ...report(rootRow(), reportRow('kim', { keys: slots(reportedKey(age, lastUsed, active)) })),
    accessKeys: [accessKey('kim', 'AKIAEXAMPLE1', age, active)],
  });

export const examples = (): CheckExample[] => [
  { name: 'used 44 days ago', expect: ['used'], state: state(400, reported(44)) },
  { name: 'used 45 days ago', expect: ['unused'], severity: 'medium', state: state(400, reported(45)) },
  { name: 'used 46 days ago', expect: ['unused'], severity: 'medium', state: state(400, reported(46)) },
  { name: 'used 90 days ago', expect: ['unused'], severity: 'high', state: state(400, reported(90)) },
  {
    name: 'used 89 days ago, judged by FSBP',
    expect: ['used'],
    profile: 'fsbp',
    state: state(400, reported(89)),
  },
  {
    name: 'used 90 days ago, judged by FSBP',
    expect: ['unused'],
    profile: 'fsbp',
    state: state(400, reported(90)),
  },
  {
    name: 'never used, 45 days old',
    expect: ['never-used'],
    severity: 'medium',
    state: state(45, notApplicable),
  },
  { name: 'never used, 44 days old', expect: ['new'], state: state(44, noInformation) },
  { name: 'inactive', expect: ['inactive'], state: state(400, notApplicable, false) },
  {
    name: 'a key that the report does not have',
    expect: ['use-unknown'],
    state: { ...state(400, reported(1)), ...reads(report(reportRow('kim'))) },
  },
  {
    name: 'a root key only, which root-access-key-present tells',
    expect: ['no-keys'],
    state: reads({
      ...report(rootRow({ keys: slots(reportedKey(400, notApplicable)) })),
      accessKeys: [],
    }),
  },
];
