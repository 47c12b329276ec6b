import { processPartialResponse, SqsFifoPartialProcessorAsync } from '@aws-lambda-powertools/batch';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { parseNotification } from '../../shared/alerts/parse-message.ts';
import { deliverNotification } from '../../shared/app/deliver-notification.ts';
import { count, logger, metrics } from '../../shared/runtime/observability.ts';
import { wire } from './wire.ts';

const { ports, delay } = wire(process.env);
const processor = new SqsFifoPartialProcessorAsync();

/** Reported to SQS as failed, so that the message stays on the queue; not an error of ours. */
class DeliverLater extends Error {
  override readonly name = 'DeliverLater';
}

const deliver = async ({ body, receiptHandle, attributes }: SQSRecord): Promise<void> => {
  const notification = parseNotification(body);
  const about = { alertId: notification.alertId, channel: notification.channel };
  const receive = { count: Number(attributes.ApproximateReceiveCount) };
  const result = await deliverNotification(notification, receive, ports);
  if (result.status === 'retry') {
    count('DeliveryRetried');
    logger.warn('channel not ready: delivery is tried again', { ...about, ...result, ...receive });
    await delay.delay(receiptHandle, result.afterSeconds);
    throw new DeliverLater(result.cause);
  }
  if (result.status === 'dead-letter') {
    count('DeliveryDeadLettered');
    logger.error('alert could not be delivered: mailed and kept on the dead-letter queue', {
      ...about,
      cause: result.cause,
    });
  } else logger.info('alert delivered', { ...about, isReduced: result.isReduced, cause: result.cause });
};

const deliverLogged = async (record: SQSRecord): Promise<void> => {
  try {
    await deliver(record);
  } catch (error) {
    if (!(error instanceof DeliverLater)) {
      logger.error('delivery failed: it will be tried again', {
        messageId: record.messageId,
        error: error as Error,
      });
    }
    throw error;
  }
};

/** SQS FIFO `deliver` → the channel. One message group a channel: what follows a failed message of its group waits with it. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(injectLambdaContext(logger, { resetKeys: true }))
  .use(logMetrics(metrics))
  .handler((event, context) =>
    processPartialResponse(event, deliverLogged, processor, {
      context,
      skipGroupOnError: true,
      throwOnFullBatchFailure: false,
    }),
  );
