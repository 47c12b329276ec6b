import type { ReportDate, ReportFlag } from './snapshot-credentials.ts';

// Sentinels and their case: "Getting credential reports for your AWS account", IAM User Guide. The guide writes TRUE, the wire true.
const words = {
  'n/a': 'not-applicable',
  no_information: 'no-information',
  not_supported: 'not-supported',
  '': 'empty',
} as const;

const sentinelIn = (cell: string) => {
  const word = cell.toLowerCase();
  return Object.hasOwn(words, word) ? words[word as keyof typeof words] : undefined;
};

const isoDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/i;

/** A time in ISO 8601 with its offset, in the form of `Date.toISOString`; undefined for anything else. */
export const isoTimeIn = (text: string): string | undefined => {
  const time = isoDate.test(text) ? new Date(text) : undefined;
  return time === undefined || Number.isNaN(time.getTime()) ? undefined : time.toISOString();
};

/** A date cell. Total: what is no date and no known word is `unreadable`. */
export const reportDate = (cell: string | undefined): ReportDate => {
  if (cell === undefined) return { says: 'no-column' };
  const text = cell.trim();
  const says = sentinelIn(text);
  if (says !== undefined) return { says };
  const at = isoTimeIn(text);
  return at === undefined ? { says: 'unreadable' } : { at };
};

/** A truth cell. `N/A` is "no": there is no such credential. */
export const reportFlag = (cell: string | undefined): ReportFlag => {
  const text = cell?.trim().toLowerCase();
  if (text === 'true') return true;
  if (text === 'false' || text === 'n/a') return false;
  return text === 'not_supported' ? 'not-supported' : 'unknown';
};
