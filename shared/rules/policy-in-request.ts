import type { IamEvent } from '../events/iam-event.ts';
import type { Policy, UnreadableCause } from '../policy/policy.ts';
import { readPolicy } from '../policy/read-policy.ts';

/**
 * A policy document that a call carries.
 *
 * - `read`: the document.
 * - `refused`: AWS refused the call, and CloudTrail logged no parameters.
 * - `unreadable`: AWS took the document and we cannot tell what it says: a rule must say so.
 */
export type DocumentInRequest =
  | { readonly status: 'read'; readonly policy: Policy }
  | { readonly status: 'refused' }
  | { readonly status: 'unreadable'; readonly cause: UnreadableCause | 'too-large-to-log' };

/** Reads the document in a field of the request. */
export const documentIn = (event: IamEvent, field: string): DocumentInRequest => {
  if (event.requestOmitted) return { status: 'unreadable', cause: 'too-large-to-log' };
  const document = event.request[field];
  if (event.outcome === 'denied' && (document === undefined || document === null))
    return { status: 'refused' };
  return readPolicy(document);
};
