import {
  arnOf,
  daysAgo,
  keyed,
  noInformation,
  password,
  reads,
  report,
  reported,
  reportedKey,
  reportRow,
  slots,
} from '../../account/example.ts';
import type { ServiceAccess } from '../../account/snapshot-access.ts';
import type { CredentialRow } from '../../account/snapshot-credentials.ts';
import { readingsBy, type Source } from '../../account/source.ts';
import { dateOf, daysSince, isDaysOld } from '../age.ts';
import { type CheckContext, type CheckExample, defineCheck } from '../define-check.ts';
import { judgeUsers, userMessages } from '../judge-users.ts';
import { latestOf, timeIn } from '../report-rows.ts';

type Sources = CheckContext<
  'credentialReport',
  'serviceAccess' | 'serviceCredentials' | 'sshPublicKeys'
>['sources'];

/** What is asked of the sources for each user. */
interface Known {
  /** What AWS saw the user call. */
  callsOf(arn: string): Source<ServiceAccess>;
  /** Users with a credential whose uses the credential report does not show, in lower case. */
  readonly withUnseenCredential: ReadonlySet<string>;
}

const knownFrom = ({ serviceAccess = [], serviceCredentials = [], sshPublicKeys = [] }: Sources): Known => ({
  callsOf: readingsBy(serviceAccess),
  withUnseenCredential: new Set(
    [...serviceCredentials, ...sshPublicKeys]
      .filter(({ active }) => active)
      .map(({ userName }) => userName.toLowerCase()),
  ),
});

/** The latest call; undefined when that was not asked or could not be read. */
const lastCallIn = (calls: Source<ServiceAccess>): string | 'none' | undefined => {
  if (calls.status !== 'read') return undefined;
  const times = calls.value.services.flatMap(({ lastAttemptAt }) => lastAttemptAt ?? []);
  return times.toSorted().at(-1) ?? 'none';
};

interface Activity {
  /** The latest time on record. */
  readonly last?: string;
  /** Why there may have been a later one. */
  readonly doubt?: 'unreadable' | 'unseen';
}

const activityOf = (known: Known, row: CredentialRow): Activity => {
  const used = latestOf([row.password.lastUsed, ...row.keys.map((key) => key.lastUsed)]);
  const called = lastCallIn(known.callsOf(row.arn));
  const last = [typeof used === 'object' ? used.at : 'none', called ?? 'none']
    .filter((time) => time !== 'none')
    .toSorted()
    .at(-1);
  const found = last === undefined ? {} : { last };
  if (used === 'unknown') return { ...found, doubt: 'unreadable' };
  const isUnseen = called === undefined && known.withUnseenCredential.has(row.user.toLowerCase());
  return isUnseen ? { ...found, doubt: 'unseen' } : found;
};

export const check = defineCheck({
  id: 'user-dormant',
  topic: 'credentials',
  severity: 'high',
  title: 'IAM user has been idle for half a year',
  why: 'An account that nobody uses belongs to nobody: nobody notices when it is taken over.',
  fix: 'Ask the owner; switch the user’s credentials off, and delete the user when nothing has broken.',
  misses: 'Uses of service-specific credentials and SSH keys, unless the services last accessed were read.',
  needs: ['credentialReport'],
  consults: ['serviceAccess', 'serviceCredentials', 'sshPublicKeys'],
  thresholds: ['dormantDays'],
  messages: {
    FAIL: {
      idle: '{user} was last active on {last}, {days} days ago; {limit} is the limit.',
      never: '{user}, made on {made}, has never been active.',
    },
    PASS: {
      active: '{user} was last active on {last}, {days} days ago.',
      new: '{user} was made on {made}: too young to be dormant.',
    },
    NOT_APPLICABLE: userMessages.NOT_APPLICABLE,
    NOT_EVALUATED: {
      ...userMessages.NOT_EVALUATED,
      unseen:
        '{user} has a service-specific credential or SSH key whose uses are not known; nothing else was used.',
    },
  },

  judge({ sources, account, at, criteria }) {
    const limit = criteria.thresholds.dormantDays;
    const dated = (iso: string) => ({ last: dateOf(iso), days: daysSince(at, iso), limit });
    const known = knownFrom(sources);
    return judgeUsers(sources.credentialReport, account, (row) => {
      const { last, doubt } = activityOf(known, row);
      if (last !== undefined && !isDaysOld(at, last, limit)) return { message: 'active', data: dated(last) };
      const made = timeIn(row.created);
      if (typeof made !== 'object') return { message: 'unreadable' };
      const data = { made: dateOf(made.at) };
      if (!isDaysOld(at, made.at, limit)) return { message: 'new', data };
      if (doubt) return { message: doubt };
      return last === undefined ? { message: 'never', data } : { message: 'idle', data: dated(last) };
    });
  },
});

const rows = (over: Partial<CredentialRow>) => report(reportRow('kim', over));
const state = (over: Partial<CredentialRow>) => reads(rows(over));
const calls = (days: number) =>
  reads({
    serviceAccess: [
      keyed(arnOf('user/kim'), {
        granularity: 'service',
        generatedAt: daysAgo(0),
        services: [{ namespace: 's3', name: 'Amazon S3', lastAttemptAt: daysAgo(days), actions: [] }],
      }),
    ],
  });
const gitCredential = () =>
  reads({
    serviceCredentials: [
      {
        id: 'ACCAEXAMPLE',
        userName: 'kim',
        service: 'codecommit.amazonaws.com',
        active: true,
        createdAt: daysAgo(300),
      },
    ],
  });

export const examples = (): CheckExample[] => [
  {
    name: 'the last of three credentials used 180 days ago',
    expect: ['idle'],
    severity: 'high',
    state: state({
      password: password({ lastUsed: reported(200) }),
      keys: slots(reportedKey(400, reported(180)), reportedKey(400, noInformation)),
    }),
  },
  {
    name: 'a key used 179 days ago',
    expect: ['active'],
    state: state({ keys: slots(undefined, reportedKey(400, reported(179))) }),
  },
  { name: 'never active, 180 days old', expect: ['never'], state: state({ created: reported(180) }) },
  { name: 'never active, 179 days old', expect: ['new'], state: state({ created: reported(179) }) },
  { name: 'a Git credential only', expect: ['unseen'], state: { ...state({}), ...gitCredential() } },
  {
    name: 'a Git credential only, and calls 10 days ago',
    expect: ['active'],
    state: { ...state({}), ...gitCredential(), ...calls(10) },
  },
  {
    name: 'a Git credential only, and calls 200 days ago',
    expect: ['idle'],
    state: { ...state({}), ...gitCredential(), ...calls(200) },
  },
  {
    name: 'a date that cannot be read',
    expect: ['unreadable'],
    state: state({ password: password({ lastUsed: { says: 'unreadable' } }) }),
  },
];
