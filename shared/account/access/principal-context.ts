import { accountOfCaller, type Caller } from '../../policy/caller.ts';
import type { ContextGaps, ContextValue } from '../../policy/context.ts';
import type { RoleDetail, UserDetail } from '../snapshot-identities.ts';

/** What a caller's request says of the caller whatever else it says. */
export interface PrincipalContext {
  readonly values: Readonly<Record<string, ContextValue>>;
  readonly absent: readonly string[];
  readonly complete: NonNullable<ContextGaps['complete']>;
}

const principalTypes: Readonly<Record<Caller['kind'], string>> = {
  user: 'User',
  root: 'Account',
  role: 'AssumedRole',
  'role-session': 'AssumedRole',
  'federated-user': 'FederatedUser',
  service: 'AWSService',
  federated: 'FederatedUser',
  anonymous: 'Anonymous',
};

const arnOf = (caller: Caller, holder: UserDetail | RoleDetail | undefined): string | undefined => {
  // Of a role's session the key holds the role ("AWS global condition context keys", IAM User Guide).
  if (caller.kind === 'role-session') return holder?.arn ?? caller.roleArn;
  return 'arn' in caller ? caller.arn : undefined;
};

const userIdOf = (caller: Caller, holder: UserDetail | RoleDetail | undefined): string | undefined => {
  if (holder === undefined || caller.kind === 'role') return undefined;
  const session = 'arn' in caller ? caller.arn.split('/').at(-1) : undefined;
  return caller.kind === 'role-session' ? `${holder.id}:${session}` : holder.id;
};

const present = (values: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;

/**
 * The condition keys that follow from who calls ("AWS global condition context keys", IAM User Guide). A user's tags are all known; a
 * role's session may carry more.
 */
export const principalContext = (
  caller: Caller,
  holder: UserDetail | RoleDetail | undefined,
): PrincipalContext => {
  const isUser = caller.kind === 'user';
  const tags = (holder?.tags ?? []).map(({ key, value }) => [`aws:PrincipalTag/${key}`, value] as const);
  return {
    values: {
      ...present({
        'aws:PrincipalArn': arnOf(caller, holder),
        'aws:PrincipalAccount': accountOfCaller(caller),
        'aws:PrincipalType': principalTypes[caller.kind],
        'aws:PrincipalIsAWSService': String(caller.kind === 'service'),
        'aws:userid': userIdOf(caller, holder),
        'aws:username': isUser ? caller.arn.split('/').at(-1) : undefined,
      }),
      ...Object.fromEntries(tags),
    },
    absent: isUser ? ['aws:PrincipalServiceName'] : ['aws:username'],
    complete: isUser && holder !== undefined ? ['aws:PrincipalTag/'] : [],
  };
};
