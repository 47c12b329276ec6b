import type { Action, IamEvent } from '../events/iam-event.ts';
import { type JsonObject, objectAt, textAt } from '../events/json.ts';
import { accountArn } from '../events/target.ts';
import { kmsKeyOf } from './kms-key.ts';
import { arnOfName, refusedArnOf, regionalArn } from './resource-arn.ts';

/** How a call writes the policy of a resource: where the document is, and which resource it is about. */
interface PolicyWriter {
  /** The document as logged; undefined when the call writes none (SetQueueAttributes sets many things). */
  readonly document: (request: JsonObject) => unknown;
  readonly resource: (event: IamEvent) => string | undefined;
}

const at =
  (...path: readonly [string, ...string[]]): PolicyWriter['document'] =>
  (request) => {
    const [field, ...parents] = path.toReversed() as [string, ...string[]];
    return parents.reduceRight(objectAt, request)[field] ?? undefined;
  };

/** An ARN or a name in a field of the request, as the ARN of a resource of the region. */
const named =
  (field: string, service: string, prefix: string): PolicyWriter['resource'] =>
  (event) => {
    const given = textAt(event.request, field);
    return given === undefined
      ? undefined
      : arnOfName(given, (name) => regionalArn(event, service, `${prefix}${name}`));
  };

const bucket: PolicyWriter['resource'] = (event) => {
  const name = textAt(event.request, 'bucketName');
  return name === undefined ? undefined : `arn:${event.partition}:s3:::${name}`;
};

/** `https://sqs.us-east-1.amazonaws.com/111122223333/orders` → the ARN of the queue. */
const queue: PolicyWriter['resource'] = (event) => {
  const url = textAt(event.request, 'queueUrl') ?? textAt(event.response, 'queueUrl');
  const name = url?.slice(url.lastIndexOf('/') + 1) ?? textAt(event.request, 'queueName');
  return name === undefined ? undefined : regionalArn(event, 'sqs', name);
};

const topic: PolicyWriter['resource'] = (event) =>
  textAt(event.request, 'topicArn') ?? textAt(event.response, 'topicArn') ?? named('name', 'sns', '')(event);

const eventBus: PolicyWriter['resource'] = (event) =>
  named('eventBusName', 'events', 'event-bus/')(event) ?? regionalArn(event, 'events', 'event-bus/default');

const domain = named('domainName', 'es', 'domain/');

const setTopicPolicy = (request: JsonObject): unknown =>
  textAt(request, 'attributeName') === 'Policy' ? request['attributeValue'] : undefined;

/** PutPermission takes a policy, or writes one of a principal: `*` is everybody, unless the condition names an organisation. */
const busPolicy = (request: JsonObject): unknown => {
  if (request['policy'] !== undefined && request['policy'] !== null) return request['policy'];
  const principal = textAt(request, 'principal');
  if (principal === undefined) return undefined;
  const { type, key, value } = objectAt(request, 'condition');
  const Condition = typeof type === 'string' && typeof key === 'string' ? { [type]: { [key]: value } } : {};
  return {
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'events:PutEvents', Condition }],
  };
};

/**
 * Calls that write the policy of a resource. Names of the parameters: the service models of botocore 1.44.8, with the small first letter that CloudTrail
 * writes; of S3 and of the topic's and the queue's attributes, records that were published.
 */
const writers = {
  'backup:PutBackupVaultAccessPolicy': {
    document: at('policy'),
    resource: named('backupVaultName', 'backup', 'backup-vault:'),
  },
  'dynamodb:PutResourcePolicy': { document: at('policy'), resource: named('resourceArn', 'dynamodb', '') },
  'ecr:SetRepositoryPolicy': {
    document: at('policyText'),
    resource: named('repositoryName', 'ecr', 'repository/'),
  },
  'elasticfilesystem:PutFileSystemPolicy': {
    document: at('policy'),
    resource: named('fileSystemId', 'elasticfilesystem', 'file-system/'),
  },
  'es:CreateDomain': { document: at('accessPolicies'), resource: domain },
  'es:CreateElasticsearchDomain': { document: at('accessPolicies'), resource: domain },
  'es:UpdateDomainConfig': { document: at('accessPolicies'), resource: domain },
  'es:UpdateElasticsearchDomainConfig': { document: at('accessPolicies'), resource: domain },
  'events:PutPermission': { document: busPolicy, resource: eventBus },
  // Of EventBridge v2, which takes the ARN of the bus.
  'events:PutResourcePolicy': {
    document: at('policyDocument'),
    resource: named('resourceArn', 'events', 'event-bus/'),
  },
  'glacier:SetVaultAccessPolicy': {
    document: at('policy', 'policy'),
    resource: named('vaultName', 'glacier', 'vaults/'),
  },
  'glue:PutResourcePolicy': {
    document: at('policyInJson'),
    resource: (event) => regionalArn(event, 'glue', 'catalog'),
  },
  'kinesis:PutResourcePolicy': { document: at('policy'), resource: named('resourceARN', 'kinesis', '') },
  'kms:CreateKey': {
    document: at('policy'),
    resource: (event) => textAt(objectAt(event.response, 'keyMetadata'), 'arn'),
  },
  'kms:PutKeyPolicy': { document: at('policy'), resource: kmsKeyOf },
  's3:PutBucketPolicy': { document: at('bucketPolicy'), resource: bucket },
  'secretsmanager:PutResourcePolicy': {
    document: at('resourcePolicy'),
    resource: named('secretId', 'secretsmanager', 'secret:'),
  },
  'sns:CreateTopic': { document: at('attributes', 'Policy'), resource: topic },
  'sns:SetTopicAttributes': { document: setTopicPolicy, resource: topic },
  'sqs:CreateQueue': { document: at('attributes', 'Policy'), resource: queue },
  'sqs:SetQueueAttributes': { document: at('attributes', 'Policy'), resource: queue },
} as const satisfies Readonly<Record<Action, PolicyWriter>>;

