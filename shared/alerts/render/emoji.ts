import type { Severity } from '../../rules/severity.ts';
import type { Headline } from './card.ts';

const bySeverity: Readonly<Record<Severity, string>> = {
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  low: '🔵',
  info: '⚪',
};

/** A sign beside the severity's word, never instead of it. */
export const emojiOf = ({ severity, isResolved }: Pick<Headline, 'severity' | 'isResolved'>): string =>
  isResolved ? '✅' : bySeverity[severity];
