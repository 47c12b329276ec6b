import { accountOfCaller } from './caller.ts';
import type { AccessRequest } from './request.ts';
import { isSameAccount } from './request.ts';

/** All of these get the action in lower case. */
type Asked = (request: AccessRequest, action: string) => boolean;

/** "No permissions are required … even if an administrator denies it" ("GetCallerIdentity", STS API Reference). */
export const isCallerIdentity: Asked = (_, action) => action === 'sts:getcalleridentity';

/** "You cannot call AssumeRole by using AWS account root user credentials" ("AssumeRole", STS API Reference). */
export const isRootAssumingRole: Asked = ({ caller }, action) =>
  caller.kind === 'root' && action === 'sts:assumerole';

const readsOnly = /^iam:(get|list|generate|simulate)/;
const ownPolicy = /^arn:[^:]+:iam::aws:policy\//;
const reservedRole = /^arn:[^:]+:iam::\d{12}:role\/aws-reserved\//;
const linkedRole = /^arn:[^:]+:iam::\d{12}:role\/aws-service-role\//;
const ownAlias = /^arn:[^:]+:kms:[^:]*:\d{12}:alias\/aws\//;

// Of a service-linked role a customer may change the description, pass it, and delete it by the service's own call ("Using
// service-linked roles", IAM User Guide).
const linkedRoleChanges = new Set(
  [
    'AttachRolePolicy',
    'CreateRole',
    'DeleteRole',
    'DeleteRolePermissionsBoundary',
    'DeleteRolePolicy',
    'DetachRolePolicy',
    'PutRolePermissionsBoundary',
    'PutRolePolicy',
    'UpdateAssumeRolePolicy',
  ].map((name) => `iam:${name}`.toLowerCase()),
);
const aliasChanges = new Set(['kms:createalias', 'kms:updatealias', 'kms:deletealias']);

/** A change of what AWS manages in the customer's account, which no permission allows. */
export const isChangeOfAwsOwned: Asked = ({ resource }, action) => {
  if (aliasChanges.has(action)) return ownAlias.test(resource);
  if (!action.startsWith('iam:') || readsOnly.test(action)) return false;
  return (
    ownPolicy.test(resource) ||
    reservedRole.test(resource) ||
    (linkedRoleChanges.has(action) && linkedRole.test(resource))
  );
};

const trustActions = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setsourceidentity',
  'sts:tagsession',
]);

/**
 * Whether the resource's own policy must let the caller in, whatever its identity policies say, even in one account: role trust
 * policies and KMS key policies ("Policy evaluation logic", IAM User Guide).
 */
export const needsResourcePolicy: Asked = ({ resource }, action) =>
  (trustActions.has(action) && /^arn:[^:]+:iam::\d{12}:role\//.test(resource)) ||
  (action.startsWith('kms:') && /^arn:[^:]+:kms:[^:]*:\d{12}:key\//.test(resource));

const bucketPolicyActions = new Set(['s3:getbucketpolicy', 's3:putbucketpolicy', 's3:deletebucketpolicy']);

/** The root user of a bucket's owner gets at the bucket policy even if that denies it ("PutBucketPolicy", Amazon S3 API Reference). */
export const isBeyondResourceDeny: Asked = (request, action) =>
  request.caller.kind === 'root' &&
  bucketPolicyActions.has(action) &&
  accountOfCaller(request.caller) !== undefined &&
  isSameAccount(request);
