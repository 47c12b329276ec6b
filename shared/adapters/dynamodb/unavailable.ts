import type { HistoryAnswer } from '../../history/window.ts';
import { WindowOverflowError } from './note-window.ts';

const denied = /Denied|NotAuthorized|UnrecognizedClient/;
const throttled = /Throttl|ProvisionedThroughputExceeded|RequestLimitExceeded/;
const timedOut = /^(AbortError|TimeoutError)$/;
/** Nothing that a later try would mend. */
const permanent = /ResourceNotFound|Validation|ItemCollectionSizeLimit/;

/**
 * What is said of a history that could not be read or written.
 *
 * @param error whatever was thrown
 */
export const unavailableBy = (error: unknown, tableName: string): HistoryAnswer => {
  if (!(error instanceof Error)) return { status: 'unavailable', cause: `history: ${String(error)}` };
  if (error instanceof WindowOverflowError) return { status: 'unavailable', cause: error.message };
  const { name, message } = error;
  if (denied.test(name))
    return {
      status: 'unavailable',
      cause: `history: access to the table ${tableName} was denied: compare the role of the function with docs/permissions.md (${message})`,
    };
  if (permanent.test(name))
    return {
      status: 'unavailable',
      cause: `history: the table ${tableName} cannot be used: ${name}: ${message}`,
    };
  const why = throttled.test(name)
    ? 'was throttled by AWS'
    : timedOut.test(name)
      ? 'gave no answer in time'
      : `failed: ${name}: ${message}`;
  return { status: 'unavailable', transient: true, cause: `history: the table ${tableName} ${why}` };
};
