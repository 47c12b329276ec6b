import type { IamEvent } from '../../events/iam-event.ts';
import { booleanAt, objectAt, textAt } from '../../events/json.ts';
import { policyHolderOf } from '../policy-holder.ts';
import { policyWritingActions, writtenResourcePolicyOf } from '../resource-policy-call.ts';
import {
  allOfGroup,
  type DocumentSource,
  fromSnapshot,
  type HolderRef,
  managedPolicy,
  none,
  type PolicyEdit,
  versionBefore,
} from './policy-edit.ts';

const given = (event: IamEvent, document: unknown): DocumentSource =>
  event.requestOmitted
    ? { kind: 'unknown', cause: 'the request was too large for CloudTrail' }
    : { kind: 'given', document };

/** Undefined for a call that names nobody. */
const holderIn = (event: IamEvent): HolderRef | undefined => {
  const { kind, name } = policyHolderOf(event);
  return name === 'unknown' ? undefined : { kind, name };
};

const inline = (event: IamEvent, afterOf: () => DocumentSource): PolicyEdit | undefined => {
  const holder = holderIn(event);
  const name = textAt(event.request, 'policyName');
  if (holder === undefined || name === undefined) return undefined;
  const id = `${holder.kind}/${holder.name}`;
  return {
    of: 'inline-policy',
    name,
    holder,
    before: fromSnapshot(id, event.time, ({ inline: all = {} }) =>
      Object.hasOwn(all, name) ? all[name] : undefined,
    ),
    after: afterOf(),
  };
};

const attached = (event: IamEvent, isAttached: boolean): PolicyEdit | undefined => {
  const holder = holderIn(event);
  const arn = textAt(event.request, 'policyArn');
  if (holder === undefined || arn === undefined) return undefined;
  const document = managedPolicy(arn);
  return {
    of: 'managed-policy',
    name: arn,
    policyArn: arn,
    holder,
    before: isAttached ? none : document,
    after: isAttached ? document : none,
  };
};

const created = (event: IamEvent): PolicyEdit | undefined => {
  const arn = textAt(objectAt(event.response, 'policy'), 'arn') ?? textAt(event.request, 'policyName');
  if (arn === undefined) return undefined;
  return {
    of: 'managed-policy',
    name: arn,
    before: none,
    after: given(event, event.request['policyDocument']),
  };
};

const newVersion = (event: IamEvent): PolicyEdit | undefined => {
  const arn = textAt(event.request, 'policyArn');
  const version = textAt(objectAt(event.response, 'policyVersion'), 'versionId');
  if (arn === undefined || version === undefined) return undefined;
  const isInForce = booleanAt(event.request, 'setAsDefault') === true;
  return {
    of: 'managed-policy',
    name: arn,
    policyArn: arn,
    before: isInForce ? versionBefore(arn, version) : managedPolicy(arn),
    after: given(event, event.request['policyDocument']),
  };
};

const defaultVersion = (event: IamEvent): PolicyEdit | undefined => {
  const arn = textAt(event.request, 'policyArn');
  const version = textAt(event.request, 'versionId');
  if (arn === undefined || version === undefined) return undefined;
  const before = versionBefore(arn, version);
  return {
    of: 'managed-policy',
    name: arn,
    policyArn: arn,
    before: fromSnapshot(
      `policy/${arn}`,
      event.time,
      ({ document, version: was }) => (was === version ? before : document),
      () => ({ next: before }),
    ),
    after: managedPolicy(`${arn} ${version}`),
  };
};

const trust = (
  event: IamEvent,
  field: string,
  before: (role: string) => DocumentSource,
): PolicyEdit | undefined => {
  const name = textAt(event.request, 'roleName');
  if (name === undefined) return undefined;
  return {
    of: 'trust-policy',
    name,
    holder: { kind: 'role', name },
    before: before(name),
    after: given(event, event.request[field]),
  };
};

const boundary = (event: IamEvent): PolicyEdit | undefined => {
  const holder = holderIn(event);
  if (holder === undefined) return undefined;
  const arn = textAt(event.request, 'permissionsBoundary');
  return {
    of: 'boundary',
    name: arn ?? 'none',
    holder,
    ...(arn === undefined ? {} : { policyArn: arn }),
    before: fromSnapshot(`${holder.kind}/${holder.name}`, event.time, ({ boundaryArn }) =>
      boundaryArn === undefined ? undefined : managedPolicy(boundaryArn),
    ),
    after: arn === undefined ? none : managedPolicy(arn),
  };
};

