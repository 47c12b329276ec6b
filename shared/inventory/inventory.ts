import type { DailyUse, NotedUse } from './daily-use.ts';

/** What rules of kind inventory record for the report: one aggregate for each account, day and actor, never a row for each event. */
export interface Inventory {
  /**
   * Adds events of one account, day and actor. An event that was added before is not counted again, unless more than `recentCount` others of
   * the same actor and day came in between.
   */
  add(uses: readonly [NotedUse, ...NotedUse[]]): Promise<void>;
  /**
   * What was recorded in an account on a day, in the order of the actors' keys.
   *
   * @param day `YYYY-MM-DD`, UTC
   */
  on(accountId: string, day: string): Promise<readonly DailyUse[]>;
}
