import type { Severity } from '../rules/severity.ts';
import type { Finding } from './finding.ts';

/**
 * Days within which a finding should be put right. Critical: CISA BOD 19-02 (15 days); high 30, medium 90, low 180: FedRAMP Continuous
 * Monitoring Strategy Guide. What is only for information is never due.
 */
export const fixWithinDays: Readonly<Partial<Record<Severity, number>>> = {
  critical: 15,
  high: 30,
  medium: 90,
  low: 180,
};

const day = 24 * 60 * 60 * 1000;

/** Since when a finding is open, ISO 8601: of one that came back, since it came back, or since it was last put right where that is not known. */
export const openSince = ({
  firstSeen,
  undone,
  news,
}: Pick<Finding, 'firstSeen' | 'undone' | 'news'>): string => {
  if (undone === undefined) return firstSeen;
  return news.type === 'reopened' ? news.at : undone.event.time;
};

/** Until when an open finding should be put right, ISO 8601; undefined for one that is never due. */
export const dueAt = (
  finding: Pick<Finding, 'severity' | 'firstSeen' | 'undone' | 'news'>,
): string | undefined => {
  const days = fixWithinDays[finding.severity];
  return days === undefined ? undefined : new Date(Date.parse(openSince(finding)) + days * day).toISOString();
};

/** @param at epoch milliseconds */
export const isOverdue = (finding: Finding, at: number): boolean => {
  const due = dueAt(finding);
  return finding.status === 'open' && due !== undefined && Date.parse(due) < at;
};
