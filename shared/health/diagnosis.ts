import type { Reading } from './installation.ts';

/**
 * - `ok`: as it should be.
 * - `warn`: it works, but something is missing or worth knowing.
 * - `fail`: events or alerts do not arrive.
 * - `unknown`: it could not be looked at; nothing follows from that.
 */
export type Status = 'ok' | 'warn' | 'fail' | 'unknown';

/** One thing that was looked at. Texts are English; names in them come from AWS and are escaped where they are printed. */
export interface Diagnosis {
  readonly topic: string;
  readonly status: Status;
  /** One sentence. */
  readonly says: string;
  /** What to do; absent when there is nothing to do. */
  readonly fix?: string;
}

/** A diagnosis whose topic is known to the caller. */
export type Judgement = Omit<Diagnosis, 'topic'>;

const mayRead =
  'Use credentials of the account that may read it (the AWS managed policy SecurityAudit is enough).';

/** What can be said of a reading: what `judge` makes of its value, or that it could not be had. */
export const judged = <T>(
  topic: string,
  reading: Reading<T>,
  judge: (value: T) => readonly Judgement[],
): readonly Diagnosis[] =>
  'unavailable' in reading
    ? [{ topic, status: 'unknown', says: `Could not be looked at: ${reading.unavailable}.`, fix: mayRead }]
    : judge(reading.value).map((one) => ({ topic, ...one }));
