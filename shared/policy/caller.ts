import { isAccountId } from './arn.ts';

/** Somebody of an account. */
interface Member {
  /** Twelve digits. */
  readonly account: string;
  readonly arn: string;
  readonly id?: string;
  readonly canonicalUser?: string;
}

/**
 * Who makes a request.
 *
 * - `user`, `root`: with long-term credentials of an account.
 * - `role`: a role in general, whichever session of it calls.
 * - `role-session`: one session of a role. Its ARN lacks the role's path; `roleArn` is there when the role is known.
 * - `federated-user`: a session from GetFederationToken.
 * - `service`: an AWS service by itself, e.g. `lambda.amazonaws.com`.
 * - `federated`: somebody with a token of an OIDC or SAML provider, not yet in a session; `id` is the provider's ARN or host.
 * - `anonymous`: an unsigned request.
 */
export type Caller =
  | (Member & { readonly kind: 'user' | 'root' })
  /** `role` is its path and name, e.g. `service/deployer`. */
  | (Member & { readonly kind: 'role'; readonly role: string })
  /** `role` is the role's name, without path. */
  | (Member & { readonly kind: 'role-session'; readonly role: string; readonly roleArn?: string })
  /** `userArn` is the user who asked for the session. */
  | (Member & { readonly kind: 'federated-user'; readonly userArn: string })
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'federated'; readonly id: string }
  | { readonly kind: 'anonymous' };

/** What cannot be told from the caller's ARN. */
export interface CallerDetails {
  /** Of a role session: the ARN of its role, with its path. */
  readonly roleArn?: string;
  /** Of a federated user: the ARN of the user who asked for the session; without it the user of the same name is assumed. */
  readonly userArn?: string;
  /** The unique id, e.g. `AIDA…` or `AROA…`, that policies hold after a principal was deleted. */
  readonly id?: string;
  /** The id by which Amazon S3 knows the caller's account, 64 hexadecimal digits. */
  readonly canonicalUser?: string;
}

const serviceName = /^[a-z\d-]+(\.[a-z\d-]+)*\.amazonaws\.com(\.cn)?$/;
/** Token issuers that stand in policies by their host ("Web identity federation principals", IAM User Guide). */
const hostName = /^[a-z\d-]+(\.[a-z\d-]+)+(\/.*)?$/;
const cognito = 'cognito-identity.amazonaws.com';

const sessionOf = (member: Member, resource: string, details: CallerDetails): Caller | undefined => {
  const [type, name, session] = resource.split('/');
  if (type === 'assumed-role' && name && session) {
    const { roleArn } = details;
    return { ...member, kind: 'role-session', role: name, ...(roleArn === undefined ? {} : { roleArn }) };
  }
  if (type !== 'federated-user' || !name) return undefined;
  const partition = member.arn.split(':')[1];
  const userArn = details.userArn ?? `arn:${partition}:iam::${member.account}:user/${name}`;
  return { ...member, kind: 'federated-user', userArn };
};

const identityOf = (member: Member, resource: string): Caller | undefined => {
  if (resource === 'root') return { ...member, kind: 'root' };
  if (/^user\/./.test(resource)) return { ...member, kind: 'user' };
  if (/^role\/./.test(resource)) return { ...member, kind: 'role', role: resource.slice('role/'.length) };
  return /^(oidc|saml)-provider\/./.test(resource) ? { kind: 'federated', id: member.arn } : undefined;
};

const fromArn = (arn: string, details: CallerDetails): Caller | undefined => {
  const [, , service, , account = '', ...rest] = arn.split(':');
  if (!isAccountId(account)) return undefined;
  const { id, canonicalUser } = details;
  const member = {
    account,
    arn,
    ...(id === undefined ? {} : { id }),
    ...(canonicalUser === undefined ? {} : { canonicalUser }),
  };
  const resource = rest.join(':');
  if (service === 'sts') return sessionOf(member, resource, details);
  return service === 'iam' ? identityOf(member, resource) : undefined;
};

/**
 * Reads a caller: the ARN of a user, role, role session, federated user, root user or identity provider; an account id (its root
 * user); a service principal; the host of an OIDC provider; `*` for an unsigned request. Undefined for anything else.
 */
export const callerOf = (text: string, details: CallerDetails = {}): Caller | undefined => {
  if (text === '*') return { kind: 'anonymous' };
  if (isAccountId(text)) return fromArn(`arn:aws:iam::${text}:root`, details);
  if (text.startsWith('arn:')) return fromArn(text, details);
  if (text !== cognito && serviceName.test(text)) return { kind: 'service', name: text };
  return hostName.test(text) ? { kind: 'federated', id: text } : undefined;
};

/** The account that a caller belongs to; undefined for those outside of any. */
export const accountOfCaller = (caller: Caller): string | undefined =>
  'account' in caller ? caller.account : undefined;

const linkedName = 'AWSServiceRoleFor';

/**
 * Whether a caller is a service-linked role. A session whose role is not known counts as one by the name that AWS gives these roles
 * ("Using service-linked roles", IAM User Guide).
 */
export const isServiceLinkedRole = (caller: Caller): boolean => {
  if (caller.kind === 'role') return caller.role.startsWith('aws-service-role/');
  if (caller.kind !== 'role-session') return false;
  return caller.roleArn === undefined
    ? caller.role.startsWith(linkedName)
    : caller.roleArn.includes(':role/aws-service-role/');
};
