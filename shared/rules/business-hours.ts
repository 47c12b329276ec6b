import type { BusinessHours } from '../account/account-settings.ts';

// Making a formatter costs more than using it.
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, made);
  return made;
};

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** What the clock on the wall says: day of the week (1 is Monday) and `HH:MM`. */
export interface LocalTime {
  readonly day: number;
  readonly clock: string;
}

/** @param time ISO 8601 */
export const localTimeOf = (time: string, timeZone: string): LocalTime => {
  const parts = formatterFor(timeZone).formatToParts(new Date(time));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return { day: weekdays.indexOf(part('weekday')) + 1, clock: `${part('hour')}:${part('minute')}` };
};

/** Whether people are expected to work then: from the first minute to the one before the last. */
export const isBusinessTime = ({ day, clock }: LocalTime, { days, from, to }: BusinessHours): boolean =>
  days.includes(day) && clock >= from && clock < to;
