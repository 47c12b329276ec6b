import { accessKey, daysAgo, reads } from '../../account/example.ts';
import { dateOf, daysSince, isDaysOld } from '../age.ts';
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
  misses:
    'When a key was switched off before events were watched: AWS does not tell, so its age counts. A key that is switched off again and again counts from the last time.',
  needs: ['accessKeys'],
  thresholds: ['deactivatedKeyDays', 'inactiveKeyDays'],
  messages: {
    FAIL: {
      'off-long':
        'Key {key} of {user} was switched off on {off}, {days} days ago; it may be kept for {limit}.',
      lingering: 'Key {key} of {user} is inactive and {days} days old; it may be kept for {limit}.',
    },
    PASS: {
      'off-lately':
        'Key {key} of {user} was switched off on {off}, {days} days ago; it may be kept for {limit}.',
      recent: 'Key {key} of {user} is inactive and {days} days old; it may be kept for {limit}.',
    },
    NOT_APPLICABLE: {
      'no-keys': keyMessages.NOT_APPLICABLE['no-keys'],
      active: 'Key {key} of {user} is active.',
    },
    NOT_EVALUATED: keyMessages.NOT_EVALUATED,
  },

  judge({ sources, account, at, criteria }) {
    const { deactivatedKeyDays, inactiveKeyDays: limit } = criteria.thresholds;
    return judgeKeys(joinKeys(undefined, sources.accessKeys, account), account, ({ key }) => {
      if (key.active) return { message: 'active' };
      if (key.statusSince !== undefined) {
        const isLong = isDaysOld(at, key.statusSince, deactivatedKeyDays);
        const days = daysSince(at, key.statusSince);
        const data = { off: dateOf(key.statusSince), days, limit: deactivatedKeyDays };
        return { message: isLong ? 'off-long' : 'off-lately', data };
      }
      const message = isDaysOld(at, key.createdAt, limit) ? 'lingering' : 'recent';
      return { message, data: { days: daysSince(at, key.createdAt), limit } };
    });
  },
});

const state = (age: number, active: boolean) =>
  reads({ accessKeys: [accessKey('kim', 'AKIAEXAMPLE1', age, active)] });

const switchedOff = (age: number, days: number) =>
  reads({
    accessKeys: [{ ...accessKey('kim', 'AKIAEXAMPLE1', age, false), statusSince: daysAgo(days) }],
  });

export const examples = (): CheckExample[] => [
  { name: 'inactive, 90 days old', expect: ['lingering'], severity: 'low', state: state(90, false) },
  { name: 'inactive, 89 days old', expect: ['recent'], state: state(89, false) },
  { name: 'switched off 30 days ago', expect: ['off-long'], severity: 'low', state: switchedOff(40, 30) },
  { name: 'old, switched off 29 days ago', expect: ['off-lately'], state: switchedOff(900, 29) },
  { name: 'active', expect: ['active'], state: state(900, true) },
  { name: 'no key', expect: ['no-keys'], state: reads({ accessKeys: [] }) },
];
