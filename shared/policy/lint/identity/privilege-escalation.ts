import { analyzeDocument, type DocumentPath } from '../../escalation/analyze-document.ts';
import type { PolicyDocument } from '../../policy-document.ts';
import { allows, defineCheck, type LintHit } from '../define-check.ts';
import { allow, deny, policy } from '../sample.ts';
import { actionPlace, covers } from './scope.ts';

/** Paths that one finding names. */
const mostNamed = 5;

const listed = (paths: readonly DocumentPath[]): string => {
  const names = paths.slice(0, mostNamed).map(({ path }) => `${path.id} (${path.title})`);
  const more = paths.length > mostNamed ? ` and ${paths.length - mostNamed} more` : '';
  return names.join(', ') + more;
};

/** The statement that allows the last action that the path takes, or else the document. */
const placeOf = (
  { statements }: PolicyDocument,
  { actions }: DocumentPath,
): Pick<LintHit, 'place' | 'statement'> => {
  const last = actions.at(-1) ?? '';
  const statement = statements.find((one) => allows(one) && covers(one, last));
  return statement === undefined
    ? { place: { pointer: '' } }
    : { place: actionPlace(statement), statement: statement.index };
};

const ways = (paths: readonly DocumentPath[]): string =>
  paths.length === 1 ? 'one way' : `${paths.length} ways`;

/** One finding for the paths that ask the same and stand in the same place. */
const hitOf = (document: PolicyDocument, paths: readonly DocumentPath[]): readonly LintHit[] => {
  const [first] = paths;
  if (first === undefined) return [];
  const at = placeOf(document, first);
  return first.verdict === 'capable'
    ? [{ ...at, says: `Capable of ${ways(paths)} to more access: ${listed(paths)}.` }]
    : [
        {
          ...at,
          says: `Potentially ${ways(paths)} to more access: ${listed(paths)}; if ${first.conditions.join(' and ')}.`,
          // To take on or pass a role by its name is what such documents are for.
          severity: first.byName ? 'low' : 'medium',
        },
      ];
};

const at = '/Statement/0/Action';

export const privilegeEscalation = defineCheck({
  id: 'privilege-escalation',
  severity: 'high',
  kinds: ['identity'],
  title: 'A way to more access than was given',
  explanation:
    'Whoever holds this document can give itself, or take over from others, permissions that it does not grant by itself.',
  fix: 'Take one of the actions of each way out, limit it to roles and users that are no stronger, or ask for a permissions boundary (iam:PermissionsBoundary) on what is created.',
  source: 'pathfinding.cloud; Cloudsplaining, "Privilege escalation"; prowler; Rhino Security Labs',
  find: ({ document, policy: readable, context }) => {
    if (readable === undefined) return [];
    const paths = analyzeDocument(readable, context.accountId, context.at);
    const alike = Map.groupBy(paths, (one) =>
      JSON.stringify([one.verdict, one.conditions, placeOf(document, one)]),
    );
    return [...alike.values()].flatMap((group) => hitOf(document, group));
  },
  examples: [
    {
      name: 'by one action',
      document: policy(allow({ Action: 'iam:CreatePolicyVersion', Resource: '*' })),
      expect: [at],
    },
    {
      name: 'by two, in two statements',
      document: policy(
        allow({ Action: 'iam:PassRole', Resource: '*' }),
        allow({ Action: 'ec2:RunInstances', Resource: '*' }),
      ),
      expect: ['/Statement/1/Action'],
      severity: 'high',
    },
    {
      name: 'if a condition holds',
      document: policy(
        allow({
          Action: 'iam:UpdateAssumeRolePolicy',
          Resource: '*',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        }),
      ),
      expect: [at],
      severity: 'medium',
    },
    {
      name: 'to a role that is named',
      document: policy(
        allow({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/deploy' }),
      ),
      expect: [at],
      severity: 'low',
    },
    {
      name: 'a role to another service',
      document: policy(
        allow({
          Action: 'iam:PassRole',
          Resource: '*',
          Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
        }),
        allow({ Action: 'ec2:RunInstances', Resource: '*' }),
      ),
      expect: [],
    },
    {
      name: 'keys for oneself',
      document: policy(
        allow({ Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::*:user/${aws:username}' }),
      ),
      expect: [],
    },
    {
      name: 'denied again',
      document: policy(
        allow({ Action: 'iam:CreatePolicyVersion', Resource: '*' }),
        deny({ Action: 'iam:CreatePolicy*', Resource: '*' }),
      ),
      expect: [],
    },
    {
      name: 'after its time',
      document: policy(
        allow({
          Action: 'iam:CreatePolicyVersion',
          Resource: '*',
          Condition: { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } },
        }),
      ),
      context: { at: '2026-11-02T00:00:00Z' },
      expect: [],
    },
    {
      name: 'reading',
      document: policy(allow({ Action: ['iam:Get*', 'iam:List*'], Resource: '*' })),
      expect: [],
    },
  ],
});
