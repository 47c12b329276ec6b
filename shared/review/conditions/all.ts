import { auditConditions } from './audit-trail.ts';
import type { ReviewedCondition } from './condition.ts';
import { permissionConditions } from './permissions.ts';
import { rootConditions, trustConditions } from './trust-and-root.ts';

/** Event-born conditions that a snapshot can tell of, by rule. The others end by the events that undo them. */
export const reviewedConditions: ReadonlyMap<string, ReviewedCondition> = new Map(
  [...permissionConditions, ...trustConditions, ...rootConditions, ...auditConditions].map((condition) => [
    condition.ruleId,
    condition,
  ]),
);
