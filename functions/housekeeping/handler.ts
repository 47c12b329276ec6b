import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { ScheduledEvent } from 'aws-lambda';
import { resendPending } from '../../shared/app/resend-pending.ts';
import { count, logger, metrics } from '../../shared/runtime/observability.ts';
import { wire } from './wire.ts';

const ports = wire(process.env);

/** Scheduler, every 5 minutes: sends the alerts that stayed pending. */
export const handler = middy<ScheduledEvent, void>()
  .use(injectLambdaContext(logger, { resetKeys: true }))
  .use(logMetrics(metrics))
  .handler(async () => {
    const { alerts, findings, failures, hasMore } = await resendPending(ports, new Date());
    for (const { step, findingIds, error } of failures)
      logger.error('pending alert not sent: the next run tries again', {
        step,
        findingIds,
        error: error as Error,
      });
    if (findings > 0) logger.warn('alerts were pending', { alerts, findings, hasMore });
    count('AlertSent', alerts);
    count('UnsentAlerts', failures.length);
  });
