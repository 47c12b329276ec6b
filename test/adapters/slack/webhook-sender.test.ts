import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackWebhookSender } from '../../../shared/adapters/slack/webhook-sender.ts';
import { UnusableSecretError, type WebhookUrls } from '../../../shared/alerts/notification.ts';
import { type Answer, type ScriptedSlack, startScriptedSlack } from './scripted-slack.ts';

let slack: ScriptedSlack;
beforeAll(async () => {
  slack = await startScriptedSlack();
});
afterAll(() => slack.close());

const now = Date.parse('2026-03-04T05:06:07Z');
const channel = { name: 'security', type: 'slack-webhook', secret: '/hook' } as const;
const urls: WebhookUrls = { urlOf: async (secret) => new URL(slack.url(secret)), forget: () => {} };
const sender = (over: Partial<WebhookUrls> = {}) =>
  slackWebhookSender({ urls: { ...urls, ...over }, now: () => now, timeoutMillis: 300 });

const answered = (status: number, body = '', headers = {}): Answer => ({ status, body, headers });

describe('what an answer means', () => {
  it.each<[string, Answer, Record<string, unknown>]>([
    ['ok', answered(200, 'ok'), { status: 'delivered' }],
    [
      '429 with seconds',
      answered(429, 'rate_limited', { 'retry-after': '30' }),
      { status: 'retry', afterSeconds: 30 },
    ],
    [
      '429 with a date',
      answered(429, '', { 'retry-after': 'Wed, 04 Mar 2026 05:07:07 GMT' }),
      { status: 'retry', afterSeconds: 60 },
    ],
    [
      '429 with a date gone by',
      answered(429, '', { 'retry-after': 'Wed, 04 Mar 2026 05:00:00 GMT' }),
      { status: 'retry', afterSeconds: 0 },
    ],
    ['429 with nonsense', answered(429, '', { 'retry-after': 'soon' }), { status: 'retry' }],
    ['500', answered(500, 'rollup_error'), { status: 'retry', cause: 'Slack answered 500 rollup_error' }],
    ['503 with seconds', answered(503, '', { 'retry-after': '5' }), { status: 'retry', afterSeconds: 5 }],
    ['a reset', 'reset', { status: 'retry', cause: expect.stringMatching(/^no connection to Slack \(/) }],
    ['no answer', 'hang', { status: 'retry', cause: 'no answer from Slack within 300 ms' }],
    ["a proxy's page", answered(200, '<html>Please log in</html>'), { status: 'retry' }],
    ['a redirect', answered(302, '', { location: '/elsewhere' }), { status: 'retry' }],
    [
      'invalid_blocks',
      answered(400, 'invalid_blocks'),
      { status: 'rejected', cause: 'Slack answered 400 invalid_blocks' },
    ],
    ['invalid_payload', answered(400, 'invalid_payload'), { status: 'rejected' }],
    ['no_text', answered(400, 'no_text'), { status: 'rejected' }],
    ['an error unknown to us', answered(400, 'something_new'), { status: 'rejected' }],
    ['too large', answered(413), { status: 'rejected' }],
    ['user_not_found', answered(400, 'user_not_found'), { status: 'broken' }],
    ['action_prohibited', answered(403, 'action_prohibited'), { status: 'broken' }],
    ['invalid_token', answered(403, 'invalid_token'), { status: 'broken' }],
    ['no_service', answered(404, 'no_service'), { status: 'broken', cause: 'Slack answered 404 no_service' }],
    ['channel_is_archived', answered(410, 'channel_is_archived'), { status: 'broken' }],
    ['a bare 404', answered(404), { status: 'broken' }],
  ])('%s', async (_, answer, result) => {
    slack.script('/hook', [answer]);
    expect(await sender().send(channel, { text: 'hi' })).toMatchObject(result);
  });
});

it('does not follow a redirect', async () => {
  slack.script('/moved', [answered(307, '', { location: '/elsewhere' })]);
  await sender().send({ ...channel, secret: '/moved' }, { text: 'hi' });
  expect(slack.answered.at(-1)?.path).toBe('/moved');
});

it('sends the payload as JSON', async () => {
  slack.script('/payload', []);
  await sender().send({ ...channel, secret: '/payload' }, { text: 'a <b> 한 \uffff' });
  expect(slack.answered.at(-1)).toEqual({
    path: '/payload',
    status: 200,
    payload: { text: 'a <b> 한 \uffff' },
  });
});

it('tries a webhook that was exchanged once more with its new URL', async () => {
  slack.script('/old', [answered(404, 'no_service')]);
  let current = '/old';
  const result = await sender({
    urlOf: async () => new URL(slack.url(current)),
    forget: () => {
      current = '/new';
    },
  }).send(channel, { text: 'hi' });
  expect(result).toEqual({ status: 'delivered' });
  expect(slack.answered.at(-1)?.path).toBe('/new');
});

it('does not try a webhook twice that is still the same', async () => {
  slack.script('/gone', [answered(404, 'no_service'), answered(404, 'no_service')]);
  const before = slack.answered.length;
  await sender().send({ ...channel, secret: '/gone' }, { text: 'hi' });
  expect(slack.answered.length).toBe(before + 1);
});

it('is broken without a usable secret, and throws when the secret cannot be read now', async () => {
  const unusable = async () => {
    throw new UnusableSecretError('the secret x does not exist');
  };
  expect(await sender({ urlOf: unusable }).send(channel, {})).toEqual({
    status: 'broken',
    cause: 'the secret x does not exist',
  });
  const throttled = async () => {
    throw new Error('throttled');
  };
  await expect(sender({ urlOf: throttled }).send(channel, {})).rejects.toThrow('throttled');
});

it('never names the secret URL in a cause', async () => {
  const closed = await startScriptedSlack();
  await closed.close();
  const result = await sender({ urlOf: async () => new URL(closed.url('/T000/B000/secret')) }).send(
    channel,
    {},
  );
  expect(result).toMatchObject({ status: 'retry', cause: 'no connection to Slack (ECONNREFUSED)' });
});
