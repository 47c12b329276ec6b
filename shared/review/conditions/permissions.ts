import type { AuthorizationDetails } from '../../account/snapshot-identities.ts';
import { adminGrantOf } from '../../policy/admin-grant.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { isAwsPolicy } from '../managed-policy-arn.ts';
import { type ConditionRef, defineCondition, nameIn, type SameFault, type StillThere } from './condition.ts';
import { holderBy, notFound } from './holders.ts';

const attached = (ruleId: string, checkId: string) =>
  defineCondition({
    ruleId,
    needs: ['authorization'],
    judge({ resource, aspect }, { sources }) {
      const holder = holderBy(sources.authorization, resource);
      if (!holder) return notFound(resource);
      return holder.attachedPolicies.some(({ arn }) => arn === aspect) ? 'holds' : 'ended';
    },
    sameAs: ({ resource, aspect = '' }) =>
      isAwsPolicy(aspect, 'AdministratorAccess') ? [{ checkId, resource, resourceId: nameIn(resource) }] : [],
  });

/** The documents that a finding's resource and aspect name (`rules/written-policy.ts`); undefined when the resource is gone. */
const documentsOf = (
  details: AuthorizationDetails,
  { resource, aspect }: ConditionRef,
): readonly unknown[] | undefined => {
  const policy = details.policies.find(({ arn }) => arn === resource);
  if (policy)
    return policy.versions
      .filter(({ id, isDefault }) => (aspect === 'default' ? isDefault : id === aspect))
      .map(({ document }) => document);
  return holderBy(details, resource)
    ?.inlinePolicies.filter(({ name }) => name === aspect)
    .map(({ document }) => document);
};

/** A document that cannot be read may grant anything: it holds. */
const grants = (document: unknown): boolean => {
  const reading = readPolicy(document);
  return reading.status === 'unreadable' || adminGrantOf(reading.policy) !== undefined;
};

const sameDocument = ({ resource, aspect = '' }: ConditionRef): readonly SameFault[] =>
  resource.includes(':policy/')
    ? [{ checkId: 'policy-admin-customer-attached', resource, resourceId: nameIn(resource) }]
    : [{ checkId: 'policy-admin-inline', resource, resourceId: `${nameIn(resource)}/${aspect}` }];

const boundaryOf = (details: AuthorizationDetails, resource: string): StillThere => {
  const holder = holderBy(details, resource);
  if (!holder) return notFound(resource);
  return 'boundaryArn' in holder && holder.boundaryArn !== undefined ? 'ended' : 'holds';
};

export const permissionConditions = [
  attached('admin-policy-attached-to-user', 'user-administrator-access'),
  attached('admin-policy-attached-to-group', 'group-administrator-access'),
  attached('admin-policy-attached-to-role', 'role-administrator-access'),
  defineCondition({
    ruleId: 'policy-document-grants-admin',
    needs: ['authorization'],
    judge(condition, { sources }) {
      const documents = documentsOf(sources.authorization, condition);
      if (documents === undefined || documents.length === 0) return notFound(condition.resource);
      return documents.some(grants) ? 'holds' : 'ended';
    },
    sameAs: sameDocument,
  }),
  defineCondition({
    ruleId: 'permissions-boundary-removed',
    needs: ['authorization'],
    judge: ({ resource }, { sources }) => boundaryOf(sources.authorization, resource),
  }),
];
