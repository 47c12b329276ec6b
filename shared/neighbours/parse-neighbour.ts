import * as z from 'zod/mini';
import { isObject, type JsonObject, textAt } from '../events/json.ts';
import { toIsoTime } from '../events/parse-event.ts';
import type { Severity } from '../rules/severity.ts';
import { detailTypes, neighbourDetailTypes } from './detail-types.ts';
import {
  type NeighbourFinding,
  type NeighbourProduct,
  UnreadableNeighbourError,
} from './neighbour-finding.ts';

/*
 * Shapes: "GuardDuty finding format" (GuardDuty User Guide), "EventBridge event formats for Security Hub CSPM" and "AWS Security Finding
 * Format" (Security Hub User Guide), "Monitoring IAM Access Analyzer with Amazon EventBridge" (IAM User Guide). What is used is asked for
 * strictly; AWS adds other fields as it likes.
 */

const text = z.string().check(z.minLength(1));
const account = z.string().check(z.regex(/^\d{12}$/, 'no account id'));
const time = z.pipe(
  z.string(),
  z.transform((value, context) => {
    const iso = toIsoTime(value);
    if (iso !== undefined) return iso;
    context.issues.push({ code: 'custom', message: 'no time', input: value });
    return z.NEVER;
  }),
);

const guardDuty = z.object({
  id: text,
  type: text,
  title: text,
  accountId: account,
  region: text,
  partition: text,
  severity: z.number().check(z.minimum(0), z.maximum(10)),
  updatedAt: time,
  resource: z.object({
    accessKeyDetails: z.object({ userName: text, userType: text }),
  }),
});

const external = z.object({
  id: text,
  accountId: account,
  region: text,
  resource: text,
  resourceType: text,
  status: text,
  updatedAt: time,
  isPublic: z.optional(z.boolean()),
  error: z.optional(z.unknown()),
});

const unused = z.object({
  findingId: text,
  findingType: text,
  accountId: account,
  resource: text,
  status: text,
  updatedAt: time,
});

const securityHub = z.object({
  Id: text,
  Title: text,
  AwsAccountId: account,
  Region: z.optional(text),
  UpdatedAt: time,
  Severity: z.object({ Label: z.enum(['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']) }),
  Compliance: z.object({ SecurityControlId: text, Status: text }),
  Resources: z.array(z.object({ Type: text, Id: text, Partition: z.optional(text) })).check(z.minLength(1)),
});

/** "Severity levels of GuardDuty findings", GuardDuty User Guide: low from 1.0, medium from 4.0, high from 7.0, critical from 9.0. */
const ofGuardDuty = (severity: number): Severity => {
  if (severity >= 9) return 'critical';
  if (severity >= 7) return 'high';
  return severity >= 4 ? 'medium' : 'low';
};

const ofLabel = {
  INFORMATIONAL: 'info',
  LOW: 'low',
  MEDIUM: 'medium',
  HIGH: 'high',
  CRITICAL: 'critical',
} as const satisfies Record<string, Severity>;

/** How GuardDuty names who it is about; a federated user or a service has no ARN in IAM, so the account stands for it. */
const principalArn = ({ accountId, partition, resource }: z.infer<typeof guardDuty>): string => {
  const { userName, userType } = resource.accessKeyDetails;
  const arn = (name: string) => `arn:${partition}:iam::${accountId}:${name}`;
  if (userType === 'IAMUser') return arn(`user/${userName}`);
  return userType === 'AssumedRole' || userType === 'Role' ? arn(`role/${userName}`) : arn('root');
};

type Found = NeighbourFinding | undefined;

