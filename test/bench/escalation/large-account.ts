import type { AuthorizationDetails } from '../../../shared/account/snapshot-identities.ts';

const account = '111122223333';
const policies = 300;
const made = '2026-01-01T00:00:00Z';

const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });

/** Repeatable numbers in [0, 1). */
const numbers = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
};

/** Mostly harmless; some let roles be taken on or passed, few change users and roles, one allows everything. */
const managed = (index: number) => ({
  name: `policy-${index}`,
  path: '/',
  arn: `arn:aws:iam::${account}:policy/policy-${index}`,
  id: `ANPA${index}`,
  isAwsManaged: false,
  createdAt: made,
  updatedAt: made,
  attachmentCount: 1,
  boundaryUsageCount: 0,
  versions: [
    {
      id: 'v1',
      isDefault: true,
      createdAt: made,
      document: document(
        {
          Effect: 'Allow',
          Action: ['s3:Get*', 'dynamodb:*', 'sqs:*'],
          Resource: `arn:aws:s3:::bucket-${index}/*`,
        },
        ...(index % 3 === 0
          ? [
              {
                Effect: 'Allow',
                Action: 'sts:AssumeRole',
                Resource: index % 9 === 0 ? '*' : `arn:aws:iam::${account}:role/role-${index % 50}*`,
              },
            ]
          : []),
        ...(index % 17 === 0
          ? [
              {
                Effect: 'Allow',
                Action: 'iam:PassRole',
                Resource: `arn:aws:iam::${account}:role/role-${index % 50}*`,
              },
              { Effect: 'Allow', Action: ['lambda:*', 'ec2:RunInstances'], Resource: '*' },
            ]
          : []),
        ...(index % 41 === 0
          ? [
              {
                Effect: 'Allow',
                Action: ['iam:CreateAccessKey', 'iam:UpdateAssumeRolePolicy'],
                Resource: '*',
              },
            ]
          : []),
        ...(index === policies - 1 ? [{ Effect: 'Allow', Action: '*', Resource: '*' }] : []),
      ),
    },
  ],
});

/** An account of so many users and roles that share 300 managed policies, three each; the same every time. */
export const largeAccount = (users: number, roles: number): AuthorizationDetails => {
  const next = numbers(7);
  const shelf = Array.from({ length: policies }, (_, index) => managed(index));
  const three = () =>
    Array.from({ length: 3 }, () => shelf[Math.floor(next() * policies)]).flatMap((policy) =>
      policy ? [{ name: policy.name, arn: policy.arn }] : [],
    );
  const holder = (type: 'user' | 'role', index: number) => ({
    name: `${type}-${index}`,
    path: '/',
    arn: `arn:aws:iam::${account}:${type}/${type}-${index}`,
    id: `${type === 'user' ? 'AIDA' : 'AROA'}${index}`,
    createdAt: made,
    attachedPolicies: three(),
    tags: [],
  });
  const principal = (index: number) =>
    [
      { AWS: account },
      { Service: 'lambda.amazonaws.com' },
      { AWS: `arn:aws:iam::${account}:role/role-${(index * 7) % roles}` },
    ][index % 3];
  return {
    users: Array.from({ length: users }, (_, index) => ({
      ...holder('user', index),
      inlinePolicies: [],
      groups: [],
    })),
    groups: [],
    roles: Array.from({ length: roles }, (_, index) => ({
      ...holder('role', index),
      inlinePolicies: [
        { name: 'logs', document: document({ Effect: 'Allow', Action: 'logs:*', Resource: '*' }) },
      ],
      trustPolicy: document({ Effect: 'Allow', Principal: principal(index), Action: 'sts:AssumeRole' }),
      instanceProfileArns: [],
    })),
    policies: shelf,
  };
};
