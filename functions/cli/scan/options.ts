import { type Severity, severities } from '../../../shared/rules/severity.ts';
import { UsageError } from '../errors.ts';

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/**
 * Reads `--since`: a length of time before now (`90m`, `12h`, `30d`, `2w`) or a date or time in ISO 8601 (UTC unless it says else).
 *
 * @returns ISO 8601, UTC
 * @throws UsageError when it is neither
 */
export const parseSince = (value: string, now: Date): string => {
  const [, amount, unit] = /^(\d+)([smhdw])$/.exec(value) ?? [];
  if (amount !== undefined && unit !== undefined) {
    return new Date(now.getTime() - Number(amount) * (units[unit] ?? 0) * 1000).toISOString();
  }
  const time = /^\d{4}-\d{2}-\d{2}/.test(value) ? new Date(value) : undefined;
  if (time && !Number.isNaN(time.getTime())) return time.toISOString();
  throw new UsageError(
    `--since ${value}: no time`,
    'Give a length of time such as 12h or 30d, or a date such as 2026-11-01.',
  );
};

/** @throws UsageError for a word that is no severity */
export const parseSeverity = (option: string, value: string): Severity => {
  const severity = severities.find((name) => name === value.toLowerCase());
  if (severity) return severity;
  throw new UsageError(`${option} ${value}: no severity`, `Use one of ${severities.join(', ')}.`);
};
