import type { LookupValues } from './lookup.ts';
import type { PolicyDocumentFact } from './policy-facts.ts';
import { documentText } from './prior-state.ts';
import type { AuthorizationDetails, ManagedPolicy, PolicyVersion } from './snapshot-identities.ts';

const partsOf = (id: string): readonly [arn: string, version: string | undefined] => {
  const [arn = '', version] = id.split(' ');
  return [arn, version];
};

const factOf = ({ arn }: ManagedPolicy, version: PolicyVersion): PolicyDocumentFact => ({
  arn,
  version: version.id,
  createdAt: version.createdAt,
  document: documentText(version.document),
});

const policyOf = ({ policies }: AuthorizationDetails, arn: string): ManagedPolicy | undefined =>
  policies.find((policy) => policy.arn === arn);

/** By `ARN` the version in force, by `ARN VERSION` that one. */
export const managedPolicyIn = (
  details: AuthorizationDetails,
  id: string,
): LookupValues['managed-policy'] | undefined => {
  const [arn, version] = partsOf(id);
  const policy = policyOf(details, arn);
  const found = policy?.versions.find((one) => (version === undefined ? one.isDefault : one.id === version));
  return policy && found && factOf(policy, found);
};

/** As IAM itself would be asked: the newest of the other versions. A snapshot that lacks the version was read before it was made. */
export const policyBeforeIn = (
  details: AuthorizationDetails,
  id: string,
): LookupValues['policy-before'] | undefined => {
  const [arn, version] = partsOf(id);
  const policy = policyOf(details, arn);
  if (policy === undefined) return undefined;
  const others = policy.versions.filter((one) => one.id !== version);
  if (others.length === policy.versions.length) {
    const inForce = policy.versions.find(({ isDefault }) => isDefault);
    return inForce && { ...factOf(policy, inForce), isCertain: true };
  }
  const [newest] = others.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return newest && { ...factOf(policy, newest), isCertain: others.length === 1 };
};

export const inlinePolicyIn = (
  { users, roles, groups }: AuthorizationDetails,
  id: string,
): LookupValues['inline-policy'] | undefined => {
  const [, kind = '', name = '', policy = ''] = /^(user|role|group)\/([^/ ]+) (\S+)$/.exec(id) ?? [];
  const holders = { user: users, role: roles, group: groups }[kind as 'user'] ?? [];
  const found = holders
    .find((holder) => holder.name === name)
    ?.inlinePolicies.find((one) => one.name === policy);
  return found && documentText(found.document);
};

export const userIn = ({ users }: AuthorizationDetails, name: string): LookupValues['user'] | undefined => {
  const found = users.find((user) => user.name === name);
  if (found === undefined) return undefined;
  const { arn, createdAt, boundaryArn } = found;
  return { arn, createdAt, ...(boundaryArn === undefined ? {} : { boundaryArn }) };
};
