import { createHash } from 'node:crypto';
import { parseActor } from './actor.ts';
import type { Action, IamEvent, JsonObject, Outcome, Via } from './iam-event.ts';
import { booleanAt, isObject, objectAt, textAt } from './json.ts';

/** Why something that should be a CloudTrail record is not one; the message names the cause. */
export class UnparsableRecordError extends Error {
  override readonly name = 'UnparsableRecordError';
}

/** What the record was wrapped in, or who reads it, knows about its time. */
export interface ParseContext {
  /** Time of the wrapper (EventBridge `time`, LookupEvents `EventTime`, a log shipper's `@timestamp`). */
  readonly wrapperTime?: string | undefined;
  /** When the record was read, ISO 8601; the last resort for a record without any time. */
  readonly receivedAt: string;
}

// "Denied" has many names. AccessDenied* and *UnauthorizedOperation cover most services; the others are those of SNS
// (AuthorizationError), Cognito (NotAuthorizedException) and REST-style APIs (Forbidden*).
const denial =
  /^((Client\.|Server\.)?(AccessDenied|UnauthorizedOperation|UnauthorizedAccess|AuthorizationError|NotAuthorized|Forbidden|VpceAccessDenied))|UnauthorizedOperation$/;

/** API versions that Lambda and CloudFront append to event names: `20150331`, `20150331v2`, `2020_05_31`. */
const apiVersion = /(\d{8}(v\d+)?|\d{4}_\d{2}_\d{2})$/;

const readVerb =
  /^(Get|List|Describe|Head|Lookup|BatchGet|Search|Query|Scan|Check|Simulate|Preview|Validate|Test)/;

// People in the console call through these two; CloudFormation and Service Catalog carry the identity of who deployed.
const consoleServices = new Set(['signin.amazonaws.com', 'AWS Internal']);
const iacServices = /^(cloudformation|servicecatalog(-appregistry)?)\.amazonaws\.com(\.cn)?$/;
const awsService = /\.amazonaws\.com(\.cn)?$/;

const viaOf = (
  actor: { type: string; invokedBy?: string },
  sourceIp: string | undefined,
  withConsoleSession: boolean,
): Via => {
  if (actor.type === 'AWSService') return 'service';
  const callers = [actor.invokedBy, sourceIp].filter((caller) => caller !== undefined);
  if (callers.some((caller) => iacServices.test(caller))) return 'infrastructure-as-code';
  if (callers.some((caller) => consoleServices.has(caller))) return 'console';
  if (callers.some((caller) => awsService.test(caller))) return 'service';
  return withConsoleSession ? 'console' : 'direct';
};

/** Sign-in events say how it went in a field named like the event: `{ConsoleLogin: "Failure"}`, `{CheckMfa: "Success"}`. */
const signInResult = (name: string, response: JsonObject, serviceDetails: JsonObject): string | undefined =>
  textAt(response, name) ?? textAt(serviceDetails, name);

const outcomeOf = (
  record: JsonObject,
  event: { name: string; source: string; response: JsonObject; serviceDetails: JsonObject },
): Outcome => {
  const code = textAt(record, 'errorCode');
  if (code) return denial.test(code) ? 'denied' : 'failed';
  // A failed ConsoleLogin has an errorMessage and no errorCode.
  if (textAt(record, 'errorMessage')) return 'failed';
  if (!event.source.startsWith('signin.')) return 'succeeded';
  const result = signInResult(event.name, event.response, event.serviceDetails);
  return result === undefined || result === 'Success' ? 'succeeded' : 'failed';
};

/** The action of an event source and event name as logged. */
export const actionOf = (source: string, name: string): Action => {
  const dot = source.indexOf('.');
  return `${dot < 0 ? source : source.slice(0, dot)}:${name.replace(apiVersion, '')}`;
};

const arnPartition = /^arn:([^:]+):/;

const partitionOf = (record: JsonObject, region: string): string => {
  const arn = textAt(objectAt(record, 'userIdentity'), 'arn');
  const named = arn ? arnPartition.exec(arn)?.[1] : undefined;
  if (named) return named;
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
};

