import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import { accountArn } from '../events/target.ts';
import { nameInArn, refusedArnOf } from './resource-arn.ts';

/** The role that an AssumeRole call takes on. */
export interface AssumedRole {
  /** As the caller wrote it, with its path. */
  readonly arn: string;
  readonly name: string;
  /** ARN without the path: what findings about the role are filed under. */
  readonly resource: string;
}

const roleArn = /^(arn:[^:]+:iam::\d{12}:role\/)(.+)$/;

/** The ARN of a role without its path; undefined for what is no ARN of a role. */
export const roleWithoutPath = (arn: string | undefined): string | undefined => {
  const [, start, path] = roleArn.exec(arn ?? '') ?? [];
  return start === undefined || path === undefined ? undefined : `${start}${nameInArn(path)}`;
};

/**
 * The role of an AssumeRole… call; of a refused one, whose parameters CloudTrail does not log, the one that the refusal names. Undefined when
 * neither names any.
 */
export const assumedRoleOf = (event: IamEvent): AssumedRole | undefined => {
  const arn = textAt(event.request, 'roleArn') ?? refusedArnOf(event);
  const resource = roleWithoutPath(arn);
  return arn === undefined || resource === undefined
    ? undefined
    : { arn, name: nameInArn(resource), resource };
};

/** The same for rules that file what names no role under the account. */
export const assumedRoleOrAccount = (event: IamEvent): Omit<AssumedRole, 'arn'> =>
  assumedRoleOf(event) ?? { name: 'unknown', resource: accountArn(event) };

/** Service-linked roles are for their service alone: taking one on says nothing. */
export const isServiceLinkedRole = ({ arn }: AssumedRole): boolean => arn.includes(':role/aws-service-role/');
