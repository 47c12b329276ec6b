import type { IamEvent, JsonObject } from './iam-event.ts';
import { objectAt, textAt } from './json.ts';

/** What a call acts on. Its ARN has no path: IAM names are unique in an account whatever their path, and most calls log the name only. */
export interface Target {
  readonly name: string;
  readonly arn: string;
}

/** The ARN of an IAM entity of the event's account, in its partition, without a path. */
export const iamArn = (
  event: IamEvent,
  kind: 'user' | 'role' | 'group' | 'mfa' | 'policy' | 'instance-profile',
  name: string,
) => `arn:${event.partition}:iam::${event.accountId}:${kind}/${name}`;

/** The ARN that stands for the account itself. */
export const accountArn = (event: IamEvent): string => `arn:${event.partition}:iam::${event.accountId}:root`;

// IAM writes "… is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::1:user/x because …" or "… on resource: user x".
const refusedResource = /on resource: (?:(user|role|group|policy) )?(\S+)/;

/** The resource that AWS's refusal names. On a denied call CloudTrail logs no parameters: this text is all there is. */
export const refusedResourceOf = (event: IamEvent): string | undefined =>
  event.outcome === 'denied' ? refusedResource.exec(event.errorMessage ?? '')?.[2] : undefined;

const lastSegment = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1);

const nameFromRefusal = (event: IamEvent, kind: 'user' | 'role' | 'group'): string | undefined => {
  const resource = refusedResourceOf(event);
  if (resource === undefined || resource === '*') return undefined;
  const said = refusedResource.exec(event.errorMessage ?? '')?.[1] ?? kind;
  if (!resource.startsWith('arn:')) return said === kind ? resource : undefined;
  return resource.includes(`:${kind}/`) ? lastSegment(resource) : undefined;
};

const userInResponse = (response: JsonObject): string | undefined =>
  ['accessKey', 'user', 'loginProfile', 'sSHPublicKey', 'serviceSpecificCredential', 'certificate']
    .map((field) => textAt(objectAt(response, field), 'userName'))
    .find((name) => name !== undefined);

/**
 * The IAM user that a call acts on. CloudTrail leaves `userName` out when the caller acts on itself; the answer then is in
 * the response or is the caller. Undefined when the caller is no IAM user and none is named (root acting on itself, a refused
 * call whose message names nobody).
 */
export const targetUserOf = (event: IamEvent): (Target & { readonly isSelf: boolean }) | undefined => {
  const own = event.actor.type === 'IAMUser' ? event.actor.userName : undefined;
  const name =
    textAt(event.request, 'userName') ??
    userInResponse(event.response) ??
    nameFromRefusal(event, 'user') ??
    own;
  return name === undefined ? undefined : { name, arn: iamArn(event, 'user', name), isSelf: name === own };
};

/** The role that a call acts on, by `roleName` or by the refusal's text. */
export const targetRoleOf = (event: IamEvent): Target | undefined => {
  const name = textAt(event.request, 'roleName') ?? nameFromRefusal(event, 'role');
  return name === undefined ? undefined : { name, arn: iamArn(event, 'role', name) };
};

/** The group that a call acts on, by `groupName` or by the refusal's text. */
export const targetGroupOf = (event: IamEvent): Target | undefined => {
  const name = textAt(event.request, 'groupName') ?? nameFromRefusal(event, 'group');
  return name === undefined ? undefined : { name, arn: iamArn(event, 'group', name) };
};