// As CloudTrail writes every time: reading and writing it anew would cost more than the rest of the parsing. Day 29 and later may not exist in the month.
const wholeSecond = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** ISO 8601 in UTC, or undefined for what is no time. Accepts ISO text and epoch seconds, as LookupEvents has both. */
export const toIsoTime = (value: unknown): string | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  if (typeof value === 'string' && wholeSecond.test(value)) return `${value.slice(0, 19)}.000Z`;
  const time = new Date(typeof value === 'number' ? value * 1000 : Date.parse(value));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
};

const timeOf = (record: JsonObject, context: ParseContext): Pick<IamEvent, 'time' | 'timeFrom'> => {
  const own = toIsoTime(record['eventTime']);
  if (own) return { time: own, timeFrom: 'record' };
  const wrapper = toIsoTime(record['@timestamp']) ?? toIsoTime(context.wrapperTime);
  return wrapper ? { time: wrapper, timeFrom: 'wrapper' } : { time: context.receivedAt, timeFrom: 'arrival' };
};

const idOf = (record: JsonObject): string =>
  textAt(record, 'eventID') ?? `sha256-${createHash('sha256').update(JSON.stringify(record)).digest('hex')}`;

const required = (record: JsonObject, field: string): string => {
  const value = textAt(record, field);
  if (value) return value;
  throw new UnparsableRecordError(`"${field}" is missing or no text: not a CloudTrail record`);
};

type OptionalTexts = Pick<
  IamEvent,
  'sharedId' | 'errorCode' | 'errorMessage' | 'sourceIp' | 'userAgent' | 'vpcEndpointId'
>;

const textFields: readonly (readonly [keyof OptionalTexts, string])[] = [
  ['sharedId', 'sharedEventID'],
  ['errorCode', 'errorCode'],
  ['errorMessage', 'errorMessage'],
  ['sourceIp', 'sourceIPAddress'],
  ['userAgent', 'userAgent'],
  ['vpcEndpointId', 'vpcEndpointId'],
];

const optionalTexts = (record: JsonObject): OptionalTexts => {
  const found: { -readonly [K in keyof OptionalTexts]: OptionalTexts[K] } = {};
  for (const [field, key] of textFields) {
    const value = textAt(record, key);
    if (value !== undefined) found[field] = value;
  }
  return found;
};

/**
 * Reads one CloudTrail record. Lenient: only `eventName` and `eventSource` must be there, every other field may be absent,
 * null or of another shape than documented.
 *
 * @throws UnparsableRecordError when the value is no object or has no event name or source
 */
export const parseRecord = (value: unknown, context: ParseContext): IamEvent => {
  if (!isObject(value))
    throw new UnparsableRecordError(`expected a CloudTrail record, found ${kindOf(value)}`);
  const name = required(value, 'eventName');
  const source = required(value, 'eventSource');
  const identity = objectAt(value, 'userIdentity');
  const additional = objectAt(value, 'additionalEventData');
  const actor = parseActor(identity, additional);
  const texts = optionalTexts(value);
  const request = objectAt(value, 'requestParameters');
  const response = objectAt(value, 'responseElements');
  const serviceDetails = objectAt(value, 'serviceEventDetails');
  const region = textAt(value, 'awsRegion') ?? 'unknown';
  return {
    id: idOf(value),
    ...timeOf(value, context),
    source,
    name,
    action: actionOf(source, name),
    type: textAt(value, 'eventType') ?? 'Unknown',
    category: textAt(value, 'eventCategory') ?? 'Management',
    outcome: outcomeOf(value, { name, source, response, serviceDetails }),
    readOnly: booleanAt(value, 'readOnly') ?? readVerb.test(name),
    accountId: textAt(value, 'recipientAccountId') ?? textAt(identity, 'accountId') ?? 'unknown',
    region,
    partition: partitionOf(value, region),
    actor,
    via: viaOf(actor, texts.sourceIp, booleanAt(value, 'sessionCredentialFromConsole') === true),
    ...texts,
    request,
    requestOmitted: booleanAt(request, 'omitted') === true,
    response,
    additional,
    serviceDetails,
    record: value,
  };
};

const kindOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : value === undefined
        ? 'nothing'
        : `a ${typeof value}`;
