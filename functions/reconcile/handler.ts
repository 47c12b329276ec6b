import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { ScheduledEvent } from 'aws-lambda';
import { type Beat, beat, isSilent } from '../../shared/app/beat.ts';
import { type RegionRun, reconcile } from '../../shared/app/reconcile.ts';
import type { Gap } from '../../shared/reconcile/reconcile-log.ts';
import { count, logger, metrics } from '../../shared/runtime/observability.ts';
import { wire } from './wire.ts';

const tell = (gap: Gap): void => {
  count('EventMissed');
  logger.error('an event that CloudTrail recorded was never processed: it is now', { ...gap });
};

const ports = wire(process.env, tell);

/** The last page of a run takes a while to be compared and saved. */
const reserveMillis = 60_000;

const reportBeat = (one: Beat): void => {
  if (isSilent(one)) logger.error('no heartbeat', { ...one });
  else logger.info('heartbeat', { ...one });
  count('HeartbeatMissing', isSilent(one) ? 1 : 0);
};

const reportRun = (run: RegionRun): void => {
  const { region, compared, givenUp, owed, cause, isOverdue } = run;
  if (cause === undefined) logger.info('compared', { region, compared });
  else logger.warn('hours stay owed: the next run goes on with them', { region, compared, owed, cause });
  if (givenUp.length > 0) logger.error('hours can no longer be compared', { region, givenUp });
  const unreadable = compared.reduce((sum, { tally }) => sum + tally.unreadable, 0);
  if (unreadable > 0) logger.error('records of CloudTrail could not be read', { region, unreadable });
  count('EventUnreadable', unreadable);
  count('HoursNotCompared', givenUp.length);
  count('ReconcileOverdue', isOverdue ? 1 : 0);
};

/** Scheduler, hourly: did everything arrive that should have, and does anything? */
export const handler = middy<ScheduledEvent, void>()
  .use(injectLambdaContext(logger, { resetKeys: true }))
  .use(logMetrics(metrics))
  .handler(async (_, context) => {
    const now = new Date();
    for (const one of await beat(ports, now)) reportBeat(one);
    const hasTime = () => context.getRemainingTimeInMillis() > reserveMillis;
    for (const run of await reconcile(ports, { now, hasTime })) reportRun(run);
    count('ReconcileRun');
  });
