import { formatMessage } from './format-message.ts';
import type { Labels } from './labels.ts';

const units = [
  { unit: 'day', size: 86_400 },
  { unit: 'hour', size: 3600 },
  { unit: 'minute', size: 60 },
  { unit: 'second', size: 1 },
] as const;

const inUnit = (n: number, unit: keyof Labels['unit'], labels: Labels): string =>
  formatMessage(labels.unit[unit], { n }, String);

/**
 * A length of time as people say it: `41 s`, `14 min`, `3 h 5 min`, `2 d 4 h`. A negative one (clocks differ) counts as zero.
 *
 * @param millis milliseconds
 */
export const formatDuration = (millis: number, labels: Labels): string => {
  const seconds = Math.max(0, Math.round(millis / 1000));
  const at = units.findIndex(({ size }) => seconds >= size);
  const first = units[at];
  if (!first) return inUnit(0, 'second', labels);
  const head = inUnit(Math.floor(seconds / first.size), first.unit, labels);
  const second = units[at + 1];
  const rest = second ? Math.floor((seconds % first.size) / second.size) : 0;
  // Seconds beside minutes say more than anyone asks.
  return second && rest > 0 && first.size >= 3600 ? `${head} ${inUnit(rest, second.unit, labels)}` : head;
};
