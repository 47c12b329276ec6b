/** The clock hour of a time, in UTC: `2026-03-04T05`. Text that sorts like the time. */
export type Hour = string;

const hourMillis = 3_600_000;

/** The hour that a time, ISO 8601 in UTC, falls into. */
export const hourOf = (time: string): Hour => time.slice(0, 13);

/** When an hour begins, epoch milliseconds. */
export const startOf = (hour: Hour): number => Date.parse(`${hour}:00:00.000Z`);

/** When it is over, epoch milliseconds; the first moment that no longer belongs to it. */
export const endOf = (hour: Hour): number => startOf(hour) + hourMillis;

/** The hour some hours later, or earlier when negative. */
export const hoursAfter = (hour: Hour, hours: number): Hour =>
  hourOf(new Date(startOf(hour) + hours * hourMillis).toISOString());

/**
 * The hours that are to be compared now, oldest first.
 *
 * @param next the first hour that has not been compared
 * @param now epoch milliseconds
 * @param settled milliseconds that must have passed since the end of an hour: events come late
 */
export const hoursDue = (next: Hour, now: number, settled: number): readonly Hour[] => {
  const due: Hour[] = [];
  for (let hour = next; endOf(hour) + settled <= now; hour = hoursAfter(hour, 1)) due.push(hour);
  return due;
};
