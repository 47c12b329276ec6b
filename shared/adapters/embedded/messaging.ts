import { startFauxqs } from 'fauxqs';

/** SNS and SQS in this process, wired as the deployed stack is. */
export interface EmbeddedMessaging {
  /** For `endpoint` of the SDK clients. */
  readonly endpoint: string;
  /** For `region` of the SDK clients; any credentials do. */
  readonly region: string;
  readonly alertsTopicArn: string;
  readonly mailTopicArn: string;
  /** Standard; gets every alert, raw. */
  readonly notifyQueueUrl: string;
  readonly notifyDeadLettersUrl: string;
  /** FIFO; one group a channel. */
  readonly deliverQueueUrl: string;
  readonly deliverDeadLettersUrl: string;
  /** Gets what the topic `mail` sends, since there is nobody to mail: SNS's envelope around `{ default, email }`. */
  readonly mailboxQueueUrl: string;
  close(): Promise<void>;
}

const region = 'us-east-1';

const redriveTo = (queueArn: string, maxReceiveCount: number): Record<string, string> => ({
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn, maxReceiveCount }),
});

/**
 * Starts SNS and SQS on a free port of the loopback interface. The standard topic feeds the standard queue only: fauxqs would let it
 * feed the FIFO queue too, AWS does not.
 */
export const startMessaging = async (): Promise<EmbeddedMessaging> => {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false, defaultRegion: region });
  const fifo = { FifoQueue: 'true' };
  const alerts = server.createTopic('alerts');
  const mail = server.createTopic('mail');
  const notifyDeadLetters = server.createQueue('notify-dead-letters');
  const notify = server.createQueue('notify', { attributes: redriveTo(notifyDeadLetters.queueArn, 5) });
  const deliverDeadLetters = server.createQueue('deliver-dead-letters.fifo', { attributes: fifo });
  const deliver = server.createQueue('deliver.fifo', {
    attributes: { ...fifo, ...redriveTo(deliverDeadLetters.queueArn, 100) },
  });
  const mailbox = server.createQueue('mailbox');
  server.subscribe({ topic: 'alerts', queue: notify.queueName, attributes: { RawMessageDelivery: 'true' } });
  server.subscribe({ topic: 'mail', queue: mailbox.queueName });
  return {
    endpoint: `http://127.0.0.1:${server.port}`,
    region,
    alertsTopicArn: alerts.topicArn,
    mailTopicArn: mail.topicArn,
    notifyQueueUrl: notify.queueUrl,
    notifyDeadLettersUrl: notifyDeadLetters.queueUrl,
    deliverQueueUrl: deliver.queueUrl,
    deliverDeadLettersUrl: deliverDeadLetters.queueUrl,
    mailboxQueueUrl: mailbox.queueUrl,
    close: () => server.stop(),
  };
};
