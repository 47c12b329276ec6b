import {
  GetAccessKeyLastUsedCommand,
  GetAccountPasswordPolicyCommand,
  GetRoleCommand,
  type IAMClient,
  paginateListAccessKeys,
  paginateListGroupsForUser,
} from '@aws-sdk/client-iam';
import type { LookupValues, PasswordPolicyFact } from '../../account/lookup.ts';
import { allOf, ask } from './ask.ts';

/** Where and for how long to ask. */
export interface IamAccess {
  readonly client: IAMClient;
  /** Ends the call when its time is over. */
  readonly abortSignal: AbortSignal;
}

export type Read<K extends keyof LookupValues> = (
  access: IamAccess,
  id: string,
) => Promise<LookupValues[K] | undefined>;

const isoOf = (date: Date | undefined): string => date?.toISOString() ?? '';

export const readAccessKeys: Read<'access-keys'> = ({ client, abortSignal }, userName) =>
  ask('iam:ListAccessKeys', () =>
    allOf(paginateListAccessKeys({ client }, { UserName: userName }, { abortSignal }), (page) =>
      page.AccessKeyMetadata?.map(({ AccessKeyId = '', Status, CreateDate }) => ({
        id: AccessKeyId,
        // A third status exists for keys that AWS let expire: they open nothing either.
        status: Status === 'Active' ? ('Active' as const) : ('Inactive' as const),
        createdAt: isoOf(CreateDate),
      })),
    ),
  );

export const readAccessKeyLastUsed: Read<'access-key-last-used'> = async (
  { client, abortSignal },
  accessKeyId,
) => {
  const answer = await ask('iam:GetAccessKeyLastUsed', () =>
    client.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: accessKeyId }), { abortSignal }),
  );
  if (!answer) return undefined;
  const usedAt = answer.AccessKeyLastUsed?.LastUsedDate;
  return {
    ...(usedAt ? { lastUsedAt: usedAt.toISOString() } : {}),
    ...(answer.UserName === undefined ? {} : { userName: answer.UserName }),
  };
};

export const readGroupsOfUser: Read<'groups-of-user'> = ({ client, abortSignal }, userName) =>
  ask('iam:ListGroupsForUser', () =>
    allOf(paginateListGroupsForUser({ client }, { UserName: userName }, { abortSignal }), (page) =>
      page.Groups?.map(({ GroupName = '' }) => GroupName),
    ),
  );

export const readRole: Read<'role'> = async ({ client, abortSignal }, roleName) => {
  const answer = await ask('iam:GetRole', () =>
    client.send(new GetRoleCommand({ RoleName: roleName }), { abortSignal }),
  );
  const role = answer?.Role;
  if (!role) return undefined;
  const boundary = role.PermissionsBoundary?.PermissionsBoundaryArn;
  return {
    arn: role.Arn ?? '',
    // IAM sends policies percent-encoded (RFC 3986).
    trustPolicy: decodeURIComponent(role.AssumeRolePolicyDocument ?? ''),
    // One hour, unless the role says otherwise (IAM API Reference, "CreateRole").
    maxSessionSeconds: role.MaxSessionDuration ?? 3600,
    createdAt: isoOf(role.CreateDate),
    ...(boundary === undefined ? {} : { boundaryArn: boundary }),
  };
};

export const readPasswordPolicy: Read<'password-policy'> = async ({ client, abortSignal }) => {
  const answer = await ask('iam:GetAccountPasswordPolicy', () =>
    client.send(new GetAccountPasswordPolicyCommand({}), { abortSignal }),
  );
  const policy = answer?.PasswordPolicy;
  if (!policy) return undefined;
  return {
    // Six characters, when a policy does not say (IAM API Reference, "PasswordPolicy").
    minimumLength: policy.MinimumPasswordLength ?? 6,
    requiresSymbols: policy.RequireSymbols ?? false,
    requiresNumbers: policy.RequireNumbers ?? false,
    requiresUppercase: policy.RequireUppercaseCharacters ?? false,
    requiresLowercase: policy.RequireLowercaseCharacters ?? false,
    ...(policy.MaxPasswordAge ? { maxAgeDays: policy.MaxPasswordAge } : {}),
    ...(policy.PasswordReusePrevention ? { reusePrevention: policy.PasswordReusePrevention } : {}),
  } satisfies PasswordPolicyFact;
};
