import { accessKey, reads } from '../../account/example.ts';
import { daysSince, isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeKeys, keyMessages } from '../judge-keys.ts';
import { joinKeys } from '../user-keys.ts';

export const check = defineCheck({
  id: 'access-key-inactive-lingering',
  topic: 'credentials',
  severity: 'low',
  title: 'Inactive access key was never deleted',
  why: 'One call switches it on again: an old key in old hands works once more.',
  fix: 'Delete the key; a deleted key cannot come back.',
  misses: 'When the key was switched off: AWS does not tell, so its age counts.',
  needs: ['accessKeys'],
  thresholds: ['inactiveKeyDays'],
  messages: {
    FAIL: { lingering: 'Key {key} of {user} is inactive and {days} days old; it may be kept for {limit}.' },
    PASS: { recent: 'Key {key} of {user} is inactive and {days} days old; it may be kept for {limit}.' },
    NOT_APPLICABLE: {
      'no-keys': keyMessages.NOT_APPLICABLE['no-keys'],
      active: 'Key {key} of {user} is active.',
    },
    NOT_EVALUATED: keyMessages.NOT_EVALUATED,
  },

  judge({ sources, account, at, criteria }) {
    const limit = criteria.thresholds.inactiveKeyDays;
    return judgeKeys(joinKeys(undefined, sources.accessKeys, account), account, ({ key }) => {
      if (key.active) return { message: 'active' };
      const message = isDaysOld(at, key.createdAt, limit) ? 'lingering' : 'recent';
      return { message, data: { days: daysSince(at, key.createdAt), limit } };
    });
  },
});

const state = (age: number, active: boolean) =>
  reads({ accessKeys: [accessKey('kim', 'AKIAEXAMPLE1', age, active)] });

export const examples = (): CheckExample[] => [
  { name: 'inactive, 90 days old', expect: ['lingering'], severity: 'low', state: state(90, false) },
  { name: 'inactive, 89 days old', expect: ['recent'], state: state(89, false) },
  { name: 'active', expect: ['active'], state: state(900, true) },
  { name: 'no key', expect: ['no-keys'], state: reads({ accessKeys: [] }) },
];
