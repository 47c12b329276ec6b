import type { AuthorizationDetails, GroupDetail, RoleDetail, UserDetail } from '../snapshot-identities.ts';
import { type NamedPolicy, namedPolicy, unreadPolicy } from './named-policy.ts';

type Holder = Pick<UserDetail, 'arn' | 'inlinePolicies' | 'attachedPolicies'>;

/** The default version of a managed policy. Attached policies of AWS are among the details unless these were asked for with a filter. */
export const managedPolicy = (
  arn: string,
  { policies }: AuthorizationDetails,
  gaps: string[],
): NamedPolicy => {
  const policy = policies.find((one) => one.arn === arn);
  const version = policy?.versions.find(({ isDefault }) => isDefault);
  if (version !== undefined) return namedPolicy(arn, version.document, gaps);
  gaps.push(`the document of ${arn} is not among the authorization details`);
  return { name: arn, policy: unreadPolicy };
};

const ofHolder = (holder: Holder, details: AuthorizationDetails, gaps: string[]): readonly NamedPolicy[] => [
  ...holder.inlinePolicies.map(({ name, document }) =>
    namedPolicy(`inline ${name} of ${holder.arn}`, document, gaps),
  ),
  ...holder.attachedPolicies.map(({ arn }) => managedPolicy(arn, details, gaps)),
];

const groupsOf = (user: UserDetail, details: AuthorizationDetails, gaps: string[]): readonly GroupDetail[] =>
  user.groups.flatMap((name) => {
    const group = details.groups.find((one) => one.name === name);
    if (group === undefined) gaps.push(`group ${name} is not among the authorization details`);
    return group ?? [];
  });

/** What a user or role may do by its own policies and its groups', and what limits it. */
export interface HolderPolicies {
  readonly identity: readonly NamedPolicy[];
  readonly boundary: readonly NamedPolicy[];
}

/** @param gaps gets a sentence part for everything that could not be read */
export const holderPolicies = (
  holder: UserDetail | RoleDetail,
  details: AuthorizationDetails,
  gaps: string[],
): HolderPolicies => {
  const groups = 'groups' in holder ? groupsOf(holder, details, gaps) : [];
  const { boundaryArn } = holder;
  return {
    identity: [holder, ...groups].flatMap((one) => ofHolder(one, details, gaps)),
    boundary: boundaryArn === undefined ? [] : [managedPolicy(boundaryArn, details, gaps)],
  };
};
