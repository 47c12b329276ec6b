import * as z from 'zod/mini';
import { isoTimeIn } from '../../../account/report-cell.ts';

const expected = 'expected a time such as "2026-03-04T05:06:07+00:00"';

/** Version 1 of the command line prints some times as seconds since 1970. */
const timeIn = (value: string | number): string | undefined => {
  if (typeof value === 'string') return isoTimeIn(value);
  const time = new Date(value * 1000);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
};

/** A time as the AWS command line prints it, as `Date.toISOString` does. */
export const cliTime = z.pipe(
  z.union([z.string(), z.number()], expected),
  z.transform((value, context) => {
    const time = timeIn(value);
    if (time !== undefined) return time;
    context.issues.push({ code: 'custom', message: expected, input: value });
    return z.NEVER;
  }),
);
