import { messageJson } from '../text/message-json.ts';
import type { Alert, AlertCut, AlertedFinding } from './alert.ts';

/** Bytes of an alert as it is published. */
const bytesOf = (alert: Alert): number => new TextEncoder().encode(messageJson(alert)).length;

const noData = (finding: AlertedFinding): AlertedFinding => ({ ...finding, data: {} });

const shortText = (value: string, max: number): string =>
  value.length <= max ? value : `${value.slice(0, max).toWellFormed()}…`;

const shortened = (value: unknown, max: number): unknown => {
  if (typeof value === 'string') return shortText(value, max);
  if (Array.isArray(value)) {
    const kept = value.slice(0, 50).map((item) => shortened(item, max));
    return value.length <= 50 ? kept : [...kept, '…'];
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortened(item, max)]));
};

const cutting = (alert: Alert, cut: AlertCut, change: Partial<Alert>): Alert => ({
  ...alert,
  ...change,
  cut: [...(alert.cut ?? []), cut],
});

const keptOthers = 20;

const withoutOthers = (alert: Alert, kept: number): Alert => {
  const count = alert.others.length - kept;
  return count <= 0
    ? alert
    : cutting(alert, { what: 'others', count }, { others: alert.others.slice(0, kept) });
};

const withoutEnds = (alert: Alert, max: number): Alert =>
  cutting(
    alert,
    { what: 'ends-of-texts', count: 1 + alert.others.length },
    { lead: shortened(alert.lead, max) as AlertedFinding, ...shortTexts(alert, max) },
  );

const shortTexts = ({ others, sentence, resource }: Alert, max: number): Partial<Alert> => ({
  others: others.map((other) => shortened(other, max) as AlertedFinding),
  sentence: shortText(sentence, max),
  resource: shortText(resource, max),
});

const withoutDataOfOthers = (alert: Alert): Alert => {
  const count = alert.others.length;
  return count === 0
    ? alert
    : cutting(alert, { what: 'data-of-others', count }, { others: alert.others.map(noData) });
};

/** From what readers miss least to what they miss most. */
const steps: readonly ((alert: Alert) => Alert)[] = [
  withoutDataOfOthers,
  (alert) => withoutOthers(alert, keptOthers),
  (alert) => withoutEnds(alert, 1000),
  (alert) => withoutOthers(alert, 0),
  (alert) => withoutEnds(alert, 200),
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
