import { daysAgo, reads } from '../../account/example.ts';
import type { ServiceCredential } from '../../account/snapshot-credentials.ts';
import { dateOf, isDaysOld, isOverDays } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach, ofAccount } from '../judge-each.ts';

/** Services whose credential is a user name and password, not an API key: CodeCommit (Git) and Keyspaces (Cassandra). */
const passwordServices = /^(codecommit|cassandra)\./;

export const check = defineCheck({
  id: 'service-credential-long-term-api-key',
  topic: 'credentials',
  severity: 'high',
  title: 'API key of Bedrock or CloudWatch lives too long',
  why: 'One string in a header pays for models until somebody deletes it; stolen ones are sold within hours.',
  fix: 'Delete it and use short-term keys, which end with the session that made them.',
  misses: 'Short-term keys: they are made without a call to AWS, and end within twelve hours.',
  needs: ['serviceCredentials'],
  thresholds: ['apiKeyMaxLifetimeDays'],
  messages: {
    FAIL: {
      endless: 'The API key {id} of {user} for {service} never expires.',
      long: 'The API key {id} of {user} for {service} expires on {expires}, more than {limit} days after it was made.',
    },
    PASS: { short: 'The API key {id} of {user} for {service} expires on {expires}.' },
    NOT_APPLICABLE: {
      none: 'No IAM user has an API key.',
      inactive: 'The API key {id} of {user} for {service} is inactive.',
      expired: 'The API key {id} of {user} for {service} expired on {expires}.',
    },
  },

  judge({ sources, account, at, criteria }) {
    const limit = criteria.thresholds.apiKeyMaxLifetimeDays;
    const keys = sources.serviceCredentials.filter(({ service }) => !passwordServices.test(service));
    if (keys.length === 0) return [ofAccount(account, 'none')];
    return judgeEach(keys, account, 'none', ({ id, userName, service, active, createdAt, expiresAt }) => {
      const about = { resource: account.iamArn(`user/${userName}`), resourceId: id };
      const data = { id, user: userName, service };
      if (!active) return { message: 'inactive', ...about, data };
      if (expiresAt === undefined) return { message: 'endless', ...about, data };
      const dated = { ...about, data: { ...data, expires: dateOf(expiresAt), limit } };
      if (isDaysOld(at, expiresAt, 0)) return { message: 'expired', ...dated };
      // By its lifetime, not by what is left of it: otherwise waiting would put the fault right.
      return { message: isOverDays(Date.parse(expiresAt), createdAt, limit) ? 'long' : 'short', ...dated };
    });
  },
});

const state = (over: Partial<ServiceCredential>) =>
  reads({
    serviceCredentials: [
      {
        id: 'ACCAEXAMPLE',
        userName: 'BedrockAPIKey-1',
        service: 'bedrock.amazonaws.com',
        active: true,
        createdAt: daysAgo(30),
        ...over,
      },
    ],
  });

export const examples = (): CheckExample[] => [
  { name: 'without an end', expect: ['endless'], severity: 'high', state: state({}) },
  { name: 'made for 91 days', expect: ['long'], state: state({ expiresAt: daysAgo(-61) }) },
  { name: 'made for 90 days', expect: ['short'], state: state({ expiresAt: daysAgo(-60) }) },
  {
    name: 'made for a year, a day before it ends',
    expect: ['long'],
    state: state({ createdAt: daysAgo(364), expiresAt: daysAgo(-1) }),
  },
  { name: 'expired', expect: ['expired'], state: state({ createdAt: daysAgo(366), expiresAt: daysAgo(1) }) },
  { name: 'inactive', expect: ['inactive'], state: state({ active: false }) },
  { name: 'a Git credential', expect: ['none'], state: state({ service: 'codecommit.amazonaws.com' }) },
];
