/** Severities in rising order; the words of AWS Security Hub and OCSF, `info` for its INFORMATIONAL. */
export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const;

export type Severity = (typeof severities)[number];

/** 0 for `info` to 4 for `critical`. */
export const rankOf = (severity: Severity): number => severities.indexOf(severity);

/** One level down; `info` stays. */
export const lowered = (severity: Severity): Severity =>
  severities[Math.max(0, rankOf(severity) - 1)] ?? 'info';

/** Whether `severity` is `threshold` or worse. */
export const isAtLeast = (severity: Severity, threshold: Severity): boolean =>
  rankOf(severity) >= rankOf(threshold);

/** The worse of two. */
export const worseOf = (a: Severity, b: Severity): Severity => (rankOf(a) >= rankOf(b) ? a : b);
