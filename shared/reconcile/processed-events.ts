import type { IamEvent } from '../events/iam-event.ts';
import type { Hour } from './hours.ts';

/** What is noted of an event. */
export type ProcessedEvent = Pick<IamEvent, 'id' | 'time' | 'accountId' | 'region'>;

/** Events of one hour, by event time, in one Region of one account. */
export interface EventHour {
  readonly accountId: string;
  readonly region: string;
  readonly hour: Hour;
}

/** The events of an hour that have been processed. */
export interface ProcessedHour {
  has(eventId: string): boolean;
  /** How many there are; an event that was processed several times counts once. */
  readonly count: number;
}

/**
 * Which events have been processed: what they mean is stored and told, or they mean nothing. Kept for two weeks. Contract:
 * test/contract/processed-events.ts.
 */
export interface ProcessedEvents {
  /** Notes events of any hours. May be repeated, in whole or in part. */
  note(events: readonly ProcessedEvent[]): Promise<void>;
  in(hour: EventHour): Promise<ProcessedHour>;
}
