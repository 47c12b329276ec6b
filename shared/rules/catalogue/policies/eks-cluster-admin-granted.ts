import { call, denied } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { eksAccessOf, eksAdminPolicies } from '../../eks-access.ts';

const aspectOf = (principal: string, policy: string) => `${principal} ${policy}`;

export default defineRule({
  id: 'eks-cluster-admin-granted',
  kind: 'condition',
  severity: 'high',
  on: { actions: ['eks:AssociateAccessPolicy'] },
  outcome: 'attempted',
  title: 'Administrator of an EKS cluster appointed',
  why: 'The identity can read every secret and run any workload in the cluster, and through them use the roles of its pods and nodes.',
  fix: 'Disassociate the policy unless a change request names it. Read the cluster’s audit log for what the identity did.',
  misses:
    'Administrators by the aws-auth config map, by Kubernetes role bindings, or by the group system:masters.',
  falsePositives:
    'The first administrator of a new cluster. A grant that is limited to one namespace is reported all the same.',
  attack: ['T1098.006'],
  messages: {
    granted: {
      done: '{actor} made {principal} an administrator of EKS cluster {cluster} ({policy}).',
      tried: '{actor} tried to make {principal} an administrator of {resource} ({policy}); AWS refused it.',
    },
    unknown: {
      done: '{actor} gave an identity an access policy on EKS cluster {cluster}; CloudTrail did not log which.',
      tried:
        '{actor} tried to give an identity an access policy on {resource}; AWS refused it and CloudTrail did not log which.',
    },
  },
  undo: {
    granted:
      'aws eks disassociate-access-policy --region {region} --cluster-name {cluster} --principal-arn {principal} --policy-arn {policyArn}',
  },
  undoneBy: [
    {
      actions: ['eks:DisassociateAccessPolicy', 'eks:DeleteAccessEntry'],
      undoes(event) {
        const { resource, principal, policy } = eksAccessOf(event);
        const ended = event.name === 'DeleteAccessEntry' ? eksAdminPolicies : [policy];
        return ended.map((name) => ({ resource, aspect: aspectOf(principal, name) }));
      },
    },
  ],

  evaluate(event) {
    const { resource, cluster, principal, policy } = eksAccessOf(event);
    const data = {
      cluster,
      principal,
      policy,
      policyArn: `arn:${event.partition}:eks::aws:cluster-access-policy/${policy}`,
    };
    if (policy === 'unknown') return [{ message: 'unknown', resource, aspect: 'unknown', data }];
    if (!eksAdminPolicies.includes(policy)) return [];
    return [{ message: 'granted', resource, aspect: aspectOf(principal, policy), data }];
  },
});

const request = {
  name: 'prod',
  principalArn: 'arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fops',
  policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
  accessScope: { type: 'cluster' },
};

export const examples = (): Example[] => [
  {
    name: 'cluster administrator',
    expect: ['granted'],
    severity: 'high',
    record: call('eks:AssociateAccessPolicy', { request }),
  },
  {
    name: 'refused',
    expect: ['unknown'],
    severity: 'medium',
    record: call('eks:AssociateAccessPolicy', {
      error: denied(
        'eks:AssociateAccessPolicy',
        'arn:aws:eks:us-east-1:111122223333:access-entry/prod/role/1/ops/x',
      ),
    }),
  },
  {
    name: 'a reader',
    expect: [],
    record: call('eks:AssociateAccessPolicy', {
      request: { ...request, policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy' },
    }),
  },
];
