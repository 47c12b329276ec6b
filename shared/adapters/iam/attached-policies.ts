import {
  type AttachedPolicy,
  GetInstanceProfileCommand,
  type IAMClient,
  paginateListAttachedGroupPolicies,
  paginateListAttachedRolePolicies,
  paginateListAttachedUserPolicies,
  paginateListGroupPolicies,
  paginateListRolePolicies,
  paginateListUserPolicies,
} from '@aws-sdk/client-iam';
import type { LookupValues } from '../../account/lookup.ts';
import { allOf, ask, NoAnswerError } from './ask.ts';
import type { Read } from './read-iam.ts';

interface Paging {
  readonly client: IAMClient;
  readonly abortSignal: AbortSignal;
}

interface AttachedPage {
  readonly AttachedPolicies?: readonly AttachedPolicy[] | undefined;
}

interface InlinePage {
  readonly PolicyNames?: readonly string[] | undefined;
}

/** How the policies of one kind of principal are asked for. */
interface Asking {
  readonly managedAction: string;
  readonly inlineAction: string;
  managed(paging: Paging, name: string): AsyncIterable<AttachedPage>;
  inline(paging: Paging, name: string): AsyncIterable<InlinePage>;
}

const askings: Readonly<Record<string, Asking>> = {
  user: {
    managedAction: 'iam:ListAttachedUserPolicies',
    inlineAction: 'iam:ListUserPolicies',
    managed: ({ client, abortSignal }, UserName) =>
      paginateListAttachedUserPolicies({ client }, { UserName }, { abortSignal }),
    inline: ({ client, abortSignal }, UserName) =>
      paginateListUserPolicies({ client }, { UserName }, { abortSignal }),
  },
  role: {
    managedAction: 'iam:ListAttachedRolePolicies',
    inlineAction: 'iam:ListRolePolicies',
    managed: ({ client, abortSignal }, RoleName) =>
      paginateListAttachedRolePolicies({ client }, { RoleName }, { abortSignal }),
    inline: ({ client, abortSignal }, RoleName) =>
      paginateListRolePolicies({ client }, { RoleName }, { abortSignal }),
  },
  group: {
    managedAction: 'iam:ListAttachedGroupPolicies',
    inlineAction: 'iam:ListGroupPolicies',
    managed: ({ client, abortSignal }, GroupName) =>
      paginateListAttachedGroupPolicies({ client }, { GroupName }, { abortSignal }),
    inline: ({ client, abortSignal }, GroupName) =>
      paginateListGroupPolicies({ client }, { GroupName }, { abortSignal }),
  },
};

const nobodys: LookupValues['attached-policies'] = { managed: [], inline: [] };

const readOf: Read<'attached-policies'> = async ({ client, abortSignal }, id) => {
  const [, kind = '', name = ''] = /^(user|role|group)\/([^/]+)$/.exec(id) ?? [];
  const asking = askings[kind];
  if (!asking)
    throw new NoAnswerError(
      `attached-policies of "${id}": neither user/NAME, role/NAME, group/NAME nor instance-profile/NAME`,
    );
  const paging = { client, abortSignal };
  const [managed, inline] = await Promise.all([
    ask(asking.managedAction, () =>
      allOf(asking.managed(paging, name), (page) =>
        page.AttachedPolicies?.map(({ PolicyArn = '' }) => PolicyArn),
      ),
    ),
    ask(asking.inlineAction, () => allOf(asking.inline(paging, name), (page) => page.PolicyNames)),
  ]);
  return managed && inline ? { managed, inline } : undefined;
};

/** An instance profile holds one role at most, which need not have its name. */
const readOfProfile: Read<'attached-policies'> = async (access, name) => {
  const { client, abortSignal } = access;
  const found = await ask('iam:GetInstanceProfile', () =>
    client.send(new GetInstanceProfileCommand({ InstanceProfileName: name }), { abortSignal }),
  );
  if (!found) return undefined;
  const role = found.InstanceProfile?.Roles?.[0]?.RoleName;
  return role === undefined ? nobodys : readOf(access, `role/${role}`);
};

/**
 * The ARNs of the managed and the names of the inline policies of `user/NAME`, `role/NAME` or `group/NAME`; of `instance-profile/NAME`, those
 * of the role in it.
 */
export const readAttachedPolicies: Read<'attached-policies'> = (access, id) => {
  const [, profile] = /^instance-profile\/([^/]+)$/.exec(id) ?? [];
  return profile === undefined ? readOf(access, id) : readOfProfile(access, profile);
};
