import type { IamEvent, JsonObject } from '../../events/iam-event.ts';
import { isObject } from '../../events/json.ts';
import { iamArn } from '../../events/target.ts';
import { nameInArn } from '../resource-arn.ts';
import type { Carrier } from './carrier.ts';
import { carriers } from './carriers.ts';
import { textsAtPath } from './parameter-path.ts';

/** A role, or an instance profile with the role in it, that a call hands to an AWS service. */
export interface PassedRole {
  readonly kind: 'role' | 'instance-profile';
  readonly name: string;
  /** Without a path: IAM names are unique in an account whatever their path. */
  readonly arn: string;
}

/** `arn:aws:iam::111122223333:role/path/NAME` or `…:instance-profile/path/NAME`. */
const iamArnOf = /^arn:[^:]+:iam::(\d{12}):(role|instance-profile)\/(.+)$/;

// Only a service itself gives a service-linked role; customers cannot change what it may do.
const isServiceLinked = (path: string): boolean => path.startsWith('aws-service-role/');

/** Names of IAM: 64 characters for roles, 128 for profiles (IAM User Guide, "IAM and AWS STS quotas"). Anything else is no name. */
const isName = (text: string): boolean => /^[\w+=,.@-]{1,128}$/.test(text);

const passedIn = (event: IamEvent, text: string, kind: PassedRole['kind']): readonly PassedRole[] => {
  const [, account, said, path] = iamArnOf.exec(text) ?? [];
  // A role can be passed within its own account only.
  if (account !== undefined && account !== event.accountId) return [];
  if (path !== undefined && isServiceLinked(path)) return [];
  const name = nameInArn(path ?? text);
  const actual = said === 'instance-profile' || said === 'role' ? said : kind;
  return isName(name) ? [{ kind: actual, name, arn: iamArn(event, actual, name) }] : [];
};

/** EC2 logs the parameters of some calls inside an element named after the call, e.g. `CreateLaunchTemplateRequest`. */
const unwrapped = (request: JsonObject): readonly JsonObject[] => [
  request,
  ...Object.entries(request).flatMap(([key, value]) =>
    key.endsWith('Request') && isObject(value) ? [value] : [],
  ),
];

const inRequest = (event: IamEvent, { roles = [], profiles = [] }: Carrier): readonly PassedRole[] => {
  const textsAt = (path: string) =>
    unwrapped(event.request).flatMap((parameters) => textsAtPath(parameters, path));
  return [
    ...roles.flatMap(textsAt).flatMap((text) => passedIn(event, text, 'role')),
    ...profiles.flatMap(textsAt).flatMap((text) => passedIn(event, text, 'instance-profile')),
  ];
};

// CloudTrail logs no parameters of a refused call; the refusal names the role.
const refusedPass = /perform: iam:PassRole on resource: (arn:\S+)/;

const inRefusal = (event: IamEvent): readonly PassedRole[] => {
  const arn = event.outcome === 'denied' ? refusedPass.exec(event.errorMessage ?? '')?.[1] : undefined;
  return arn === undefined ? [] : passedIn(event, arn, 'role');
};

/**
 * The roles that a call hands to a service, each once; empty for calls that carry none. Of a refused call the role whose passing AWS
 * refused: a call that is refused for another reason passes nothing.
 */
export const passedRolesOf = (event: IamEvent): readonly PassedRole[] => {
  const carrier = carriers[event.action];
  if (!carrier) return [];
  const passed = event.outcome === 'denied' ? inRefusal(event) : inRequest(event, carrier);
  return [...new Map(passed.map((one) => [one.arn, one])).values()];
};
