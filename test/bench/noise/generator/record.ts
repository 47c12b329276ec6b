import type { Random } from './random.ts';

/** A JSON object of a record. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a story says of one call; the rest is as usual. */
export interface Call {
  /** `service:EventName`. */
  readonly action: string;
  readonly by: Fields;
  readonly account: string;
  readonly region?: string;
  readonly ip: string;
  readonly agent: string;
  readonly request?: Fields | null;
  readonly response?: Fields | null;
  readonly more?: Fields;
  readonly error?: readonly [code: string, message?: string];
  readonly readOnly?: boolean;
  readonly eventType?: string;
  /** Fields of the record itself. */
  readonly record?: Fields;
}

/** One record with the time it is of, in milliseconds since 1970, and what it is in truth. */
export interface Labelled {
  readonly at: number;
  readonly label: 'ordinary' | 'attack';
  /** Which scenario it belongs to. */
  readonly story: string;
  readonly record: Fields & { readonly eventID: string };
}

const sources: Readonly<Record<string, string>> = {
  cloudwatch: 'monitoring.amazonaws.com',
  'identity-store': 'identitystore.amazonaws.com',
};

const reading =
  /^(Get|List|Describe|BatchGet|Lookup|Search|Scan|Query|Simulate|Assume|Decrypt|Head|Check|Filter|Select)/;

// IAM, Organizations, CloudFront and Route 53 are global: their events are of us-east-1.
const global = new Set(['iam', 'organizations', 'route53', 'cloudfront', 'account']);

const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

const tlsOf = (source: string, ip: string): Fields =>
  /^[\d.:a-f]+$/.test(ip)
    ? {
        tlsDetails: {
          tlsVersion: 'TLSv1.3',
          cipherSuite: 'TLS_AES_128_GCM_SHA256',
          clientProvidedHostHeader: source,
        },
      }
    : {};

/** The CloudTrail record of a call, of version 1.11 (AWS CloudTrail User Guide, "CloudTrail record contents"). */
export const recordOf = (at: number, call: Call, random: Random): Labelled['record'] => {
  const [service = '', eventName = ''] = call.action.split(':');
  const eventSource = sources[service] ?? `${service}.amazonaws.com`;
  return {
    eventVersion: '1.11',
    userIdentity: call.by,
    eventTime: iso(at),
    eventSource,
    eventName,
    awsRegion: global.has(service) ? 'us-east-1' : (call.region ?? 'eu-central-1'),
    sourceIPAddress: call.ip,
    userAgent: call.agent,
    ...(call.error ? { errorCode: call.error[0] } : {}),
    ...(call.error?.[1] === undefined ? {} : { errorMessage: call.error[1] }),
    requestParameters: call.request ?? null,
    responseElements: call.error ? null : (call.response ?? null),
    ...(call.more ? { additionalEventData: call.more } : {}),
    requestID: random.uuid(),
    eventID: random.uuid(),
    readOnly: call.readOnly ?? reading.test(eventName),
    eventType: call.eventType ?? 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: call.account,
    eventCategory: 'Management',
    ...tlsOf(eventSource, call.ip),
    ...call.record,
  };
};

/** Where stories put their calls. */
export type Emit = (at: number, call: Call) => void;

const words = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'medium' });

/** A date inside responses: `Jun 1, 2026, 7:04:05 AM`. */
export const inWords = (at: number): string => words.format(at);
