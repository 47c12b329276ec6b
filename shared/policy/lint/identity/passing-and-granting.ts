import { allows, defineCheck, ofStatements } from '../define-check.ts';
import { allow, deny, policy } from '../sample.ts';
import { actionPlace, covers, isDenied, onEverything } from './scope.ts';

const at = '/Statement/0/Action';
const star = (Action: unknown) => policy(allow({ Action, Resource: '*' }));

const isEveryRole = (text: string): boolean =>
  /^\*+$/.test(text) || /^arn:[^:]*:iam::[^:]*:(role\/)?\*+$/.test(text);

export const passRoleStar = defineCheck({
  id: 'pass-role-star',
  severity: 'high',
  kinds: ['identity'],
  title: 'May pass any role to any service',
  explanation:
    'Together with one call that starts code (RunInstances, CreateFunction …) its holder acts with the strongest role there is.',
  fix: 'Name the roles, and add StringEquals on iam:PassedToService.',
  source:
    'IAM User Guide, "Grant permissions to pass a role to an AWS service"; IAM Access Analyzer, "PassRole with star in resource"',
  find: ofStatements((statement, { document }) => {
    if (!allows(statement) || !covers(statement, 'iam:PassRole') || isDenied(document, 'iam:PassRole'))
      return [];
    const anyRole =
      statement.resources?.except || statement.resources?.entries.some(({ text }) => isEveryRole(text));
    const limited = statement.tests.some(({ name }) =>
      /^iam:(passedtoservice|associatedresourcearn)$|^aws:resourcetag\//i.test(name),
    );
    return anyRole && !limited
      ? [
          {
            place: statement.resources?.place ?? statement.place,
            says: 'Any role can be passed to any service.',
          },
        ]
      : [];
  }),
  examples: [
    { name: 'a star', document: star('iam:PassRole'), expect: ['/Statement/0/Resource'] },
    {
      name: 'by a wildcard action',
      document: policy(allow({ Action: 'iam:Pass*', Resource: 'arn:aws:iam::111122223333:role/*' })),
      expect: ['/Statement/0/Resource'],
    },
    {
      name: 'by NotAction',
      document: policy(allow({ Action: undefined, NotAction: 's3:*', Resource: '*' })),
      expect: ['/Statement/0/Resource'],
    },
    {
      name: 'by NotResource',
      document: policy(
        allow({
          Action: 'iam:PassRole',
          Resource: undefined,
          NotResource: 'arn:aws:iam::111122223333:role/x',
        }),
      ),
      expect: ['/Statement/0/NotResource'],
    },
    {
      name: 'to one service',
      document: policy(
        allow({
          Action: 'iam:PassRole',
          Resource: '*',
          Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
        }),
      ),
      expect: [],
    },
    {
      name: 'one role',
      document: policy(allow({ Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/app' })),
      expect: [],
    },
  ],
});

export const createSlrStar = defineCheck({
  id: 'create-slr-star',
  severity: 'low',
  kinds: ['identity'],
  title: 'May create any service-linked role',
  explanation: 'A service-linked role lets its service in with permissions that nobody here chose.',
  fix: 'Add StringEquals on iam:AWSServiceName, or name the roles below aws-service-role/.',
  source: 'IAM Access Analyzer policy check reference, "Create SLR with star in resource"',
  find: ofStatements((statement, { document }) =>
    allows(statement) &&
    covers(statement, 'iam:CreateServiceLinkedRole') &&
    !isDenied(document, 'iam:CreateServiceLinkedRole') &&
    (onEverything(statement) || statement.resources?.entries.some(({ text }) => isEveryRole(text))) &&
    !statement.tests.some(({ name }) => name.toLowerCase() === 'iam:awsservicename')
      ? [
          {
            place: statement.resources?.place ?? statement.place,
            says: 'Any service-linked role can be created.',
          },
        ]
      : [],
  ),
  examples: [
    { name: 'a star', document: star('iam:CreateServiceLinkedRole'), expect: ['/Statement/0/Resource'] },
    {
      name: 'for one service',
      document: policy(
        allow({
          Action: 'iam:CreateServiceLinkedRole',
          Resource: '*',
          Condition: { StringEquals: { 'iam:AWSServiceName': 'rds.amazonaws.com' } },
        }),
      ),
      expect: [],
    },
  ],
});

export const resourcePolicyPrivilegeEscalation = defineCheck({
  id: 'resource-policy-privilege-escalation',
  severity: 'medium',
  kinds: ['identity'],
  title: 'May write the policy that keeps it out',
  explanation:
    'The data action is not granted or denied, but the bucket’s or key’s policy can be rewritten to grant it.',
  fix: 'Take PutBucketPolicy (PutKeyPolicy) away from whoever may not read the data.',
  source: 'parliament, "RESOURCE_POLICY_PRIVILEGE_ESCALATION"',
  find: ofStatements((statement, { document }) => {
    if (!allows(statement)) return [];
    const pairs = [
      ['s3:PutBucketPolicy', 's3:GetObject'],
      ['kms:PutKeyPolicy', 'kms:Decrypt'],
    ] as const;
    return pairs
      .filter(
        ([write, read]) =>
          covers(statement, write) &&
          !isDenied(document, write) &&
          (isDenied(document, read) ||
            !document.statements.some((other) => allows(other) && covers(other, read))),
      )
      .map(([write, read]) => ({
        place: actionPlace(statement),
        says: `${read} is kept from the holder, who may grant it with ${write}.`,
      }));
  }),
  examples: [
    { name: 'not granted', document: policy(allow({ Action: 's3:PutBucketPolicy' })), expect: [at] },
    {
      name: 'denied',
      document: policy(
        allow({ Action: ['kms:Decrypt', 'kms:PutKeyPolicy'] }),
        deny({ Action: 'kms:Decrypt', Resource: '*' }),
      ),
      expect: [at],
    },
    {
      name: 'granted anyway',
      document: policy(allow({ Action: ['s3:PutBucketPolicy', 's3:GetObject'] })),
      expect: [],
    },
  ],
});
