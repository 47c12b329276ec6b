import { defineCheck, ofStatements } from '../define-check.ts';
import { policy, trust } from '../sample.ts';
import { asksMfa, isAws, letsAssume, namedIn } from './principals.ts';

const own = '111122223333';
const aws = '/Statement/0/Principal/AWS';

export const trustDeletedPrincipal = defineCheck({
  id: 'trust-deleted-principal',
  severity: 'medium',
  kinds: ['trust', 'resource'],
  title: 'A principal that was deleted',
  explanation:
    'IAM shows a unique id where the user or role is gone. Nobody can use it, not even a new one of the same name; it says that nobody cleans up here.',
  fix: 'Take it out; name the new principal if there is one.',
  source: 'IAM User Guide, "AWS JSON policy elements: Principal"',
  find: ofStatements((statement) =>
    namedIn(statement)
      .filter((principal) => isAws(principal) && /^(AIDA|AROA|ASIA|AGPA)[A-Z0-9]{12,}$/.test(principal.text))
      .map(({ place, text }) => ({ place, says: `${text} is the id of a principal that is gone.` })),
  ),
  examples: [
    {
      name: 'a role that is gone',
      document: policy(trust({ Principal: { AWS: 'AROAEXAMPLEEXAMPLE123' } })),
      expect: [aws],
    },
    { name: 'an ARN', document: policy(trust({})), expect: [] },
  ],
});

export const trustUserPrincipal = defineCheck({
  id: 'trust-user-principal',
  severity: 'low',
  kinds: ['trust'],
  title: 'An IAM user can take on the role',
  explanation: 'Whoever has the long-term key of the user has the role as well.',
  fix: 'Let a role or the identity provider take it on; until then ask for MFA.',
  source: 'IAM User Guide, "Security best practices in IAM"',
  find: ofStatements((statement, { context }) =>
    letsAssume(statement)
      ? namedIn(statement)
          .filter((principal) => isAws(principal) && /^arn:[^:]+:iam::\d{12}:user\//.test(principal.text))
          .map(({ place, text }) => ({
            place,
            says: `${text} can take on the role${asksMfa(statement) ? ' with MFA' : ''}.`,
            ...(context.privileged && !asksMfa(statement) ? { severity: 'medium' as const } : {}),
          }))
      : [],
  ),
  examples: [
    {
      name: 'a user',
      document: policy(trust({ Principal: { AWS: `arn:aws:iam::${own}:user/kim` } })),
      expect: [aws],
      severity: 'low',
    },
    {
      name: 'for an administrator role without MFA',
      document: policy(trust({ Principal: { AWS: `arn:aws:iam::${own}:user/kim` } })),
      context: { privileged: true },
      expect: [aws],
      severity: 'medium',
    },
    { name: 'a role', document: policy(trust({})), expect: [] },
  ],
});

export const trustSelf = defineCheck({
  id: 'trust-self',
  severity: 'medium',
  kinds: ['trust'],
  title: 'The role trusts itself',
  explanation: 'A stolen session can renew itself without end, past its maximum duration.',
  fix: 'Take the role out of its own trust policy; let the workload fetch new credentials where it got the first.',
  source: 'IAM User Guide, "Role trust policies": roles no longer trust themselves implicitly',
  find: ofStatements((statement, { context: { roleArn } }) => {
    if (roleArn === undefined || !letsAssume(statement)) return [];
    const [, account, name] = /^arn:[^:]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(roleArn) ?? [];
    const isOwnSession = (text: string): boolean => {
      const [, , service, , of, session] = text.split(':');
      const [kind, role] = session?.split('/') ?? [];
      return service === 'sts' && of === account && kind === 'assumed-role' && role === name;
    };
    return namedIn(statement)
      .filter(({ text }) => text === roleArn || isOwnSession(text))
      .map(({ place }) => ({ place, says: 'The role itself can take it on.' }));
  }),
  examples: [
    {
      name: 'by its ARN',
      document: policy(trust({ Principal: { AWS: `arn:aws:iam::${own}:role/ops/app` } })),
      context: { roleArn: `arn:aws:iam::${own}:role/ops/app` },
      expect: [aws],
    },
    {
      name: 'by its session',
      document: policy(trust({ Principal: { AWS: `arn:aws:sts::${own}:assumed-role/app/i-1` } })),
      context: { roleArn: `arn:aws:iam::${own}:role/ops/app` },
      expect: [aws],
    },
    {
      name: 'another role',
      document: policy(trust({})),
      context: { roleArn: `arn:aws:iam::${own}:role/ops/app` },
      expect: [],
    },
  ],
});
