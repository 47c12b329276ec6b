import { messageJson } from '../text/message-json.ts';
import type { Alert, AlertedFinding } from './alert.ts';

/** Bytes of an alert as it is published. */
const bytesOf = (alert: Alert): number => new TextEncoder().encode(messageJson(alert)).length;

const noData = (finding: AlertedFinding): AlertedFinding => ({ ...finding, data: {} });

const shortText = (value: string, max: number): string =>
  value.length <= max ? value : `${value.slice(0, max).toWellFormed()}… (${value.length} characters)`;

const shortened = (value: unknown, max: number): unknown => {
  if (typeof value === 'string') return shortText(value, max);
  if (Array.isArray(value)) {
    const kept = value.slice(0, 50).map((item) => shortened(item, max));
    return value.length <= 50 ? kept : [...kept, `… (${value.length} in all)`];
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortened(item, max)]));
};

const cutting = (alert: Alert, what: string, change: Partial<Alert>): Alert => ({
  ...alert,
  ...change,
  cut: [...(alert.cut ?? []), what],
});

/** From what readers miss least to what they miss most. */
const steps: readonly ((alert: Alert) => Alert)[] = [
  (alert) =>
    alert.others.length === 0
      ? alert
      : cutting(alert, `data of ${alert.others.length} other findings`, { others: alert.others.map(noData) }),
  (alert) =>
    alert.others.length <= 20
      ? alert
      : cutting(alert, `${alert.others.length - 20} other findings`, { others: alert.others.slice(0, 20) }),
  (alert) => cutting(alert, 'ends of long texts', shortened(alert, 1000) as Alert),
  (alert) =>
    cutting(alert, 'the other findings, and ends of texts', {
      ...(shortened(alert, 200) as Alert),
      others: [],
    }),
];

/**
 * The alert, cut so far as to stay within a number of bytes; `cut` then says what is missing, and the store has the whole.
 *
 * @param maxBytes of its JSON in UTF-8
 * @throws RangeError when even the barest form is larger
 */
export const fitAlert = (alert: Alert, maxBytes: number): Alert => {
  let fitted = alert;
  for (const step of steps) {
    if (bytesOf(fitted) <= maxBytes) return fitted;
    fitted = step(fitted);
  }
  if (bytesOf(fitted) <= maxBytes) return fitted;
  throw new RangeError(
    `alert ${shortText(alert.id, 100)}: ${bytesOf(fitted)} bytes after leaving out all that can be left out, the limit is ${maxBytes}`,
  );
};
