import {
  accessKey,
  notApplicable,
  reads,
  report,
  reportedKey,
  reportRow,
  slots,
} from '../../account/example.ts';
import { daysSince, isOverDays } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeKeys, keyMessages } from '../judge-keys.ts';
import { joinKeys } from '../user-keys.ts';

export const check = defineCheck({
  id: 'access-key-not-rotated',
  topic: 'credentials',
  severity: 'medium',
  title: 'Active access key is too old',
  why: 'The longer a key lives, the more copies of it there are: laptops, logs, chat, a former colleague’s notes.',
  fix: 'Make a second key, put it where the first is used, switch the first off, wait, delete it. Better, replace it by a role.',
  misses:
    'Inactive keys (access-key-inactive-lingering) and keys of the root user (root-access-key-present).',
  needs: ['accessKeys'],
  confirms: ['credentialReport'],
  thresholds: ['keyMaxAgeDays'],
  messages: {
    FAIL: { old: 'Key {key} of {user} is {days} days old; it may be {limit}.' },
    PASS: { young: 'Key {key} of {user} is {days} days old; it may be {limit}.' },
    NOT_APPLICABLE: { ...keyMessages.NOT_APPLICABLE, inactive: 'Key {key} of {user} is inactive.' },
    NOT_EVALUATED: keyMessages.NOT_EVALUATED,
  },

  judge({ sources, account, at, criteria }) {
    const limit = criteria.thresholds.keyMaxAgeDays;
    return judgeKeys(joinKeys(sources.credentialReport, sources.accessKeys, account), account, ({ key }) => {
      if (!key.active) return { message: 'inactive' };
      const message = isOverDays(at, key.createdAt, limit) ? 'old' : 'young';
      return { message, data: { days: daysSince(at, key.createdAt), limit } };
    });
  },
});

const state = (age: number, active = true) =>
  reads({
    ...report(reportRow('kim', { keys: slots(reportedKey(age, notApplicable, active)) })),
    accessKeys: [accessKey('kim', 'AKIAEXAMPLE1', age, active)],
  });

export const examples = (): CheckExample[] => [
  { name: '91 days old', expect: ['old'], severity: 'medium', state: state(91) },
  { name: '90 days old', expect: ['young'], state: state(90) },
  { name: '900 days old and inactive', expect: ['inactive'], state: state(900, false) },
  {
    name: 'a key that the list of keys lacks',
    expect: ['no-id'],
    state: { ...state(900), ...reads({ accessKeys: [] }) },
  },
  { name: 'no key', expect: ['no-keys'], state: reads({ ...report(reportRow('kim')), accessKeys: [] }) },
];
