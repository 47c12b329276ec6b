import type { RoleDetail } from '../account/snapshot-identities.ts';

/** A role that belongs to an AWS service: the account can neither change nor delete it while the service needs it. */
export const isServiceLinked = ({ path }: Pick<RoleDetail, 'path'>): boolean =>
  path.startsWith('/aws-service-role/');

/** A role of an Identity Center permission set; only the service can make one in this path. */
export const isPermissionSetRole = ({ path, name }: Pick<RoleDetail, 'path' | 'name'>): boolean =>
  path.startsWith('/aws-reserved/sso.amazonaws.com/') && name.startsWith('AWSReservedSSO_');
