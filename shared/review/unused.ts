import type { Thresholds } from '../account/review-settings.ts';
import type { Severity } from '../rules/severity.ts';
import { isDaysOld } from './age.ts';

/** Medium for what is unused, high from `unusedHighDays` on. */
export const severityOfUnused = (at: number, since: string, thresholds: Thresholds): Severity =>
  isDaysOld(at, since, thresholds.unusedHighDays) ? 'high' : 'medium';
