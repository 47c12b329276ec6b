import type { AccountSettings } from '../../../account/account-settings.ts';
import { isKnownAccount } from '../../../account/known-accounts.ts';
import { after, call, denied, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { assumedRoleOrAccount } from '../../assumed-role.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { foreignCallerOf } from '../../foreign-caller.ts';

const strangerOf = (event: IamEvent, settings: AccountSettings): string | undefined => {
  const caller = foreignCallerOf(event);
  return caller === undefined || isKnownAccount(settings, caller) ? undefined : caller;
};

export default defineRule({
  id: 'cross-account-assume-external',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['sts:AssumeRole'] },
  title: 'Role taken on from an account that is not yours',
  why: 'Somebody outside is in the account. The trust policy of the role lets them in; if nobody remembers why, this is the back door being used.',
  fix: 'Find out whose account it is. A partner belongs into the setting trustedAccounts; otherwise take the account out of the trust policy, revoke the sessions of the role and read what was done with it.',
  misses:
    'Accounts that come every ten days or more often. Partners, also with an intruder in their account. Refused attempts. The first ten days, in which nothing can be new, are quiet.',
  falsePositives:
    'New partners, and AWS services that call from an account of AWS. Without the setting organizationAccounts every other account counts as unknown, also your own: this is then told with severity medium.',
  attack: ['T1199', 'T1078.004'],
  messages: {
    external:
      'Account {caller}, which is neither of the organisation nor a partner, took on role {role} from {sourceIp}.',
    unknown:
      'Another account, {caller}, took on role {role} from {sourceIp}. Whether it is yours is not configured.',
  },

  history(event, settings) {
    const caller = strangerOf(event, settings);
    if (caller === undefined) return [];
    return [{ kind: 'first-seen', key: `${caller} ${assumedRoleOrAccount(event).resource}`, days: 10 }];
  },

  evaluate(event, { history: [seen], settings }) {
    const caller = strangerOf(event, settings);
    if (caller === undefined || seen?.status !== 'met') return [];
    const { name: role, resource } = assumedRoleOrAccount(event);
    const found = { resource, aspect: caller, data: { caller, role } };
    return settings.organizationAccounts === undefined
      ? [{ ...found, message: 'unknown', severity: 'medium' }]
      : [{ ...found, message: 'external' }];
  },
});

const settings = {
  organizationAccounts: ['111122223333', '222233334444'],
  trustedAccounts: [{ account: '333344445555', name: 'Acme Backup' }],
};
const assumes = (accountId: string, over: object = {}) =>
  call('sts:AssumeRole', {
    by: { type: 'AWSAccount', principalId: 'AIDAEXAMPLEEXAMPLE123', accountId },
    request: { roleArn: 'arn:aws:iam::111122223333:role/ops/backup', roleSessionName: 's' },
    readOnly: true,
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'a stranger', expect: ['external'], severity: 'high', settings, record: assumes('999988887777') },
  {
    name: 'another account where the organisation is not configured',
    expect: ['unknown'],
    severity: 'medium',
    record: assumes('222233334444'),
  },
  {
    name: 'a stranger, as yesterday',
    expect: [],
    settings,
    before: [assumes('999988887777', { time: after(-86_400) })],
    record: assumes('999988887777'),
  },
  { name: 'an account of the organisation', expect: [], settings, record: assumes('222233334444') },
  { name: 'a partner', expect: [], settings, record: assumes('333344445555') },
  { name: 'a user of the account', expect: [], settings, record: assumes('', { by: user('bob') }) },
  {
    name: 'nobody in particular',
    expect: [],
    settings,
    record: assumes('anonymous'),
  },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    settings,
    record: assumes('999988887777'),
  },
  {
    name: 'refused',
    expect: [],
    settings,
    record: assumes('999988887777', { request: undefined, error: denied('sts:AssumeRole') }),
  },
];
