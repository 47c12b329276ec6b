import type { Unwrapped } from '../events/unwrap.ts';
import type { Hour } from './hours.ts';

/** Some of the events that CloudTrail has recorded. */
export interface LookupPage {
  readonly found: readonly Unwrapped[];
  /** Where the next page begins; absent on the last. Opaque, and good for a later process as well. */
  readonly next?: string;
}

/** CloudTrail's own records, from its event history or from the bucket of a trail. */
export interface EventLookup {
  /** Where the records are from, for logs and reports: `event history`, `trail bucket`. */
  readonly name: string;
  /**
   * Events of an hour in a Region: all that are looked up (`looked-up.ts`), and possibly others.
   *
   * @param after `next` of an earlier page; undefined for the first
   * @throws Error naming the cause when CloudTrail does not answer
   */
  page(region: string, hour: Hour, after: string | undefined): Promise<LookupPage>;
}