const read = <T extends z.core.$ZodType>(shape: T, value: unknown): z.output<T> => {
  const result = z.safeParse(shape, value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.') || 'detail'}: ${message}`);
  throw new UnreadableNeighbourError(faults.join('; '), { cause: result.error });
};

const fromGuardDuty = (detail: unknown): Found => {
  const found = read(guardDuty, detail);
  const { id, type, title, accountId, region, updatedAt: at, severity } = found;
  const about = { id, type, title, accountId, region, at, resource: principalArn(found) };
  return { ...about, product: 'guardduty', severity: ofGuardDuty(severity), status: 'active' };
};

/** What is archived was accepted there by a person; that is no resolution, and nothing new. */
const statusOf = (status: string): NeighbourFinding['status'] | undefined =>
  status === 'ACTIVE' ? 'active' : status === 'RESOLVED' ? 'resolved' : undefined;

const fromExternal = (detail: unknown): Found => {
  const found = read(external, detail);
  const { id, accountId, region, resource, updatedAt: at, isPublic = false } = found;
  const status = statusOf(found.status);
  // An analysis that failed says nothing of access.
  if (status === undefined || found.error !== undefined || found.resourceType !== 'AWS::IAM::Role')
    return undefined;
  const severity = isPublic ? 'critical' : 'high';
  const title = isPublic ? 'Role open to everyone' : 'Role open to the outside';
  return {
    ...{ id, accountId, region, resource, at, severity, status, title },
    product: 'access-analyzer',
    type: 'ExternalAccess',
  };
};

const unusedTitles: Readonly<Record<string, string>> = {
  UnusedIAMRole: 'Role that is not used',
  UnusedIAMUserAccessKey: 'Access key that is not used',
  UnusedIAMUserPassword: 'Password that is not used',
  UnusedPermission: 'Permissions that are not used',
};

const fromUnused = (detail: unknown, region: string): Found => {
  const { findingId: id, findingType: type, accountId, resource, ...rest } = read(unused, detail);
  const status = statusOf(rest.status);
  if (status === undefined) return undefined;
  const severity = type === 'UnusedPermission' ? 'info' : 'medium';
  const about = { id, type, accountId, region, resource, at: rest.updatedAt, severity, status } as const;
  return { ...about, product: 'access-analyzer', title: unusedTitles[type] ?? type };
};

const arnOfResource = (
  { Id, Partition = 'aws' }: z.infer<typeof securityHub>['Resources'][number],
  accountId: string,
): string => (Id.startsWith('AWS::::Account:') ? `arn:${Partition}:iam::${accountId}:root` : Id);

const complianceStatus = {
  FAILED: 'active',
  PASSED: 'resolved',
} as const satisfies Record<string, NeighbourFinding['status']>;

const fromSecurityHub = (finding: unknown, region: string): Found => {
  const { Id: id, Title: title, AwsAccountId: accountId, ...rest } = read(securityHub, finding);
  const [resource] = rest.Resources;
  const status = complianceStatus[rest.Compliance.Status as keyof typeof complianceStatus];
  if (status === undefined || resource === undefined) return undefined;
  return {
    product: 'security-hub',
    ...{ id, title, accountId, status },
    type: rest.Compliance.SecurityControlId,
    region: rest.Region ?? region,
    resource: arnOfResource(resource, accountId),
    severity: ofLabel[rest.Severity.Label],
    at: rest.UpdatedAt,
  };
};

interface Kind {
  readonly product: NeighbourProduct;
  readonly source: string;
  parse(detail: JsonObject, region: string): readonly Found[];
}

/** By `detail-type`. */
const kinds: Readonly<Record<string, Kind>> = {
  [detailTypes.guardDuty]: {
    product: 'guardduty',
    source: 'aws.guardduty',
    parse: (detail) => [fromGuardDuty(detail)],
  },
  [detailTypes.external]: {
    product: 'access-analyzer',
    source: 'aws.access-analyzer',
    parse: (detail) => [fromExternal(detail)],
  },
  [detailTypes.unused]: {
    product: 'access-analyzer',
    source: 'aws.access-analyzer',
    parse: (detail, region) => [fromUnused(detail, region)],
  },
  [detailTypes.securityHub]: {
    product: 'security-hub',
    source: 'aws.securityhub',
    parse: ({ findings }, region) =>
      (Array.isArray(findings) ? findings : [findings]).map((one: unknown) => fromSecurityHub(one, region)),
  },
};

/** Told without parsing: nearly every message is a CloudTrail record. One that only says so in a text is told apart when it is parsed. */
const mayBeNeighbour = (body: string): boolean => neighbourDetailTypes.some((type) => body.includes(type));

const parsedObject = (body: string): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    // Whoever parses it as a CloudTrail record says what is wrong with it.
    return undefined;
  }
};

/**
 * The findings of other services in the body of a queue message, as EventBridge delivers them.
 *
 * @returns undefined when it is no such message; none when they say nothing of IAM, or only what nobody needs to know
 * @throws UnreadableNeighbourError when it is one, and what is needed of it is missing
 */
export const parseNeighbours = (body: string): readonly NeighbourFinding[] | undefined => {
  const message = mayBeNeighbour(body) ? parsedObject(body) : undefined;
  const kind = message && kinds[textAt(message, 'detail-type') ?? ''];
  if (!message || !kind || kind.source !== message['source']) return undefined;
  const detail = message['detail'];
  if (!isObject(detail)) throw new UnreadableNeighbourError(`${kind.product}: a message without detail`);
  try {
    return kind.parse(detail, textAt(message, 'region') ?? 'unknown').filter((one) => one !== undefined);
  } catch (error) {
    if (!(error instanceof UnreadableNeighbourError)) throw error;
    throw new UnreadableNeighbourError(`${kind.product}: ${error.message}`, { cause: error });
  }
};
