import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { parseTold } from '../../shared/alerts/parse-message.ts';
import { notifyAlert } from '../../shared/app/notify-alert.ts';
import { logger, metrics } from '../../shared/runtime/observability.ts';
import { wire } from './wire.ts';

const ports = wire(process.env);
const processor = new BatchProcessor(EventType.SQS);

const notify = async ({ body, messageId }: SQSRecord): Promise<void> => {
  try {
    const told = parseTold(body);
    const { queued, isMailed } = await notifyAlert(told, ports);
    logger.info('alert rendered', { alertId: told.id, queued, isMailed });
  } catch (error) {
    logger.error('alert not passed on: it will be delivered again', { messageId, error: error as Error });
    throw error;
  }
};

/** SNS `alerts` → SQS `notify` → rendered for each channel → SQS FIFO `deliver` and SNS `mail`. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(injectLambdaContext(logger, { resetKeys: true }))
  .use(logMetrics(metrics))
  .handler((event, context) =>
    processPartialResponse(event, notify, processor, { context, throwOnFullBatchFailure: false }),
  );
