import type { AccountSnapshot } from '../snapshot.ts';
import type { OrganizationPolicy } from '../snapshot-organization.ts';
import { fullAccess, type NamedPolicy, namedPolicy, perhaps } from './named-policy.ts';

/** Control policies by level of the organisation, root first, as far as it is known which levels the account is under. */
export interface ControlPolicies {
  readonly scps: readonly (readonly NamedPolicy[])[];
  readonly rcps: readonly (readonly NamedPolicy[])[];
}

const none: ControlPolicies = { scps: [], rcps: [] };

/** FullAWSAccess: what a level allows when it is not known which of its policies apply. */
const allowsAll: NamedPolicy = {
  name: 'an organisational unit that the account may not be in',
  policy: fullAccess,
};

const levelsOf = (
  policies: readonly OrganizationPolicy[],
  accountId: string | undefined,
  gaps: string[],
  assumptions: string[],
): readonly (readonly NamedPolicy[])[] => {
  const having = (isTarget: (target: string) => boolean) =>
    policies
      .filter(({ targets }) => targets.some(isTarget))
      .map(({ name, content }) => namedPolicy(name, content, gaps));
  const units = having((target) => target.startsWith('ou-'));
  if (units.length > 0)
    assumptions.push(
      `the account may be in any organisational unit: of their ${units.length} policies the denials may apply`,
    );
  const levels = [
    having((target) => target.startsWith('r-')),
    units.length === 0 ? [] : [allowsAll, ...units.map(perhaps)],
    having((target) => target === accountId),
  ];
  return levels.filter((level) => level.length > 0);
};

/**
 * @param gaps gets a sentence part for every document that cannot be read
 * @param assumptions gets one for what is taken to be so because no file says otherwise
 */
export const controlPolicies = (
  { accountId, sources: { organization, organizationPolicies } }: AccountSnapshot,
  gaps: string[],
  assumptions: string[],
): ControlPolicies => {
  if (organizationPolicies.status !== 'read') {
    assumptions.push(`no control policies of an organisation: ${organizationPolicies.cause}`);
    return none;
  }
  if (!organizationPolicies.value.inOrganization) return none;
  const organizationOf = organization.status === 'read' ? organization.value : undefined;
  const isManagement =
    organizationOf?.inOrganization === true && organizationOf.value.managementAccountId === accountId;
  // Control policies do not touch the management account.
  if (isManagement) return none;
  const ofType = (type: string) =>
    organizationPolicies.value.inOrganization
      ? organizationPolicies.value.value.filter((policy) => policy.type === type)
      : [];
  return {
    scps: levelsOf(ofType('SERVICE_CONTROL_POLICY'), accountId, gaps, assumptions),
    rcps: levelsOf(ofType('RESOURCE_CONTROL_POLICY'), accountId, gaps, assumptions),
  };
};