/** Calls that write the policy of a resource; trust policies and permissions of functions, which are written otherwise, are not among them. */
export const policyWritingActions = Object.keys(writers) as readonly (keyof typeof writers)[];

/** Calls that take a resource's policy away, or the resource. */
const removers = {
  'backup:DeleteBackupVaultAccessPolicy': named('backupVaultName', 'backup', 'backup-vault:'),
  'dynamodb:DeleteResourcePolicy': named('resourceArn', 'dynamodb', ''),
  'ecr:DeleteRepositoryPolicy': named('repositoryName', 'ecr', 'repository/'),
  'elasticfilesystem:DeleteFileSystemPolicy': named('fileSystemId', 'elasticfilesystem', 'file-system/'),
  'es:DeleteDomain': domain,
  'es:DeleteElasticsearchDomain': domain,
  'events:DeleteResourcePolicy': named('resourceArn', 'events', 'event-bus/'),
  'events:RemovePermission': eventBus,
  'glacier:DeleteVaultAccessPolicy': named('vaultName', 'glacier', 'vaults/'),
  'glue:DeleteResourcePolicy': (event: IamEvent) => regionalArn(event, 'glue', 'catalog'),
  'kinesis:DeleteResourcePolicy': named('resourceARN', 'kinesis', ''),
  's3:DeleteBucket': bucket,
  's3:DeleteBucketPolicy': bucket,
  'secretsmanager:DeleteResourcePolicy': named('secretId', 'secretsmanager', 'secret:'),
  'sns:DeleteTopic': topic,
  'sqs:DeleteQueue': queue,
} as const satisfies Readonly<Record<Action, PolicyWriter['resource']>>;

export const policyRemovingActions = Object.keys(removers) as readonly (keyof typeof removers)[];

/** A resource whose policy a call writes or takes away. */
export interface PolicyOfResource {
  /** ARN; the account's when the call names no resource. */
  readonly resource: string;
  /** The statement, where a call is about one of them only: that of an event bus. */
  readonly aspect?: string;
}

export interface WrittenResourcePolicy extends PolicyOfResource {
  /** As logged, to be read with `readPolicy`. */
  readonly document: unknown;
}

const isWriter = (action: string): action is keyof typeof writers => Object.hasOwn(writers, action);
const isRemover = (action: string): action is keyof typeof removers => Object.hasOwn(removers, action);

/** The policy that a call of `policyWritingActions` writes; undefined when it writes none, or none is logged. */
export const writtenResourcePolicyOf = (event: IamEvent): WrittenResourcePolicy | undefined => {
  if (!isWriter(event.action)) return undefined;
  const { document, resource } = writers[event.action];
  const written = document(event.request);
  if (written === undefined) return undefined;
  return { ...policyOf(event, resource(event)), document: written };
};

/** The resource that a call of `policyRemovingActions` leaves without its policy. */
export const removedResourcePolicyOf = (event: IamEvent): PolicyOfResource | undefined =>
  isRemover(event.action) ? policyOf(event, removers[event.action](event)) : undefined;

const policyOf = (event: IamEvent, resource: string | undefined): PolicyOfResource => {
  const aspect = textAt(event.request, 'statementId');
  return {
    resource: resource ?? refusedArnOf(event) ?? accountArn(event),
    ...(aspect === undefined ? {} : { aspect }),
  };
};
