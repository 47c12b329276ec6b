import * as z from 'zod/mini';
import type {
  AttachedPolicy,
  AuthorizationDetails,
  GroupDetail,
  InlinePolicy,
  ManagedPolicy,
  RoleDetail,
  Tag,
  UserDetail,
} from '../../../account/snapshot-identities.ts';
import { cliTime } from './cli-time.ts';
import { shaped } from './shape.ts';

const text = z.string('expected text');
const inlinePolicies = z._default(z.array(z.object({ PolicyName: text, PolicyDocument: z.unknown() })), []);
const attachedPolicies = z._default(z.array(z.object({ PolicyName: text, PolicyArn: text })), []);
const boundary = z.exactOptional(z.object({ PermissionsBoundaryArn: z.exactOptional(text) }));
const tags = z._default(z.array(z.object({ Key: text, Value: text })), []);

const user = z.object({
  UserName: text,
  Path: z._default(text, '/'),
  Arn: text,
  UserId: text,
  CreateDate: cliTime,
  UserPolicyList: inlinePolicies,
  AttachedManagedPolicies: attachedPolicies,
  GroupList: z._default(z.array(text), []),
  PermissionsBoundary: boundary,
  Tags: tags,
});

const group = z.object({
  GroupName: text,
  Path: z._default(text, '/'),
  Arn: text,
  GroupId: text,
  CreateDate: cliTime,
  GroupPolicyList: inlinePolicies,
  AttachedManagedPolicies: attachedPolicies,
});

const role = z.object({
  RoleName: text,
  Path: z._default(text, '/'),
  Arn: text,
  RoleId: text,
  CreateDate: cliTime,
  AssumeRolePolicyDocument: z.unknown(),
  RolePolicyList: inlinePolicies,
  AttachedManagedPolicies: attachedPolicies,
  PermissionsBoundary: boundary,
  Tags: tags,
  RoleLastUsed: z.exactOptional(z.nullable(z.object({ LastUsedDate: z.exactOptional(z.nullable(cliTime)) }))),
  InstanceProfileList: z._default(z.array(z.object({ Arn: text })), []),
});

const policy = z.object({
  PolicyName: text,
  Path: z._default(text, '/'),
  Arn: text,
  PolicyId: text,
  CreateDate: cliTime,
  UpdateDate: cliTime,
  AttachmentCount: z._default(z.number(), 0),
  PermissionsBoundaryUsageCount: z._default(z.number(), 0),
  PolicyVersionList: z._default(
    z.array(
      z.object({
        VersionId: text,
        IsDefaultVersion: z.boolean('expected true or false'),
        CreateDate: cliTime,
        Document: z.unknown(),
      }),
    ),
    [],
  ),
});

const details = z.object({
  UserDetailList: z.array(user),
  GroupDetailList: z.array(group),
  RoleDetailList: z.array(role),
  Policies: z.array(policy),
});

const inlineOf = (list: z.infer<typeof inlinePolicies>): readonly InlinePolicy[] =>
  list.map(({ PolicyName, PolicyDocument }) => ({ name: PolicyName, document: PolicyDocument }));

const attachedOf = (list: z.infer<typeof attachedPolicies>): readonly AttachedPolicy[] =>
  list.map(({ PolicyName, PolicyArn }) => ({ name: PolicyName, arn: PolicyArn }));

const tagsOf = (list: z.infer<typeof tags>): readonly Tag[] =>
  list.map(({ Key, Value }) => ({ key: Key, value: Value }));

const boundaryOf = (found: z.infer<typeof boundary> | undefined): { readonly boundaryArn?: string } =>
  found?.PermissionsBoundaryArn === undefined ? {} : { boundaryArn: found.PermissionsBoundaryArn };

const userOf = (found: z.infer<typeof user>): UserDetail => ({
  name: found.UserName,
  path: found.Path,
  arn: found.Arn,
  id: found.UserId,
  createdAt: found.CreateDate,
  inlinePolicies: inlineOf(found.UserPolicyList),
  attachedPolicies: attachedOf(found.AttachedManagedPolicies),
  groups: found.GroupList,
  ...boundaryOf(found.PermissionsBoundary),
  tags: tagsOf(found.Tags),
});

const groupOf = (found: z.infer<typeof group>): GroupDetail => ({
  name: found.GroupName,
  path: found.Path,
  arn: found.Arn,
  id: found.GroupId,
  createdAt: found.CreateDate,
  inlinePolicies: inlineOf(found.GroupPolicyList),
  attachedPolicies: attachedOf(found.AttachedManagedPolicies),
});

const roleOf = (found: z.infer<typeof role>): RoleDetail => {
  const lastUsedAt = found.RoleLastUsed?.LastUsedDate;
  return {
    name: found.RoleName,
    path: found.Path,
    arn: found.Arn,
    id: found.RoleId,
    createdAt: found.CreateDate,
    trustPolicy: found.AssumeRolePolicyDocument,
    inlinePolicies: inlineOf(found.RolePolicyList),
    attachedPolicies: attachedOf(found.AttachedManagedPolicies),
    ...boundaryOf(found.PermissionsBoundary),
    tags: tagsOf(found.Tags),
    ...(lastUsedAt === undefined || lastUsedAt === null ? {} : { lastUsedAt }),
    instanceProfileArns: found.InstanceProfileList.map(({ Arn }) => Arn),
  };
};

const policyOf = (found: z.infer<typeof policy>): ManagedPolicy => ({
  name: found.PolicyName,
  path: found.Path,
  arn: found.Arn,
  id: found.PolicyId,
  isAwsManaged: /^arn:[\w-]+:iam::aws:/.test(found.Arn),
  createdAt: found.CreateDate,
  updatedAt: found.UpdateDate,
  attachmentCount: found.AttachmentCount,
  boundaryUsageCount: found.PermissionsBoundaryUsageCount,
  versions: found.PolicyVersionList.map(({ VersionId, IsDefaultVersion, CreateDate, Document }) => ({
    id: VersionId,
    isDefault: IsDefaultVersion,
    createdAt: CreateDate,
    document: Document,
  })),
});

/** `aws iam get-account-authorization-details`. Documents stay as they are: objects, or text where they were not decoded. */
export const readAuthorization = (json: unknown): AuthorizationDetails => {
  const found = shaped(details, json);
  return {
    users: found.UserDetailList.map(userOf),
    groups: found.GroupDetailList.map(groupOf),
    roles: found.RoleDetailList.map(roleOf),
    policies: found.Policies.map(policyOf),
  };
};
