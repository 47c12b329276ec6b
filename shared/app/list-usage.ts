import type { Inventory } from '../inventory/inventory.ts';
import { type RuleUsage, sumUsage } from '../inventory/usage.ts';

/** Accounts and days that a report is about, both ends included (`YYYY-MM-DD`, UTC). */
export interface UsageSpan {
  readonly accountIds: readonly string[];
  readonly from: string;
  readonly to: string;
}

const dayMillis = 86_400_000;

const daysOf = ({ from, to }: UsageSpan): readonly string[] => {
  const first = Date.parse(from);
  const count = Math.floor((Date.parse(to) - first) / dayMillis) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) =>
    new Date(first + i * dayMillis).toISOString().slice(0, 10),
  );
};

/** What rules of kind inventory recorded in a span of days, for the report. Reads one day of an account after the other. */
export const listUsage = async (inventory: Inventory, span: UsageSpan): Promise<readonly RuleUsage[]> => {
  const sum = sumUsage();
  for (const accountId of span.accountIds)
    for (const day of daysOf(span)) for (const use of await inventory.on(accountId, day)) sum.add(use);
  return sum.usage();
};
