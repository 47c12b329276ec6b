import * as z from 'zod/mini';
import type {
  DelegatedAdministrator,
  InOrganization,
  OrganizationDetail,
  OrganizationPolicy,
} from '../../../account/snapshot-organization.ts';
import { listOf, shaped } from './shape.ts';

const text = z.string('expected text');
const inside = <T>(value: T): InOrganization<T> => ({ inOrganization: true, value });

const organization = z.object({
  Organization: z.object({ Id: text, Arn: text, MasterAccountId: text, FeatureSet: text }),
});

/** `aws organizations describe-organization`. */
export const readOrganization = (json: unknown): InOrganization<OrganizationDetail> => {
  const { Id, Arn, MasterAccountId, FeatureSet } = shaped(organization, json).Organization;
  return inside({ id: Id, arn: Arn, managementAccountId: MasterAccountId, featureSet: FeatureSet });
};

const features = z.object({ EnabledFeatures: z._default(z.array(text), []) });

/** `aws iam list-organizations-features`. */
export const readOrganizationFeatures = (json: unknown): InOrganization<readonly string[]> =>
  inside(shaped(features, json).EnabledFeatures);

const administrator = z.object({
  Id: text,
  Name: z._default(text, ''),
  DelegatedServices: z._default(z.array(z.object({ ServicePrincipal: text })), []),
});

/** `aws organizations list-delegated-administrators`; `DelegatedServices` of list-delegated-services-for-account may be added to each. */
export const readDelegatedAdministrators = (
  json: unknown,
): InOrganization<readonly DelegatedAdministrator[]> =>
  inside(
    listOf(administrator, 'DelegatedAdministrators', json).map(({ Id, Name, DelegatedServices }) => ({
      accountId: Id,
      name: Name,
      services: DelegatedServices.map(({ ServicePrincipal }) => ServicePrincipal),
    })),
  );

const policy = z.object({
  PolicySummary: z.object({ Id: text, Arn: text, Name: text, Type: text, AwsManaged: z.boolean() }),
  Content: z.unknown(),
  Targets: z.array(z.object({ TargetId: text })),
});

/** `Policy` of `aws organizations describe-policy` for each policy, with the `Targets` of list-targets-for-policy added. */
export const readOrganizationPolicies = (json: unknown): InOrganization<readonly OrganizationPolicy[]> =>
  inside(
    listOf(policy, 'Policies', json).map(({ PolicySummary, Content, Targets }) => ({
      id: PolicySummary.Id,
      arn: PolicySummary.Arn,
      name: PolicySummary.Name,
      type: PolicySummary.Type,
      isAwsManaged: PolicySummary.AwsManaged,
      content: Content,
      targets: Targets.map(({ TargetId }) => TargetId),
    })),
  );
