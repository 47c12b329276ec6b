import { allows, defineCheck, ofStatements } from '../define-check.ts';
import { policy, trust } from '../sample.ts';
import { accountOf, coversCall, letsAssume, namedIn } from './principals.ts';

const foreign = { AWS: 'arn:aws:iam::444455556666:role/vendor' };
const known = { accountId: '111122223333' };

export const trustSetWideAction = defineCheck({
  id: 'trust-set-wide-action',
  severity: 'medium',
  kinds: ['trust'],
  title: 'A trust policy with a wildcard action',
  explanation:
    'sts:* also allows session tags and source identities of the caller’s choice, and whatever AWS adds later.',
  fix: 'Write sts:AssumeRole, or the action of the provider.',
  source: 'IAM User Guide, "Policies and permissions: trust policies"',
  find: ofStatements((statement) =>
    letsAssume(statement)
      ? (statement.actions?.entries ?? [])
          .filter(({ text }) => /^(\*+|sts:\*+)$/i.test(text))
          .map(({ place, text }) => ({ place, says: `"${text}" allows more than taking on the role.` }))
      : [],
  ),
  examples: [
    { name: 'any of STS', document: policy(trust({ Action: 'sts:*' })), expect: ['/Statement/0/Action'] },
    { name: 'one', document: policy(trust({})), expect: [] },
  ],
});

export const trustTagSessionOpen = defineCheck({
  id: 'trust-tag-session-open',
  severity: 'medium',
  kinds: ['trust'],
  title: 'Another account may set session tags',
  explanation: 'Policies that decide by aws:PrincipalTag then decide by what the other account writes.',
  fix: 'Take sts:TagSession out, or limit the tags with aws:RequestTag and aws:TagKeys.',
  source: 'IAM User Guide, "Pass session tags in AWS STS"',
  find: ofStatements((statement, { context }) => {
    if (!allows(statement) || context.accountId === undefined || !coversCall(statement, 'sts:TagSession'))
      return [];
    const limited = statement.tests.some(({ name }) => /^aws:(requesttag\/|tagkeys$)/i.test(name));
    return limited
      ? []
      : namedIn(statement).flatMap((principal) => {
          const account = accountOf(principal);
          return account === undefined || account === context.accountId
            ? []
            : [{ place: principal.place, says: `Account ${account} may tag its sessions as it likes.` }];
        });
  }),
  examples: [
    {
      name: 'open',
      document: policy(trust({ Principal: foreign, Action: ['sts:AssumeRole', 'sts:TagSession'] })),
      context: known,
      expect: ['/Statement/0/Principal/AWS'],
    },
    {
      name: 'limited',
      document: policy(
        trust({
          Principal: foreign,
          Action: ['sts:AssumeRole', 'sts:TagSession'],
          Condition: { StringEquals: { 'aws:RequestTag/team': 'a' } },
        }),
      ),
      context: known,
      expect: [],
    },
    { name: 'without tags', document: policy(trust({ Principal: foreign })), context: known, expect: [] },
  ],
});

const weak = /^aws:(sourceip|currenttime|epochtime|useragent|referer)$/i;

export const trustTimeOrIpOnly = defineCheck({
  id: 'trust-time-or-ip-only',
  severity: 'medium',
  kinds: ['trust'],
  title: 'Only an address or a date limits another account',
  explanation:
    'An address can be shared or taken over, a date passes, a user agent is the caller’s own text: none of them says who calls.',
  fix: 'Add an external id or aws:PrincipalArn.',
  source: 'IAM User Guide, "AWS global condition context keys"',
  find: ofStatements((statement, { context }) =>
    letsAssume(statement) &&
    context.accountId !== undefined &&
    statement.tests.length > 0 &&
    statement.tests.every(({ name }) => weak.test(name))
      ? namedIn(statement).flatMap((principal) => {
          const account = accountOf(principal);
          return account === undefined || account === context.accountId
            ? []
            : [
                {
                  place: principal.place,
                  says: `Account ${account} is limited by ${statement.tests.map(({ name }) => name).join(', ')} only.`,
                },
              ];
        })
      : [],
  ),
  examples: [
    {
      name: 'an address',
      document: policy(
        trust({ Principal: foreign, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
      ),
      context: known,
      expect: ['/Statement/0/Principal/AWS'],
    },
    {
      name: 'with an external id',
      document: policy(
        trust({
          Principal: foreign,
          Condition: {
            IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
            StringEquals: { 'sts:ExternalId': 'x1' },
          },
        }),
      ),
      context: known,
      expect: [],
    },
    {
      name: 'the own account',
      document: policy(trust({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })),
      context: known,
      expect: [],
    },
  ],
});
