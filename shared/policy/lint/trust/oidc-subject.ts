import { defineCheck, type LintHit } from '../define-check.ts';
import { operatorParts } from '../operator-parts.ts';
import { subjectPlace, withSubject } from './federated-sample.ts';
import { namingClaims, oidcSource, overIssuers, testsOfClaim } from './issuers.ts';
import { subjectWidth } from './subject-width.ts';

export const oidcSubWildcard = defineCheck({
  id: 'oidc-sub-wildcard',
  severity: 'critical',
  kinds: ['trust'],
  title: 'A subject of an OIDC provider that is too wide',
  explanation:
    'A wildcard too early in the subject lets in other organisations (repo:acme* is also repo:acme-evil/…), other repositories, or any pull request.',
  fix: 'Write organisation, repository and branch or environment out.',
  source: oidcSource,
  find: overIssuers((issuer, _, statement) =>
    testsOfClaim(statement, issuer, ['sub'])
      .filter(
        ({ operator }) => /like$/.test(operatorParts(operator).base) && !operatorParts(operator).negated,
      )
      .flatMap(({ entries }) =>
        entries.flatMap(({ text, place }) => {
          const width = subjectWidth(issuer, text);
          return width === undefined ? [] : [{ place, ...width }];
        }),
      ),
  ),
  examples: [
    { name: 'everybody', document: withSubject('*'), expect: [subjectPlace()], severity: 'critical' },
    {
      name: 'any repository of anybody',
      document: withSubject('repo:*'),
      expect: [subjectPlace()],
      severity: 'critical',
    },
    {
      name: 'no slash after the organisation',
      document: withSubject('repo:acme*'),
      expect: [subjectPlace()],
      severity: 'critical',
    },
    {
      name: 'any repository',
      document: withSubject('repo:acme/*'),
      expect: [subjectPlace()],
      severity: 'high',
    },
    {
      name: 'repositories that begin alike',
      document: withSubject('repo:acme/shop*'),
      expect: [subjectPlace()],
      severity: 'high',
    },
    {
      name: 'any branch',
      document: withSubject('repo:acme/shop:*'),
      expect: [subjectPlace()],
      severity: 'medium',
    },
    {
      name: 'any release branch',
      document: withSubject('repo:acme/shop:ref:refs/heads/release-*'),
      expect: [],
    },
    {
      name: 'any project of GitLab',
      document: withSubject('project_path:*', 'StringLike', 'gitlab.com'),
      expect: [subjectPlace('StringLike', 'gitlab.com')],
      severity: 'critical',
    },
    {
      name: 'a project of GitLab',
      document: withSubject('project_path:acme/shop:*', 'StringLike', 'gitlab.com'),
      expect: [],
    },
  ],
});

export const oidcSubWrongOperator = defineCheck({
  id: 'oidc-sub-wrong-operator',
  severity: 'high',
  kinds: ['trust'],
  title: 'A subject compared in a way that does not limit it',
  explanation:
    'A wildcard under StringEquals never matches; IfExists and ForAllValues pass when the claim is absent.',
  fix: 'Use StringEquals for a whole subject, StringLike for a pattern, without prefix and suffix.',
  source: oidcSource,
  find: overIssuers((issuer, _, statement) =>
    testsOfClaim(statement, issuer, ['sub', ...(namingClaims[issuer] ?? [])]).flatMap(
      (test): readonly LintHit[] => {
        const { base, ifExists, set } = operatorParts(test.operator);
        if (ifExists || set === 'all')
          return [{ place: test.place, says: `${test.operator} passes when the claim is absent.` }];
        const plain = /^stringequals/.test(base) ? test.entries.filter(({ text }) => /[*?]/.test(text)) : [];
        return plain.map(({ place, text }) => ({
          place,
          says: `"${text}" is plain text to ${test.operator} and never matches.`,
        }));
      },
    ),
  ),
  examples: [
    {
      name: 'a wildcard under StringEquals',
      document: withSubject('repo:acme/*', 'StringEquals'),
      expect: [subjectPlace('StringEquals')],
    },
    {
      name: 'IfExists',
      document: withSubject('repo:acme/shop:*', 'StringLikeIfExists'),
      expect: [subjectPlace('StringLikeIfExists')],
    },
    {
      name: 'ForAllValues',
      document: withSubject('repo:acme/shop:*', 'ForAllValues:StringLike'),
      expect: [subjectPlace('ForAllValues:StringLike')],
    },
    { name: 'a pattern under StringLike', document: withSubject('repo:acme/shop:*'), expect: [] },
  ],
});
