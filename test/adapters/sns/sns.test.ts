import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snsAlerter } from '../../../shared/adapters/sns/alerter.ts';
import { snsMailTopic } from '../../../shared/adapters/sns/mail-topic.ts';
import { buildAlert } from '../../../shared/alerts/build-alert.ts';
import { parseAlert } from '../../../shared/alerts/parse-message.ts';
import { findingLike, ruleOf } from '../../alerts/example-findings.ts';
import { hostileText } from '../../text/hostile.ts';
import { startTestMessaging, type TestMessaging } from '../embedded/messaging-clients.ts';

let messaging: TestMessaging;
beforeAll(async () => {
  messaging = await startTestMessaging();
});
afterAll(() => messaging.close());

describe('snsAlerter', () => {
  const received = async (alert: ReturnType<typeof buildAlert>) => {
    await snsAlerter({ client: messaging.sns, topicArn: messaging.alertsTopicArn }).send(alert);
    const [message] = await messaging.drain(messaging.notifyQueueUrl);
    if (!message?.Body) throw new Error('nothing arrived');
    return { alert: parseAlert(message.Body), attributes: message.MessageAttributes };
  };

  it('publishes JSON with what subscribers filter on', async () => {
    const alert = buildAlert([findingLike()], ruleOf);
    const { alert: arrived, attributes } = await received(alert);
    expect(arrived).toEqual(alert);
    const values = Object.entries(attributes ?? {}).map(([name, { StringValue }]) => [name, StringValue]);
    expect(Object.fromEntries(values)).toEqual({
      severity: 'high',
      accountId: '111122223333',
      ruleId: 'admin-policy-attached-to-role',
      kind: 'condition',
      status: 'opened',
    });
  });

  it('carries any text unchanged', async () => {
    const data = { role: `${hostileText}\uFFFE\uFFFF\u0000`, policy: [hostileText] };
    const { alert } = await received(buildAlert([findingLike({ data })], ruleOf));
    expect(alert.lead.data).toEqual(data);
  });

  it('stays below the limit of SNS and says what is missing', async () => {
    const large = findingLike({ severity: 'low', data: { role: '한'.repeat(60_000) } });
    const { alert } = await received(buildAlert([findingLike(), large, large], ruleOf));
    expect(alert.cut).toEqual([{ what: 'data-of-others', count: 2 }]);
  });

  it('throws what SNS refuses', async () => {
    const alerter = snsAlerter({ client: messaging.sns, topicArn: `${messaging.alertsTopicArn}-gone` });
    await expect(alerter.send(buildAlert([findingLike()], ruleOf))).rejects.toThrow(/not exist/);
  });
});

it('snsMailTopic publishes text for people and JSON for machines', async () => {
  const mail = { subject: '[HIGH] x', body: 'alice did it\n', alertId: 'F-1.1' };
  await snsMailTopic({ client: messaging.sns, topicArn: messaging.mailTopicArn }).publish(mail);
  const [message] = await messaging.drain(messaging.mailboxQueueUrl);
  const envelope = JSON.parse(message?.Body ?? '');
  expect(envelope.Subject).toBe('[HIGH] x');
  const { default: machine, email } = JSON.parse(envelope.Message);
  expect(email).toBe('alice did it\n');
  expect(JSON.parse(machine)).toEqual({ schema: 'trailwarden.mail/1', ...mail });
});
