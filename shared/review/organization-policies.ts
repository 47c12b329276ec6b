import type { OrganizationPolicy } from '../account/snapshot-organization.ts';

/** The policies of a type that are attached to something: what is attached to nothing is in force nowhere. */
export const attachedOfType = (
  policies: readonly OrganizationPolicy[],
  type: string,
): readonly OrganizationPolicy[] =>
  policies.filter((policy) => policy.type === type && policy.targets.length > 0);
