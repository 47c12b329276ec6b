const hourLength = 60 * 60 * 1000;
const dayLength = 24 * hourLength;

/** Whether a time lies at least so many days before now: a fault of "unused for N days" begins in the very second of N days. */
export const isDaysOld = (at: number, iso: string, days: number): boolean =>
  at - Date.parse(iso) >= days * dayLength;

/** Whether a time lies more than so many days before now: what may be N days old may still be N days old. */
export const isOverDays = (at: number, iso: string, days: number): boolean =>
  at - Date.parse(iso) > days * dayLength;

/** Whether a time lies at least so many hours before now. */
export const isHoursOld = (at: number, iso: string, hours: number): boolean =>
  at - Date.parse(iso) >= hours * hourLength;

/** Whole days since a time, for people; 0 for what is less than a day old or in the future. */
export const daysSince = (at: number, iso: string): number =>
  Math.max(0, Math.floor((at - Date.parse(iso)) / dayLength));

/** Whole days until a time, for people. */
export const daysUntil = (at: number, iso: string): number =>
  Math.max(0, Math.floor((Date.parse(iso) - at) / dayLength));

/** The date of a time, for people: reports know no more than that of most uses. */
export const dateOf = (iso: string): string => iso.slice(0, 10);
