import { isAccountId } from './arn.ts';
import { accountOfCaller, type Caller } from './caller.ts';
import type { Principal, Statement } from './policy.ts';

/**
 * How a statement of a resource policy names the caller.
 *
 * - `direct`: as the one who signs the request: a user, a session, a service, a provider, or everyone.
 * - `behind`: as the role of a session, or the user of a federated session: boundary and session policy limit such a grant.
 * - `account`: as a member of an account: an identity policy is needed as well.
 */
export type Naming = 'direct' | 'behind' | 'account';

const isEveryone = ({ type, id }: Principal): boolean =>
  id === '*' && (type === '*' || type.toLowerCase() === 'aws');

const accountNamed = (id: string): string | undefined => {
  if (isAccountId(id)) return id;
  return /^arn:[^:]+:iam::(\d{12}):root$/.exec(id)?.[1];
};

const isRoleOfSession = (session: Caller & { kind: 'role-session' }, id: string): boolean => {
  if (session.roleArn !== undefined) return session.roleArn === id;
  const [, account, path] = /^arn:[^:]+:iam::(\d{12}):role\/(.+)$/.exec(id) ?? [];
  // The path is lost in a session's ARN.
  return account === session.account && path?.split('/').at(-1) === session.role;
};

/** A deleted principal's unique id; a new principal of the same name has another. */
const byUniqueId = (id: string, caller: Caller): Naming | undefined => {
  if (caller.kind === 'user' && caller.id === id) return 'direct';
  return (caller.kind === 'role' || caller.kind === 'role-session') && caller.id === id
    ? 'behind'
    : undefined;
};

const byArn = (id: string, caller: Caller): Naming | undefined => {
  if (caller.kind === 'role') return caller.arn === id ? 'behind' : undefined;
  if ('arn' in caller && caller.arn === id) return 'direct';
  if (caller.kind === 'role-session') return isRoleOfSession(caller, id) ? 'behind' : undefined;
  return caller.kind === 'federated-user' && caller.userArn === id ? 'behind' : undefined;
};

const byType: Readonly<Record<string, (id: string, caller: Caller) => Naming | undefined>> = {
  service: (id, caller) => (caller.kind === 'service' && caller.name === id ? 'direct' : undefined),
  federated: (id, caller) => (caller.kind === 'federated' && caller.id === id ? 'direct' : undefined),
  // Amazon S3's name for an account.
  canonicaluser: (id, caller) =>
    'canonicalUser' in caller && caller.canonicalUser === id ? 'account' : undefined,
};

const namingBy = (principal: Principal, caller: Caller): Naming | undefined => {
  if (isEveryone(principal)) return 'direct';
  const type = principal.type.toLowerCase();
  if (type !== 'aws' && type !== '*') return byType[type]?.(principal.id, caller);
  const account = accountNamed(principal.id);
  if (account === undefined) return byArn(principal.id, caller) ?? byUniqueId(principal.id, caller);
  return account === accountOfCaller(caller) ? 'account' : undefined;
};

const strength = { direct: 3, behind: 2, account: 1 } as const;

const strongest = (namings: readonly (Naming | undefined)[]): Naming | undefined =>
  namings.reduce(
    (best, naming) => (naming && (!best || strength[naming] > strength[best]) ? naming : best),
    undefined,
  );

/**
 * Whether NotPrincipal in a Deny spares the caller. A session must be listed as itself, as its role and as the account ("NotPrincipal",
 * IAM User Guide: the account is checked first, then the role, then the session); naming the account alone spares its root user only.
 */
const isSpared = (namings: readonly (Naming | undefined)[], caller: Caller): boolean => {
  if (caller.kind === 'root') return namings.includes('direct') || namings.includes('account');
  if (caller.kind !== 'role-session')
    return namings.some((naming) => naming === 'direct' || naming === 'behind');
  return (['direct', 'behind', 'account'] as const).every((naming) => namings.includes(naming));
};

/**
 * How a statement of a resource policy, trust policy or endpoint policy names the caller; undefined when it does not.
 *
 * @param hasBoundary whether a permissions boundary is set on the caller: NotPrincipal in a Deny then denies whatever it lists
 * ("Permissions boundaries", IAM User Guide)
 */
export const namingOf = (
  { effect, principals }: Statement,
  caller: Caller,
  hasBoundary: boolean,
): Naming | undefined => {
  const namings = principals.list.map((principal) => namingBy(principal, caller));
  if (!principals.except) return strongest(namings);
  if (principals.list.some(isEveryone)) return undefined;
  if (effect === 'Deny') return !hasBoundary && isSpared(namings, caller) ? undefined : 'direct';
  return strongest(namings) === undefined ? 'direct' : undefined;
};
