import { type ConditionOperator, defineOperator } from './operator.ts';

// W3C "Date and Time Formats", the profile of ISO 8601 that IAM names: from a year down to fractions of a second. A time without a
// zone, which the profile does not allow, is read as UTC.
const isoDate = /^(\d{4})(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;
const hasZone = /(Z|[+-]\d{2}:\d{2})$/;

/** Five digits or more: a year has four. */
const epochSeconds = /^-?(\d{5,}|0)(\.\d+)?$/;

/** Milliseconds since 1970 UTC. IAM takes ISO 8601 or Unix time, which counts seconds ("Date condition operators", IAM User Guide). */
const readDate = (text: string): number | undefined => {
  if (epochSeconds.test(text)) return Number(text) * 1000;
  if (!isoDate.test(text)) return undefined;
  const needsZone = text.includes('T') && !hasZone.test(text);
  const time = Date.parse(needsZone ? `${text}Z` : text);
  return Number.isNaN(time) ? undefined : time;
};

/** The date operator of a comparison: `agrees(policy's value, request's value)`. */
export const dateOperator = (
  name: string,
  agrees: (expected: number, actual: number) => boolean,
): ConditionOperator<number, number> =>
  defineOperator<number, number>({
    name,
    family: 'date',
    negated: false,
    takesVariables: false,
    takesWildcards: false,
    readExpected: ({ text }) => readDate(text),
    readActual: readDate,
    agrees,
  });
