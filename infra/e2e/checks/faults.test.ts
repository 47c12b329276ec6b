import {
  type EventSourceMappingConfiguration,
  GetEventSourceMappingCommand,
  InvokeCommand,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../poll.ts';
import { queueBodyOf } from './event-bus.ts';
import { mfaTakenFrom, userArn } from './events.ts';
import { Inbox } from './queue.ts';
import { trailwarden } from './trailwarden.ts';

const tw = trailwarden();
const { lambda, sqs } = tw.clients;
const { queues, functions } = tw.installation;
const eventsDlq = new Inbox(sqs, queues.eventsDlq);
const deliverDlq = new Inbox(sqs, queues.deliverDlq);
let mail: Inbox;

beforeAll(async () => {
  mail = await tw.subscribeTo('mailTopic', 'e2e-mail');
});

const mappingOf = async (
  functionName: string,
): Promise<EventSourceMappingConfiguration & { UUID: string }> => {
  const { EventSourceMappings = [] } = await lambda.send(
    new ListEventSourceMappingsCommand({ FunctionName: functionName }),
  );
  const [mapping] = EventSourceMappings;
  if (mapping?.UUID === undefined) throw new Error(`${functionName} reads no queue`);
  return { ...mapping, UUID: mapping.UUID };
};

/** Holds a function's queue up while messages are sent, so that they come as one batch. */
const asOneBatch = async (functionName: string, send: () => Promise<void>): Promise<void> => {
  const { UUID } = await mappingOf(functionName);
  const turn = async (Enabled: boolean) => {
    await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled }));
    await until('the mapping to be turned', async () => {
      const { State } = await lambda.send(new GetEventSourceMappingCommand({ UUID }));
      return State === (Enabled ? 'Enabled' : 'Disabled');
    });
  };
  await turn(false);
  await send();
  await turn(true);
};

describe('a poison message', () => {
  it('ends in the dead-letter queue, and the others of its batch are done', async () => {
    const poison = JSON.stringify({ 'detail-type': 'AWS API Call via CloudTrail', detail: 'e2e-poison' });
    const victims = ['e2e-beside-1', 'e2e-beside-2', 'e2e-beside-3'];
    const bodies = victims.map((victim) => queueBodyOf(mfaTakenFrom(victim)));
    bodies.splice(1, 0, poison);
    await asOneBatch(functions.checkEvent, async () => {
      const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
      await sqs.send(new SendMessageBatchCommand({ QueueUrl: queues.events, Entries }));
    });
    for (const victim of victims) expect(await tw.findingOf(userArn(victim))).toMatchObject({ count: 1 });

    const parked = await until(
      'the poison in the dead-letter queue',
      () => eventsDlq.messages('e2e-poison').then((found) => found.length > 0 && found),
      { within: 80_000 },
    );
    expect(parked.map(({ Body }) => Body)).toEqual([poison]);
    expect(await eventsDlq.messages('')).toHaveLength(1);
    // Nothing of its batch came back with it.
    for (const victim of victims)
      expect(await tw.findingOf(userArn(victim))).toMatchObject({ count: 1, version: 1 });
  });
});

describe('Slack', () => {
  it('limits the rate: delivered once, after the wait it asked for', async () => {
    const victim = 'e2e-rate-limited';
    await tw.slack.script({
      containing: victim,
      replies: [{ status: 429, body: 'rate_limited', headers: { 'retry-after': '1' } }],
    });
    await tw.put(mfaTakenFrom(victim));
    await until('the second try', async () => (await tw.slack.deliveries(victim)).length > 1);
    await tw.settled();
    const deliveries = await tw.slack.deliveries(victim);
    expect(deliveries.map(({ status }) => status)).toEqual([429, 200]);
    const [first, second] = deliveries;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  it('has a fault of its own: delivered once it is over', async () => {
    const victim = 'e2e-server-error';
    await tw.slack.script({ containing: victim, replies: [{ status: 503, body: 'service_unavailable' }] });
    await tw.put(mfaTakenFrom(victim));
    await until('the second try', async () => (await tw.slack.deliveries(victim)).length > 1);
    await tw.settled();
    expect((await tw.slack.deliveries(victim)).map(({ status }) => status)).toEqual([503, 200]);
  });

  it('refuses the card: delivered as plain text', async () => {
    const victim = 'e2e-refused-card';
    await tw.slack.script({ containing: victim, replies: [{ status: 400, body: 'invalid_blocks' }] });
    await tw.put(mfaTakenFrom(victim));
    await until('the second try', async () => (await tw.slack.deliveries(victim)).length > 1);
    await tw.settled();
    const [card, reduced] = await tw.slack.deliveries(victim);
    expect([card?.status, reduced?.status]).toEqual([400, 200]);
    expect(JSON.parse(reduced?.body ?? '')).not.toHaveProperty('blocks');
  });

  it('is gone: mailed to people and parked, and the next message is not held up', async () => {
    const victim = 'e2e-webhook-gone';
    const gone = { status: 404, body: 'no_service' };
    await tw.slack.script({ containing: victim, replies: [gone], lastOneForEver: true });
    await tw.put(mfaTakenFrom(victim));
    // Every alert is mailed; this mail says besides that Slack is out of order, and why.
    const isFallback = ({ Body = '' }) => Body.includes('no_service');
    const mails = await until('the mail about Slack', async () => {
      const found = (await mail.messages(victim)).filter(isFallback);
      return found.length > 0 && found;
    });
    expect(mails).toHaveLength(1);
    const parked = await until('the notification in the dead-letter queue', () =>
      deliverDlq.messages(victim).then((found) => found.length > 0 && found),
    );
    expect(parked).toHaveLength(1);

    await tw.put(mfaTakenFrom('e2e-after-gone'));
    await until('the next card', async () => (await tw.slack.deliveries('e2e-after-gone')).length > 0);
  });
});

describe('a crash between recording and telling', () => {
  it('is made good by housekeeping', async () => {
    const victim = 'e2e-crashed';
    const resource = userArn(victim);
    // What a killed check-event leaves behind: the finding as it was recorded ten minutes ago, its alert still pending.
    const template = await tw.findingOf(userArn('e2e-beside-1'));
    const { accountId, ruleId, kind, severity, message, data, actor, event } = template;
    const occurrence = {
      accountId,
      ruleId,
      kind,
      severity,
      message,
      data,
      actor,
      resource,
      event: { ...event, id: victim },
    };
    const { finding } = await tw.store.record(occurrence, new Date(Date.now() - 600_000).toISOString());
    expect(finding.alertedVersion).toBeLessThan(finding.version);

    const { FunctionError } = await lambda.send(new InvokeCommand({ FunctionName: functions.housekeeping }));
    expect(FunctionError).toBeUndefined();
    await until('the card', async () => (await tw.slack.deliveries(victim)).length > 0);
    const told = await tw.store.get(accountId, finding.id);
    expect(told?.alertedVersion).toBe(finding.version);
  });
});
