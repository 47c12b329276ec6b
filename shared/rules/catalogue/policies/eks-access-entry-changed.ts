import { call, denied, role } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { eksAccessOf, eksAdminPolicies } from '../../eks-access.ts';

export default defineRule({
  id: 'eks-access-entry-changed',
  kind: 'incident',
  severity: 'medium',
  on: {
    actions: [
      'eks:CreateAccessEntry',
      'eks:UpdateAccessEntry',
      'eks:DeleteAccessEntry',
      'eks:AssociateAccessPolicy',
      'eks:DisassociateAccessPolicy',
    ],
  },
  outcome: 'attempted',
  infrastructureAsCode: 'lower',
  title: 'Access of an IAM identity to an EKS cluster changed',
  why: 'Access entries decide which users and roles may call the Kubernetes API, and as which groups. A new entry is a way in that no IAM policy shows.',
  fix: 'Check that the identity should reach the cluster. If not, delete its access entry and read the cluster’s audit log for what it did.',
  misses: 'Access through the aws-auth config map and Kubernetes’ own role bindings.',
  falsePositives:
    'Adding node roles and people to a cluster. Deployments by CloudFormation or by a role of the setting pipelines are rated low.',
  attack: ['T1098.006'],
  messages: {
    changed: {
      done: '{actor} changed the access of {principal} to EKS cluster {cluster} ({eventName}).',
      tried: '{actor} tried to change who has access to {resource} ({eventName}); AWS refused it.',
    },
    policy: {
      done: '{actor} changed the access of {principal} to EKS cluster {cluster}: {eventName} {policy}.',
      tried: '{actor} tried to change the access policies of an identity on {resource}; AWS refused it.',
    },
  },

  evaluate(event) {
    const { resource, cluster, principal, policy } = eksAccessOf(event);
    // eks-cluster-admin-granted tells of these, and louder.
    if (event.name === 'AssociateAccessPolicy' && eksAdminPolicies.includes(policy)) return [];
    const message = event.name.endsWith('AccessPolicy') ? 'policy' : 'changed';
    return [{ message, resource, data: { cluster, principal, policy } }];
  },
});

const principalArn = 'arn:aws:iam::111122223333:role/ops';

export const examples = (): Example[] => [
  {
    name: 'an entry',
    expect: ['changed'],
    severity: 'medium',
    record: call('eks:CreateAccessEntry', { request: { name: 'prod', principalArn } }),
  },
  {
    name: 'a policy; the principal is URL-encoded',
    expect: ['policy'],
    record: call('eks:AssociateAccessPolicy', {
      request: {
        name: 'prod',
        principalArn: encodeURIComponent(principalArn),
        policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy',
      },
    }),
  },
  {
    name: 'refused',
    expect: ['changed'],
    severity: 'low',
    record: call('eks:CreateAccessEntry', {
      error: denied('eks:CreateAccessEntry', 'arn:aws:eks:us-east-1:111122223333:cluster/prod'),
    }),
  },
  {
    name: 'by a role that deploys',
    expect: ['changed'],
    severity: 'low',
    record: call('eks:CreateAccessEntry', {
      request: { name: 'prod', principalArn },
      by: role('deploy', 'ci'),
    }),
    settings: { pipelines: ['arn:aws:iam::*:role/deploy'] },
  },
  {
    name: 'an administrator’s policy',
    expect: [],
    record: call('eks:AssociateAccessPolicy', {
      request: {
        name: 'prod',
        principalArn,
        policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
      },
    }),
  },
  {
    name: 'no such cluster',
    expect: [],
    record: call('eks:CreateAccessEntry', {
      request: { name: 'prod', principalArn },
      error: { code: 'ResourceNotFoundException' },
    }),
  },
];
