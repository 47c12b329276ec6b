import type { AccountSnapshot, SnapshotSources, SourceName } from './snapshot.ts';

const ofOrganizations = [
  'organization',
  'organizationFeatures',
  'delegatedAdministrators',
  'organizationPolicies',
] as const satisfies readonly SourceName[];

/**
 * The sources with what one of them says of all: when AWS answered one question about the organisation by "the account is in none", that
 * also answers the others, which may not have been asked or were refused.
 */
export const withMembership = ({ sources }: AccountSnapshot): SnapshotSources => {
  const outside = ofOrganizations
    .map((name) => sources[name])
    .find((source) => source.status === 'read' && !source.value.inOrganization);
  if (outside === undefined || outside.status !== 'read') return sources;
  const answer = { status: 'read', value: { inOrganization: false }, readAt: outside.readAt } as const;
  const unanswered = ofOrganizations.filter((name) => sources[name].status === 'unavailable');
  return { ...sources, ...Object.fromEntries(unanswered.map((name) => [name, answer])) };
};
