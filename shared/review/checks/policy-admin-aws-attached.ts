import { authorization, awsPolicy, documentOf, managedPolicy, reads, role } from '../../account/example.ts';
import type { ManagedPolicy } from '../../account/snapshot-identities.ts';
import { attachments } from '../attachments.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { defaultDocument } from '../documents.ts';
import { judgeEach } from '../judge-each.ts';
import { isAwsPolicy } from '../managed-policy-arn.ts';

/** By its document where the snapshot has it; AWS has one policy that allows everything, which is known by name where it has not. */
const allowsEverything = (arn: string, policy: ManagedPolicy | undefined): boolean => {
  const document = policy && defaultDocument(policy);
  return document?.status === 'read'
    ? document.grant?.kind === 'everything'
    : isAwsPolicy(arn, 'AdministratorAccess');
};

export const check = defineCheck({
  id: 'policy-admin-aws-attached',
  topic: 'policies',
  severity: 'medium',
  title: 'A policy of AWS that allows everything is attached',
  why: 'CIS counts AdministratorAccess as full administrative privileges, whoever has it.',
  fix: 'Detach it from whoever does not need it; the other checks of administrators say who has it.',
  misses:
    'Policies of AWS that lead to everything, such as IAMFullAccess: policy-privilege-escalation looks at your own only.',
  needs: ['authorization'],
  messages: {
    FAIL: { everything: '{policy} is attached to {holders}.' },
    PASS: { less: '{policy}, attached to {count} identities, does not allow everything.' },
    NOT_APPLICABLE: { none: 'No policy of AWS is attached to anything.' },
  },

  judge({ sources, account }) {
    const policies = new Map(sources.authorization.policies.map((policy) => [policy.arn, policy]));
    const ofAws = attachments(sources.authorization).filter(({ policyArn }) => /:iam::aws:/.test(policyArn));
    const byArn = [...Map.groupBy(ofAws, ({ policyArn }) => policyArn)];
    return judgeEach(byArn, account, 'none', ([arn, those]) => {
      const policy = arn.slice(arn.lastIndexOf('/') + 1);
      const about = { resource: arn, resourceId: policy };
      return allowsEverything(arn, policies.get(arn))
        ? {
            message: 'everything',
            ...about,
            data: { policy, holders: those.map(({ holderName }) => holderName) },
          }
        : { message: 'less', ...about, data: { policy, count: those.length } };
    });
  },
});

const state = (name: string, policies: readonly ManagedPolicy[] = []) =>
  reads(authorization({ roles: [role('deploy', { attachedPolicies: [awsPolicy(name)] })], policies }));
const ofAws = (name: string, document: object) =>
  managedPolicy(name, document, { isAwsManaged: true, arn: awsPolicy(name).arn });

export const examples = (): CheckExample[] => [
  {
    name: 'AdministratorAccess, with its document',
    expect: ['everything'],
    severity: 'medium',
    state: state('AdministratorAccess', [ofAws('AdministratorAccess', documentOf({ Action: '*' }))]),
  },
  {
    name: 'AdministratorAccess, without its document',
    expect: ['everything'],
    state: state('AdministratorAccess'),
  },
  {
    name: 'another with that document',
    expect: ['everything'],
    state: state('Surprise', [ofAws('Surprise', documentOf({ Action: '*' }))]),
  },
  { name: 'ReadOnlyAccess', expect: ['less'], state: state('ReadOnlyAccess') },
  { name: 'none', expect: ['none'], state: reads(authorization({ roles: [role('deploy')] })) },
];
