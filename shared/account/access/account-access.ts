import { accountOfArn } from '../../policy/arn.ts';
import type { Caller } from '../../policy/caller.ts';
import type { AccountSnapshot } from '../snapshot.ts';
import type { AuthorizationDetails, RoleDetail, UserDetail } from '../snapshot-identities.ts';
import { type ControlPolicies, controlPolicies } from './control-policies.ts';
import { holderPolicies } from './holder-policies.ts';
import { type NamedPolicy, namedPolicy, unreadPolicy } from './named-policy.ts';
import { type PrincipalContext, principalContext } from './principal-context.ts';

/** The policies that stand between a caller and a resource, by layer. */
export interface AccessPolicies extends ControlPolicies {
  readonly identity: readonly NamedPolicy[];
  readonly boundary: readonly NamedPolicy[];
  readonly session: readonly NamedPolicy[];
  readonly endpoint: readonly NamedPolicy[];
  readonly resource?: NamedPolicy;
}

/** What an account's files say of one caller and one resource. */
export interface AccountAccess {
  readonly policies: AccessPolicies;
  readonly context: PrincipalContext;
  /** Documents that could not be read, each a sentence part: the policies have one in their place that may allow and deny anything. */
  readonly gaps: readonly string[];
  /** What is taken to be so because no file says otherwise. */
  readonly assumptions: readonly string[];
}

/** The account has no such user or role. */
export interface NoSuchPrincipal {
  readonly missing: string;
  /** ARNs of those it has. */
  readonly known: readonly string[];
}

export const noPolicies: AccessPolicies = {
  identity: [],
  boundary: [],
  session: [],
  endpoint: [],
  scps: [],
  rcps: [],
};

const holderOf = (
  caller: Caller,
  { users, roles }: AuthorizationDetails,
): UserDetail | RoleDetail | undefined => {
  if (caller.kind === 'user' || caller.kind === 'role')
    return [...users, ...roles].find(({ arn }) => arn === caller.arn);
  if (caller.kind === 'federated-user') return users.find(({ arn }) => arn === caller.userArn);
  if (caller.kind !== 'role-session') return undefined;
  return roles.find(({ arn, name }) => arn === caller.roleArn || name === caller.role);
};

/** The trust policy of a role; policies of other resources are in no file that is read. */
const resourcePolicyOf = (
  resource: string,
  { roles }: AuthorizationDetails,
  gaps: string[],
): NamedPolicy | undefined => {
  const role = roles.find(({ arn }) => arn === resource);
  return role && namedPolicy(`trust policy of ${role.arn}`, role.trustPolicy, gaps);
};

const isStranger = (caller: Caller, accountId: string | undefined): boolean =>
  'account' in caller && accountId !== undefined && caller.account !== accountId;

const hasHolder = ({ kind }: Caller): boolean =>
  kind === 'user' || kind === 'role' || kind === 'role-session' || kind === 'federated-user';

const organizationIn = ({ sources: { organization } }: AccountSnapshot): string | undefined =>
  organization.status === 'read' && organization.value.inOrganization
    ? organization.value.value.id
    : undefined;

const contextIn = (
  snapshot: AccountSnapshot,
  caller: Caller,
  holder: UserDetail | RoleDetail | undefined,
) => {
  const context = principalContext(caller, holder);
  const organization = organizationIn(snapshot);
  const values = organization === undefined ? {} : { 'aws:PrincipalOrgID': organization };
  return holder === undefined ? context : { ...context, values: { ...values, ...context.values } };
};

/** The resource control policies are those of the resource's account, the service control policies those of the caller's. */
const controlFor = (
  { scps, rcps }: ControlPolicies,
  isCallerElsewhere: boolean,
  isResourceElsewhere: boolean,
): ControlPolicies => ({
  scps: isCallerElsewhere ? [] : scps,
  rcps: isResourceElsewhere ? [] : rcps,
});

/** Everything that an account's files say of whether a caller may do something to a resource. */
export const accountAccess = (
  snapshot: AccountSnapshot,
  caller: Caller,
  resource: string,
): AccountAccess | NoSuchPrincipal => {
  const gaps: string[] = [];
  const assumptions: string[] = [];
  const { authorization } = snapshot.sources;
  if (authorization.status !== 'read') {
    const cause = `users, roles and policies of the account: ${authorization.cause}`;
    const policies = { ...noPolicies, identity: [{ name: 'policies of the caller', policy: unreadPolicy }] };
    return { policies, context: principalContext(caller, undefined), gaps: [cause], assumptions };
  }
  const details = authorization.value;
  const isElsewhere = isStranger(caller, snapshot.accountId);
  const holder = isElsewhere ? undefined : holderOf(caller, details);
  if (holder === undefined && hasHolder(caller) && !isElsewhere)
    return {
      missing: 'arn' in caller ? caller.arn : '',
      known: [...details.users, ...details.roles].map(({ arn }) => arn),
    };
  if (isElsewhere) assumptions.push('no policies of the caller but those given: it is of another account');
  const owner = accountOfArn(resource);
  const control = controlPolicies(snapshot, gaps, assumptions);
  const trust = resourcePolicyOf(resource, details, gaps);
  return {
    policies: {
      ...noPolicies,
      ...controlFor(control, isElsewhere, owner !== undefined && owner !== snapshot.accountId),
      ...(holder === undefined ? {} : holderPolicies(holder, details, gaps)),
      ...(trust === undefined ? {} : { resource: trust }),
    },
    context: contextIn(snapshot, caller, holder),
    gaps,
    assumptions,
  };
};
