import { type CloudTrailClient, type Event, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import pThrottle from 'p-throttle';
import { type Unwrapped, unwrap } from '../../events/unwrap.ts';
import type { EventLookup } from '../../reconcile/event-lookup.ts';
import { endOf, type Hour, startOf } from '../../reconcile/hours.ts';
import { type LookupQuery, queriesIn } from '../../reconcile/looked-up.ts';

/** CloudTrail did not answer; the message says why and what to do. */
export class LookupFailedError extends Error {
  override readonly name = 'LookupFailedError';
}

/** Where a page begins: in which query, and behind which page of it. */
interface Cursor {
  readonly query: string;
  readonly token?: string;
}

const keyOf = ({ attribute, value }: LookupQuery): string => `${attribute}=${value}`;

const parseCursor = (text: string): Cursor => JSON.parse(text) as Cursor;

const explain = (region: string, error: unknown): LookupFailedError => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const told = /AccessDenied/.test(name)
    ? 'cloudtrail:LookupEvents was denied: compare the role of the function with docs/permissions.md'
    : /Throttl/.test(name)
      ? 'LookupEvents was throttled: others look events up as well; an account with very many events had better be compared with its trail (docs/operating.md)'
      : `${name}: ${message}`;
  return new LookupFailedError(`event history of ${region}: ${told}`, { cause: error });
};

const unwrapEvent = ({ CloudTrailEvent, EventId }: Event, i: number): readonly Unwrapped[] => {
  const position = `Events[${i}]`;
  return CloudTrailEvent === undefined
    ? [{ kind: 'unreadable', position, cause: `event ${EventId ?? ''} without its record` }]
    : [...unwrap(CloudTrailEvent, position)];
};

export interface EventHistoryOptions {
  clientIn(region: string): CloudTrailClient;
  readonly homeRegion: string;
  /**
   * Milliseconds between two requests in a Region. The quota of two a second is shared with everybody who opens the event history, so half of it
   * is left to them.
   */
  readonly interval?: number;
}

/**
 * CloudTrail's event history of the last 90 days, which needs no trail. One attribute at a time can be asked for, so an hour is several queries, one
 * after the other (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html).
 */
export const cloudTrailEventHistory = (options: EventHistoryOptions): EventLookup => {
  const { clientIn, homeRegion, interval = 1_000 } = options;

  const ask = async (region: string, hour: Hour, { attribute, value }: LookupQuery, token?: string) =>
    clientIn(region).send(
      new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: attribute, AttributeValue: value }],
        StartTime: new Date(startOf(hour)),
        // Both ends are included, and events have whole seconds.
        EndTime: new Date(endOf(hour) - 1_000),
        MaxResults: 50,
        ...(token === undefined ? {} : { NextToken: token }),
      }),
    );

  const paced = new Map<string, typeof ask>();
  const askPaced: typeof ask = (region, ...rest) => {
    const throttled = paced.get(region) ?? pThrottle({ limit: 1, interval })(ask);
    paced.set(region, throttled);
    return throttled(region, ...rest);
  };

  const answerOf = async (...[region, hour, query, token]: Parameters<typeof ask>) => {
    try {
      return await askPaced(region, hour, query, token);
    } catch (error) {
      const isStale =
        token !== undefined && error instanceof Error && error.name === 'InvalidNextTokenException';
      if (!isStale) throw error;
      // A token does not outlive its run for ever; the query's first pages are compared once more, which does no harm.
      return askPaced(region, hour, query);
    }
  };

  return {
    name: 'event history',
    async page(region, hour, after) {
      const queries = queriesIn(region, homeRegion);
      const cursor = after === undefined ? undefined : parseCursor(after);
      // A query that is no longer asked, after an upgrade: the hour begins anew.
      const at = Math.max(
        0,
        queries.findIndex((query) => keyOf(query) === cursor?.query),
      );
      const query = queries[at] as LookupQuery;
      const isSame = keyOf(query) === cursor?.query;
      try {
        const { Events = [], NextToken } = await answerOf(
          region,
          hour,
          query,
          isSame ? cursor?.token : undefined,
        );
        const following = queries[at + 1];
        const next: Cursor | undefined = NextToken
          ? { query: keyOf(query), token: NextToken }
          : following && { query: keyOf(following) };
        return { found: Events.flatMap(unwrapEvent), ...(next ? { next: JSON.stringify(next) } : {}) };
      } catch (error) {
        throw explain(region, error);
      }
    },
  };
};
