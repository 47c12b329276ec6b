import { call, exampleAccount, user } from '../../../shared/events/example.ts';
import type { JsonObject } from '../../../shared/events/iam-event.ts';

/** The ARN of a user of the account. */
export const userArn = (name: string): string => `arn:aws:iam::${exampleAccount}:user/${name}`;

/** An event time, as CloudTrail writes it. Recent, because stored events expire some time after it. */
export const secondsAgo = (seconds: number): string =>
  new Date(Date.now() - seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');

/** Somebody takes the MFA device of a user away: an incident, severity high. */
export const mfaTakenFrom = (name: string, over: { readonly time?: string } = {}): JsonObject =>
  call('iam:DeactivateMFADevice', {
    by: user('mallory'),
    request: { userName: name, serialNumber: `arn:aws:iam::${exampleAccount}:mfa/${name}` },
    time: over.time ?? secondsAgo(5),
  });

const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess';

/** A user becomes administrator: a condition, until the policy is detached. */
export const madeAdministrator = (name: string, time: string): JsonObject =>
  call('iam:AttachUserPolicy', {
    by: user('mallory'),
    request: { userName: name, policyArn: administratorAccess },
    time,
  });

/** The undoing of the former. */
export const madeOrdinary = (name: string, time: string): JsonObject =>
  call('iam:DetachUserPolicy', {
    by: user('alice'),
    request: { userName: name, policyArn: administratorAccess },
    time,
  });