const membership = (event: IamEvent, isMember: boolean): PolicyEdit | undefined => {
  const [user, group] = ['userName', 'groupName'].map((field) => textAt(event.request, field));
  if (user === undefined || group === undefined) return undefined;
  const documents = allOfGroup(group);
  return {
    of: 'group-membership',
    name: group,
    holder: { kind: 'user', name: user },
    before: isMember ? none : documents,
    after: isMember ? documents : none,
  };
};

const permissionSet = (event: IamEvent, after: DocumentSource, before: DocumentSource): PolicyEdit => ({
  of: 'permission-set',
  name: textAt(event.request, 'permissionSetArn') ?? 'unknown',
  before,
  after,
});

const controlPolicy = (event: IamEvent, after: DocumentSource): PolicyEdit | undefined => {
  const id = textAt(event.request, 'policyId');
  if (id === undefined) return undefined;
  return {
    of: 'control-policy',
    name: id,
    before: fromSnapshot(`control-policy/${id}`, event.time, ({ document }) => document),
    after,
  };
};

const noEarlier: DocumentSource = {
  kind: 'unknown',
  cause: 'AWS keeps no earlier policies of such resources, and no snapshot has them',
};

const resourcePolicy = (event: IamEvent): PolicyEdit | undefined => {
  const written = writtenResourcePolicyOf(event);
  if (written === undefined) return undefined;
  return {
    of: 'resource-policy',
    name: written.resource,
    before: event.name.startsWith('Create') ? none : noEarlier,
    after: given(event, written.document),
  };
};

type EditOf = (event: IamEvent) => PolicyEdit | undefined;

const put: EditOf = (event) => inline(event, () => given(event, event.request['policyDocument']));
const remove: EditOf = (event) => inline(event, () => none);
const attach: EditOf = (event) => attached(event, true);
const detach: EditOf = (event) => attached(event, false);

const editors: Readonly<Record<string, EditOf>> = {
  'iam:CreatePolicy': created,
  'iam:CreatePolicyVersion': newVersion,
  'iam:SetDefaultPolicyVersion': defaultVersion,
  ...Object.fromEntries(
    ['User', 'Role', 'Group'].flatMap((kind) => [
      [`iam:Put${kind}Policy`, put],
      [`iam:Delete${kind}Policy`, remove],
      [`iam:Attach${kind}Policy`, attach],
      [`iam:Detach${kind}Policy`, detach],
      [`iam:Put${kind}PermissionsBoundary`, boundary],
      [`iam:Delete${kind}PermissionsBoundary`, boundary],
    ]),
  ),
  'iam:AddUserToGroup': (event) => membership(event, true),
  'iam:RemoveUserFromGroup': (event) => membership(event, false),
  'iam:CreateRole': (event) => trust(event, 'assumeRolePolicyDocument', () => none),
  'iam:UpdateAssumeRolePolicy': (event) =>
    trust(event, 'policyDocument', (role) =>
      fromSnapshot(`role/${role}`, event.time, ({ trustPolicy }) => trustPolicy),
    ),
  'sso:PutInlinePolicyToPermissionSet': (event) =>
    permissionSet(event, given(event, event.request['inlinePolicy']), {
      kind: 'unknown',
      cause: 'IAM Identity Center keeps no earlier policy, and no snapshot has it',
    }),
  'sso:AttachManagedPolicyToPermissionSet': (event) => {
    const arn = textAt(event.request, 'managedPolicyArn');
    return arn === undefined ? undefined : permissionSet(event, managedPolicy(arn), none);
  },
  'organizations:CreatePolicy': (event) => ({
    of: 'control-policy',
    name: textAt(event.request, 'name') ?? 'unknown',
    before: none,
    after: given(event, event.request['content']),
  }),
  'organizations:UpdatePolicy': (event) =>
    event.request['content'] === undefined && !event.requestOmitted
      ? undefined
      : controlPolicy(event, given(event, event.request['content'])),
  'organizations:DetachPolicy': (event) => controlPolicy(event, none),
  'organizations:DeletePolicy': (event) => controlPolicy(event, none),
  ...Object.fromEntries(policyWritingActions.map((action) => [action, resourcePolicy])),
};

/** What a call that went through did to a policy; undefined when it did nothing to one, or does not say to which. */
export const editOf = (event: IamEvent): PolicyEdit | undefined =>
  event.outcome === 'succeeded' && Object.hasOwn(editors, event.action)
    ? editors[event.action]?.(event)
    : undefined;
