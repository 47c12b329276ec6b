import { createHash } from 'node:crypto';
import type { Action, JsonObject } from './iam-event.ts';

/**
 * Builders of CloudTrail records as AWS writes them, for the examples inside rules and for tests. They build *records*, not
 * events, so that each example also goes through the parser and the event patterns.
 */

/** The account every example happens in. */
export const exampleAccount = '111122223333';
const issued = '2026-03-04T05:00:00Z';

/** The time `seconds` after the one that `call` gives a record. */
export const after = (seconds: number): string =>
  `${new Date(Date.parse('2026-03-04T05:06:07Z') + seconds * 1000).toISOString().slice(0, 19)}Z`;

/** As many records as asked for, ten seconds apart; the last is ten seconds older than what `call` gives. */
export const earlier = (
  count: number,
  record: (time: string, index: number) => JsonObject,
): readonly JsonObject[] =>
  Array.from({ length: count }, (_, index) => record(after((index - count) * 10), index));

/** A `userIdentity` of a record. */
export type Identity = JsonObject;

/** An IAM user; signs with a long-term key unless `over` says else. */
export const user = (name: string, over: JsonObject = {}): Identity => ({
  type: 'IAMUser',
  principalId: `AIDA${code(name)}`,
  arn: `arn:aws:iam::${exampleAccount}:user/${name}`,
  accountId: exampleAccount,
  accessKeyId: `AKIA${code(name)}`,
  userName: name,
  ...over,
});

/** An IAM user signed in to the console: temporary credentials, `mfaAuthenticated` as text. */
export const consoleUser = (name: string, mfa: boolean, over: JsonObject = {}): Identity =>
  user(name, {
    accessKeyId: `ASIA${code(name)}`,
    sessionContext: {
      sessionIssuer: {},
      webIdFederationData: {},
      attributes: { creationDate: issued, mfaAuthenticated: String(mfa) },
    },
    ...over,
  });

/** What CloudTrail tells of a sign-in that failed: no ARN. Without a name: the name that was given is no user's, and AWS hides it. */
export const unauthenticated = (name = 'HIDDEN_DUE_TO_SECURITY_REASONS'): Identity => ({
  type: 'IAMUser',
  ...(name.startsWith('HIDDEN') ? {} : { principalId: `AIDA${code(name)}` }),
  accountId: exampleAccount,
  accessKeyId: '',
  userName: name,
});

/** The root user of the account. */
export const root = (over: JsonObject = {}): Identity => ({
  type: 'Root',
  principalId: exampleAccount,
  arn: `arn:aws:iam::${exampleAccount}:root`,
  accountId: exampleAccount,
  accessKeyId: '',
  ...over,
});

/** A session of a role. `path` begins and ends with `/`, as in IAM. */
export const role = (name: string, session: string, over: JsonObject = {}, path = '/'): Identity => ({
  type: 'AssumedRole',
  principalId: `AROA${code(name)}:${session}`,
  arn: `arn:aws:sts::${exampleAccount}:assumed-role/${name}/${session}`,
  accountId: exampleAccount,
  accessKeyId: `ASIA${code(name + session)}`,
  sessionContext: {
    sessionIssuer: {
      type: 'Role',
      principalId: `AROA${code(name)}`,
      arn: `arn:aws:iam::${exampleAccount}:role${path}${name}`,
      accountId: exampleAccount,
      userName: name,
    },
    webIdFederationData: {},
    attributes: { creationDate: issued, mfaAuthenticated: 'false' },
  },
  ...over,
});

/** A person who came through IAM Identity Center. */
export const identityCenterUser = (person: string, permissionSet = 'AdministratorAccess'): Identity =>
  role(
    `AWSReservedSSO_${permissionSet}_0123456789abcdef`,
    person,
    {},
    '/aws-reserved/sso.amazonaws.com/eu-central-1/',
  );

/** The credentials of an EC2 instance. */
export const instance = (roleName: string, instanceId: string): Identity => {
  const session = role(roleName, instanceId);
  return {
    ...session,
    sessionContext: { ...(session['sessionContext'] as JsonObject), ec2RoleDelivery: '2.0' },
  };
};

/** An AWS service acting for itself: no ARN, no account. */
export const service = (invokedBy: string): Identity => ({ type: 'AWSService', invokedBy });

/** What of a call differs from a plain, successful, direct one. */
export interface CallOverrides {
  readonly by?: Identity;
  /** `requestParameters`; null when left out, as for calls without arguments. */
  readonly request?: JsonObject;
  /** `responseElements`; null when left out. */
  readonly response?: JsonObject;
  /** `additionalEventData`; the field is absent when left out. */
  readonly additional?: JsonObject;
  readonly error?: { readonly code?: string; readonly message?: string };
  readonly readOnly?: boolean;
  readonly sourceIp?: string;
  readonly userAgent?: string;
  readonly region?: string;
  /** ISO 8601 with second precision, as CloudTrail writes it. */
  readonly time?: string;
  /** Fields of the record itself, over everything else. */
  readonly record?: JsonObject;
}

/** An authorisation failure in IAM's words; pass it as `error`. */
export const denied = (action: Action, resource = '*') => ({
  code: 'AccessDenied',
  message: `User is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
});

/** One CloudTrail record of an API call, by the IAM user `bob` unless `by` says else. Same input, same `eventID`. */
export const call = (action: Action, over: CallOverrides = {}): JsonObject => {
  const [service = '', name = ''] = action.split(':');
  const record = {
    eventVersion: '1.10',
    userIdentity: over.by ?? user('bob'),
    eventTime: over.time ?? '2026-03-04T05:06:07Z',
    eventSource: `${service}.amazonaws.com`,
    eventName: name,
    awsRegion: over.region ?? 'us-east-1',
    sourceIPAddress: over.sourceIp ?? '203.0.113.7',
    userAgent: over.userAgent ?? 'aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux',
    ...(over.error?.code === undefined ? {} : { errorCode: over.error.code }),
    ...(over.error?.message === undefined ? {} : { errorMessage: over.error.message }),
    requestParameters: over.request ?? null,
    responseElements: over.response ?? null,
    ...(over.additional === undefined ? {} : { additionalEventData: over.additional }),
    readOnly: over.readOnly ?? false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: exampleAccount,
    eventCategory: 'Management',
    ...over.record,
  };
  return { ...record, eventID: textId(JSON.stringify(record)), ...over.record };
};

/** One console sign-in event. `result` is what `responseElements.<name>` says; `mfa` goes to `additionalEventData.MFAUsed`. */
export const signIn = (
  by: Identity,
  over: CallOverrides & {
    readonly name?: string;
    readonly result?: 'Success' | 'Failure';
    readonly mfa?: boolean;
  } = {},
): JsonObject => {
  const { name = 'ConsoleLogin', result = 'Success', mfa = false, ...rest } = over;
  return call(`signin:${name}`, {
    by,
    response: { [name]: result },
    additional: {
      LoginTo: 'https://console.aws.amazon.com/console/home',
      MobileVersion: 'No',
      MFAUsed: mfa ? 'Yes' : 'No',
    },
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0',
    // A failed sign-in has an errorMessage and no errorCode.
    ...(result === 'Failure' ? { error: { message: 'Failed authentication' } } : {}),
    ...rest,
    record: { eventType: 'AwsConsoleSignIn', ...rest.record },
  });
};

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const code = (text: string) => hash(text).slice(0, 16).toUpperCase();
const textId = (text: string) =>
  hash(text)
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
