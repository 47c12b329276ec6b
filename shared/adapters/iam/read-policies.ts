import {
  GetGroupPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRolePolicyCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  type PolicyVersion,
  paginateListPolicyVersions,
} from '@aws-sdk/client-iam';
import type { PolicyDocumentFact } from '../../account/policy-facts.ts';
import { allOf, ask, NoAnswerError } from './ask.ts';
import type { IamAccess, Read } from './read-iam.ts';

/** IAM sends policies percent-encoded (RFC 3986). */
const decoded = (document: string | undefined): string => decodeURIComponent(document ?? '');

/** `ARN` or `ARN VERSION`: neither has a space. */
const partsOf = (id: string): readonly [arn: string, version: string | undefined] => {
  const [arn = '', version] = id.split(' ');
  return [arn, version];
};

const versionOf = async (
  { client, abortSignal }: IamAccess,
  arn: string,
  version: string,
): Promise<PolicyDocumentFact | undefined> => {
  const answer = await ask('iam:GetPolicyVersion', () =>
    client.send(new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: version }), { abortSignal }),
  );
  const found = answer?.PolicyVersion;
  return (
    found && {
      arn,
      version,
      createdAt: found.CreateDate?.toISOString() ?? '',
      document: decoded(found.Document),
    }
  );
};

export const readManagedPolicy: Read<'managed-policy'> = async (access, id) => {
  const [arn, version] = partsOf(id);
  if (version !== undefined) return versionOf(access, arn, version);
  const { client, abortSignal } = access;
  const answer = await ask('iam:GetPolicy', () =>
    client.send(new GetPolicyCommand({ PolicyArn: arn }), { abortSignal }),
  );
  const inForce = answer?.Policy?.DefaultVersionId;
  return inForce === undefined ? undefined : versionOf(access, arn, inForce);
};

const madeAt = ({ CreateDate }: PolicyVersion): number => CreateDate?.getTime() ?? 0;

/** IAM keeps no record of which version was in force. Version ids are never used twice, and the newest of the others is the likeliest. */
export const readPolicyBefore: Read<'policy-before'> = async (access, id) => {
  const [arn, version] = partsOf(id);
  if (version === undefined) throw new NoAnswerError(`policy-before of "${id}": not "ARN VERSION"`);
  const { client, abortSignal } = access;
  const all = await ask('iam:ListPolicyVersions', () =>
    allOf(
      paginateListPolicyVersions({ client }, { PolicyArn: arn }, { abortSignal }),
      (page) => page.Versions,
    ),
  );
  const others = (all ?? []).filter(({ VersionId }) => VersionId !== version);
  const [newest] = others.toSorted((a, b) => madeAt(b) - madeAt(a));
  const found = newest?.VersionId && (await versionOf(access, arn, newest.VersionId));
  return found ? { ...found, isCertain: others.length === 1 } : undefined;
};

interface InlinePolicy {
  readonly PolicyDocument?: string | undefined;
}

type ReadInline = (access: IamAccess, name: string, policy: string) => Promise<InlinePolicy | undefined>;

const inlineReads: Readonly<Record<string, ReadInline>> = {
  user: ({ client, abortSignal }, UserName, PolicyName) =>
    ask('iam:GetUserPolicy', () =>
      client.send(new GetUserPolicyCommand({ UserName, PolicyName }), { abortSignal }),
    ),
  role: ({ client, abortSignal }, RoleName, PolicyName) =>
    ask('iam:GetRolePolicy', () =>
      client.send(new GetRolePolicyCommand({ RoleName, PolicyName }), { abortSignal }),
    ),
  group: ({ client, abortSignal }, GroupName, PolicyName) =>
    ask('iam:GetGroupPolicy', () =>
      client.send(new GetGroupPolicyCommand({ GroupName, PolicyName }), { abortSignal }),
    ),
};

export const readInlinePolicy: Read<'inline-policy'> = async (access, id) => {
  const [, kind = '', name = '', policy = ''] = /^(user|role|group)\/([^/ ]+) (\S+)$/.exec(id) ?? [];
  const read = inlineReads[kind];
  if (!read)
    throw new NoAnswerError(
      `inline-policy of "${id}": neither "user/NAME POLICY", "role/NAME POLICY" nor "group/NAME POLICY"`,
    );
  const found = await read(access, name, policy);
  return found && decoded(found.PolicyDocument);
};

export const readUser: Read<'user'> = async ({ client, abortSignal }, userName) => {
  const answer = await ask('iam:GetUser', () =>
    client.send(new GetUserCommand({ UserName: userName }), { abortSignal }),
  );
  const user = answer?.User;
  if (!user) return undefined;
  const boundary = user.PermissionsBoundary?.PermissionsBoundaryArn;
  return {
    arn: user.Arn ?? '',
    createdAt: user.CreateDate?.toISOString() ?? '',
    ...(boundary === undefined ? {} : { boundaryArn: boundary }),
  };
};
