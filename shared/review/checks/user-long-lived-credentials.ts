import {
  accessKey,
  arnOf,
  daysAgo,
  keyed,
  notApplicable,
  reads,
  report,
  reportedKey,
  reportRow,
  slots,
} from '../../account/example.ts';
import type { ServiceAccess } from '../../account/snapshot-access.ts';
import { type Keyed, readingsBy } from '../../account/source.ts';
import { isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeUsers, userMessages } from '../judge-users.ts';

/** What a user needs for itself, and to take on a role. */
const ofItself = new Set(['iam', 'sts']);

export const check = defineCheck({
  id: 'user-long-lived-credentials',
  topic: 'credentials',
  severity: 'medium',
  title: 'User with an access key works with it in AWS services',
  why: 'Work that is done with a long-term key can be done by whoever has a copy of it; a role’s credentials end by themselves.',
  fix: 'Give the program a role (instance profile, IRSA, Roles Anywhere), or let the key do no more than take on one.',
  misses: 'Whether the calls were made with the key or in the console: AWS does not tell them apart.',
  needs: ['credentialReport', 'accessKeys', 'serviceAccess'],
  thresholds: ['longLivedWindowDays'],
  messages: {
    FAIL: { works: '{user} has an active access key and has called {services} in the last {window} days.' },
    PASS: {
      'sign-in-only':
        '{user} has an active access key and called nothing but IAM and STS in the last {window} days.',
      'no-key': '{user} has no active access key.',
    },
    NOT_APPLICABLE: userMessages.NOT_APPLICABLE,
    NOT_EVALUATED: {
      'calls-unknown': 'What {user}, who has an active access key, has called is not known: {cause}.',
    },
  },

  judge({ sources, account, criteria }) {
    const window = criteria.thresholds.longLivedWindowDays;
    const holders = new Set(
      sources.accessKeys.filter((key) => key.active).map(({ userName }) => userName.toLowerCase()),
    );
    const readingFor = readingsBy(sources.serviceAccess);
    return judgeUsers(sources.credentialReport, account, ({ user, arn }) => {
      if (!holders.has(user.toLowerCase())) return { message: 'no-key' };
      const reading = readingFor(arn);
      if (reading.status !== 'read') return { message: 'calls-unknown', data: { cause: reading.cause } };
      // Counted from when AWS was asked: otherwise an old answer would come to look well.
      const asked = Date.parse(reading.value.generatedAt);
      // Services that the user may call and did not are no sign of anything.
      const services = reading.value.services
        .filter(({ namespace }) => !ofItself.has(namespace))
        .filter(({ lastAttemptAt: last }) => last !== undefined && !isDaysOld(asked, last, window))
        .map(({ namespace }) => namespace)
        .toSorted();
      return services.length > 0
        ? { message: 'works', data: { services, window } }
        : { message: 'sign-in-only', data: { window } };
    });
  },
});

const used = (namespace: string, days?: number) => ({
  namespace,
  name: namespace,
  actions: [],
  ...(days === undefined ? {} : { lastAttemptAt: daysAgo(days) }),
});
const state = (services: readonly ReturnType<typeof used>[], active = true) => {
  const access: Keyed<ServiceAccess> = keyed(arnOf('user/kim'), {
    granularity: 'service',
    generatedAt: daysAgo(0),
    services,
  });
  return reads({
    ...report(reportRow('kim', { keys: slots(reportedKey(400, notApplicable, active)) })),
    accessKeys: [accessKey('kim', 'AKIAEXAMPLE1', 400, active)],
    serviceAccess: [access],
  });
};

export const examples = (): CheckExample[] => [
  {
    name: 'called S3',
    expect: ['works'],
    severity: 'medium',
    state: state([used('sts', 1), used('s3', 89)]),
  },
  { name: 'called STS only', expect: ['sign-in-only'], state: state([used('sts', 1), used('iam', 1)]) },
  { name: 'may call S3 and never did', expect: ['sign-in-only'], state: state([used('s3')]) },
  { name: 'called S3 90 days ago', expect: ['sign-in-only'], state: state([used('s3', 90)]) },
  { name: 'called S3, the key is inactive', expect: ['no-key'], state: state([used('s3', 1)], false) },
  {
    name: 'what it called was not asked',
    expect: ['calls-unknown'],
    state: { ...state([]), ...reads({ serviceAccess: [] }) },
  },
];
