import { rankOf, type Severity, severities } from '../rules/severity.ts';
import type { Finding, Transition } from './finding.ts';

/** Plain comparison by code unit, as DynamoDB compares keys made of ASCII. */
export const compareText = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** Open findings are listed by this key, falling: worst first, then newest first; the id makes it unique. */
export const openKeyOf = ({
  severity,
  lastSeen,
  id,
}: Pick<Finding, 'severity' | 'lastSeen' | 'id'>): string => `${rankOf(severity)}#${lastSeen}#${id}`;

/** The lowest key that an open finding of this severity can have. */
export const lowestOpenKey = (severity: Severity): string => `${rankOf(severity)}#`;

/** Above every key of an open finding. */
export const beyondOpenKeys = `${severities.length}#`;

/** Pending alerts are listed by this key, rising: longest waiting first. */
export const pendingKeyOf = ({ recordedAt, id }: Pick<Finding, 'recordedAt' | 'id'>): string =>
  `${recordedAt}#${id}`;

const versionDigits = 10;

/** A version as text that sorts like the number. */
export const versionKeyOf = (version: number): string => String(version).padStart(versionDigits, '0');

/** Transitions of a month are listed by this key, rising: oldest first by event time. */
export const transitionKeyOf = ({ at, findingId, accountId, version }: Transition): string =>
  `${at}#${findingId}#${accountId}#${versionKeyOf(version)}`;

/** `YYYY-MM` in UTC of an ISO 8601 time. */
export const monthOf = (time: string): string => time.slice(0, 7);

/** The text given as `after` is not a `next` of an earlier page. */
export class PageTokenError extends Error {
  override readonly name = 'PageTokenError';

  constructor(token: string) {
    super(
      `page token ${JSON.stringify(token)} is not one that openFindings returned as next; start again without one`,
    );
  }
}

/** Hides a key in a page token, so that nobody builds one. */
export const toPageToken = (key: string): string => Buffer.from(key).toString('base64url');

/**
 * The key in a page token.
 *
 * @throws PageTokenError
 */
export const fromPageToken = (token: string): string => {
  const key = Buffer.from(token, 'base64url').toString();
  if (!/^[0-4]#[0-9TZ:.-]+#\S+$/.test(key)) throw new PageTokenError(token);
  return key;
};
