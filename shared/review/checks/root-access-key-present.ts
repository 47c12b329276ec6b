import { noInformation, reads, report, reportedKey, rootRow, slots } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { hasActiveKey, rootIn, unreadableRow } from '../report-rows.ts';

export const check = defineCheck({
  id: 'root-access-key-present',
  topic: 'root',
  severity: 'critical',
  title: 'Root user has an access key',
  why: 'Nothing limits the root user: who finds its key owns the account, and no policy can take that back.',
  fix: 'Sign in as root, switch the key off, see what breaks, then delete it. Give programs roles.',
  misses:
    'A key made since the credential report, when the account summary could not be read: it then passes nothing.',
  needs: [],
  confirms: ['credentialReport', 'accountSummary'],
  messages: {
    FAIL: {
      'in-report': 'The root user has {count} active access key(s), says the credential report.',
      'in-summary': 'The root user has {count} access key(s), says the account summary.',
    },
    PASS: { none: 'The root user has no active access key.' },
    NOT_EVALUATED: { unreadable: unreadableRow },
  },

  judge({ sources, account }) {
    const about = { resource: account.arn, resourceId: 'root' };
    const row = sources.credentialReport && rootIn(sources.credentialReport);
    const active = row?.keys.filter((key) => key.active === true).length ?? 0;
    if (active > 0) return [{ message: 'in-report', ...about, data: { count: active } }];
    const present = sources.accountSummary?.['AccountAccessKeysPresent'] ?? 0;
    if (present > 0) return [{ message: 'in-summary', ...about, data: { count: present } }];
    const isUnclear = sources.credentialReport && (row === undefined || hasActiveKey(row) === 'unknown');
    return [{ message: isUnclear ? 'unreadable' : 'none', ...about, data: {} }];
  },
});

const summary = (AccountAccessKeysPresent: number) => reads({ accountSummary: { AccountAccessKeysPresent } });
const rows = (keys = slots()) => reads(report(rootRow({ keys })));
const key = () => reportedKey(10, noInformation);

export const examples = (): CheckExample[] => [
  {
    name: 'an active key in the second slot',
    expect: ['in-report'],
    severity: 'critical',
    state: { ...rows(slots(undefined, key())), ...summary(0) },
  },
  {
    name: 'a key that is newer than the credential report',
    expect: ['in-summary'],
    state: { ...rows(), ...summary(1) },
  },
  { name: 'no key', expect: ['none'], state: { ...rows(), ...summary(0) } },
  { name: 'an active key, and no summary', expect: ['in-report'], state: rows(slots(key())) },
  { name: 'no key in the report, and no summary', expect: ['unconfirmed'], state: rows() },
  { name: 'no key in the summary, and no report', expect: ['unconfirmed'], state: summary(0) },
  {
    name: 'a report without the columns of keys',
    expect: ['unreadable'],
    state: { ...rows(slots({ ...key(), active: 'unknown' })), ...summary(0) },
  },
];
