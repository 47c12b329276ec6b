import type {
  AuthorizationDetails,
  GroupDetail,
  RoleDetail,
  UserDetail,
} from '../../account/snapshot-identities.ts';
import { nameIn } from './condition.ts';

const kindOf = (arn: string): 'users' | 'groups' | 'roles' | undefined => {
  if (arn.includes(':user/')) return 'users';
  if (arn.includes(':group/')) return 'groups';
  return arn.includes(':role/') ? 'roles' : undefined;
};

/** The user, group or role that an ARN with or without a path names: names are unique whatever the path. */
export const holderBy = (
  details: AuthorizationDetails,
  arn: string,
): UserDetail | GroupDetail | RoleDetail | undefined => {
  const kind = kindOf(arn);
  const all: readonly (UserDetail | GroupDetail | RoleDetail)[] = kind === undefined ? [] : details[kind];
  return all.find(({ name }) => name === nameIn(arn));
};

/** The role that an ARN names. */
export const roleBy = ({ roles }: AuthorizationDetails, arn: string): RoleDetail | undefined =>
  arn.includes(':role/') ? roles.find(({ name }) => name === nameIn(arn)) : undefined;

/** What is said of a condition whose resource is not found: a refused call may name the account only, where nothing can be wrong. */
export const notFound = (resource: string): 'gone' | 'ended' =>
  /:(user|group|role|policy)\//.test(resource) ? 'gone' : 'ended';
