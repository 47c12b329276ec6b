import { readLogFile } from '../../../shared/adapters/files/read-log.ts';
import type { Alert } from '../../../shared/alerts/alert.ts';
import type { ChannelSender } from '../../../shared/alerts/notification.ts';
import { parseAlert, parseNotification } from '../../../shared/alerts/parse-message.ts';
import type { SlackMessage } from '../../../shared/alerts/render/slack-blocks.ts';
import { checkEvent } from '../../../shared/app/check-event.ts';
import { deliverNotification } from '../../../shared/app/deliver-notification.ts';
import { notifyAlert } from '../../../shared/app/notify-alert.ts';
import type { IamEvent } from '../../../shared/events/iam-event.ts';
import { parseRecord } from '../../../shared/events/parse-event.ts';
import type { Finding } from '../../../shared/findings/finding.ts';
import { CliError } from '../errors.ts';
import { drainQueue } from './drain-queue.ts';
import { startEmbeddedTrailwarden } from './embedded-trailwarden.ts';

/** The bundled CloudTrail sample, written for this project: an ordinary morning, a stolen key, and the answer to it. */
export const sampleFile = new URL('./cloudtrail-sample.jsonl', import.meta.url);

/** A card on its way to Slack, and the alert it was made from. */
export interface SentCard {
  readonly alert: Alert;
  readonly payload: SlackMessage;
}

export interface Story {
  readonly records: number;
  /** Events that made, refreshed or ended a finding. */
  readonly told: number;
  /** Events that only rules of kind inventory match: the report counts them, nobody is told. */
  readonly counted: number;
  readonly findings: readonly Finding[];
  readonly cards: readonly SentCard[];
}

/** The morning is replayed as it happened, when each call arrived some seconds after it was made. */
const arrivalOf = ({ time }: IamEvent): string => new Date(Date.parse(time) + 4000).toISOString();

/**
 * Runs the sample through the whole chain: events → rules → DynamoDB → SNS → SQS → rendered cards, all in this process.
 *
 * @param path a file of CloudTrail records
 * @throws CliError when a record cannot be read or a card is not delivered: the demo must not hide a fault
 */
export const tellStory = async (path: string): Promise<Story> => {
  const payloads: SlackMessage[] = [];
  const sender: ChannelSender = {
    async send(_channel, payload) {
      // What `notifyAlert` queued a moment ago, through JSON.
      payloads.push(payload as unknown as SlackMessage);
      return { status: 'delivered' };
    },
  };
  const trailwarden = await startEmbeddedTrailwarden(sender);
  const { check, notify, deliver, sqs, notifyQueueUrl, deliverQueueUrl } = trailwarden;
  const latest = new Map<string, Finding>();
  const alerts: Alert[] = [];
  let records = 0;
  let told = 0;
  let counted = 0;
  try {
    for await (const found of readLogFile(path)) {
      if (found.kind !== 'record') throw new CliError(`${path}, ${found.position}: no CloudTrail record`);
      const event = parseRecord(found.value, { receivedAt: new Date().toISOString() });
      const { matches, findings } = await checkEvent(event, check, arrivalOf(event));
      records += 1;
      if (findings.length > 0) told += 1;
      else if (matches.length > 0) counted += 1;
      for (const finding of findings) latest.set(finding.id, finding);
    }
    await drainQueue(sqs, notifyQueueUrl, async ({ Body = '' }) => {
      const alert = parseAlert(Body);
      alerts.push(alert);
      await notifyAlert(alert, notify);
    });
    await drainQueue(sqs, deliverQueueUrl, async ({ Body = '', Attributes }) => {
      const receive = { count: Number(Attributes?.ApproximateReceiveCount ?? 1) };
      const result = await deliverNotification(parseNotification(Body), receive, deliver);
      if (result.status !== 'delivered') throw new CliError(`a card was not delivered: ${result.cause}`);
    });
  } finally {
    await trailwarden.close();
  }
  const cards = alerts.flatMap((alert, i) => (payloads[i] ? [{ alert, payload: payloads[i] }] : []));
  return { records, told, counted, findings: [...latest.values()], cards };
};
