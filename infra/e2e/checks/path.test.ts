import { beforeAll, describe, expect, it } from 'vitest';
import type { Alert } from '../../../shared/alerts/alert.ts';
import { call, root, signIn, user } from '../../../shared/events/example.ts';
import { until } from '../poll.ts';
import { madeAdministrator, madeOrdinary, mfaTakenFrom, secondsAgo, userArn } from './events.ts';
import { expectedFindings } from './expected-findings.ts';
import type { Inbox } from './queue.ts';
import { trailwarden } from './trailwarden.ts';

const tw = trailwarden();
let alerts: Inbox;

beforeAll(async () => {
  alerts = await tw.subscribeTo('alertsTopic', 'e2e-alerts');
});

const alertsAbout = async (resource: string): Promise<readonly Alert[]> =>
  (await alerts.messages(`"${resource}"`)).map(({ Body = '' }) => JSON.parse(Body) as Alert);

const firstAlertAbout = (resource: string) =>
  until(`an alert about ${resource}`, async () => (await alertsAbout(resource))[0]);

describe('one call on the bus', () => {
  const victim = 'e2e-one-call';
  const resource = userArn(victim);

  it('becomes a finding, an SNS message and a Slack card', async () => {
    const record = mfaTakenFrom(victim);
    await tw.put(record);
    const finding = await tw.findingOf(resource);
    expect(finding).toMatchObject({
      ruleId: 'mfa-device-deactivated',
      severity: 'high',
      count: 1,
      status: 'open',
    });
    expect(finding.event.id).toBe(record['eventID']);

    const alert = await firstAlertAbout(resource);
    expect(alert).toMatchObject({ ruleId: finding.ruleId, status: 'opened', accountId: finding.accountId });
    expect(alert.lead.id).toBe(finding.id);

    const [card] = await until('the Slack card', async () => {
      const deliveries = await tw.slack.deliveries(victim);
      return deliveries.length > 0 && deliveries;
    });
    expect(card).toMatchObject({ status: 200, contentType: expect.stringMatching(/^application\/json/) });
    const payload = JSON.parse(card?.body ?? '') as { text: string; blocks: { type: string }[] };
    expect(payload.text).not.toBe('');
    expect(payload.blocks.map(({ type }) => type)).toContain('section');
    expect(card?.body).toContain(finding.id);
  });

  it('carries message attributes that filter policies can use', async () => {
    await firstAlertAbout(resource);
    const [message] = await alerts.messages(`"${resource}"`);
    const attributes = Object.entries(message?.MessageAttributes ?? {});
    expect(
      Object.fromEntries(attributes.map(([name, { StringValue }]) => [name, StringValue])),
    ).toMatchObject({
      severity: 'high',
      accountId: tw.installation.accountId,
      ruleId: 'mfa-device-deactivated',
      kind: 'incident',
      status: 'opened',
    });
  });

  it('is marked as told', async () => {
    const finding = await tw.findingOf(resource);
    const told = await until('the finding to be marked', async () => {
      const now = await tw.store.get(finding.accountId, finding.id);
      return now?.alertedVersion === now?.version && now;
    });
    expect(told.version).toBe(1);
  });
});

describe('the same event again and again', () => {
  it('counts once, makes one alert, and is one message in Slack', async () => {
    const victim = 'e2e-duplicate';
    const resource = userArn(victim);
    const record = mfaTakenFrom(victim);
    await tw.put(record, record, record);
    await tw.findingOf(resource);
    await tw.put(record);
    await tw.settled();
    expect(await tw.findingOf(resource)).toMatchObject({ count: 1, version: 1 });
    // Two deliveries at the same moment may both publish it before either has marked it as told. It is the same alert by its
    // id, by which the FIFO queue lets one through.
    expect(new Set((await alertsAbout(resource)).map(({ id }) => id)).size).toBe(1);
    expect(await tw.slack.deliveries(victim)).toHaveLength(1);
  });
});

describe('a condition and its undoing', () => {
  it.each([
    { name: 'in order', slug: 'e2e-in-order', detachFirst: false },
    { name: 'the undoing arriving first', slug: 'e2e-out-of-order', detachFirst: true },
  ])('ends resolved: $name', async ({ slug, detachFirst }) => {
    const attach = madeAdministrator(slug, secondsAgo(60));
    const detach = madeOrdinary(slug, secondsAgo(30));
    const [first, second] = detachFirst ? [detach, attach] : [attach, detach];
    const ids = expectedFindings(attach);
    const states = async () => {
      const findings = await Promise.all(ids.map((id) => tw.store.get(tw.installation.accountId, id)));
      return findings.map((finding) => finding?.status);
    };
    await tw.put(first);
    await tw.settled();
    expect(await states()).toEqual(ids.map(() => (detachFirst ? undefined : 'open')));
    await tw.put(second);
    await tw.settled();
    expect(await states()).toEqual(ids.map(() => 'resolved'));
    // That somebody was made an administrator is an incident: it stays open until people have looked at it.
    const open = await tw.openFindingsOf(userArn(slug));
    expect(open.map(({ ruleId, kind }) => [ruleId, kind])).toEqual([
      ['effective-privilege-increase', 'incident'],
    ]);
    // A call that several event rules take is delivered several times, and may be published so: the same alert by its id.
    const told = [
      ...new Map((await alertsAbout(userArn(slug))).map(({ id, status }) => [id, status])).values(),
    ];
    // Put right before it was known, it is told all the same: it happened. The incident, which stays open, then has an alert of its own, and which of
    // the two is published first is not said.
    expect(detachFirst ? told.toSorted() : told).toEqual(['opened', 'resolved']);
  });
});

describe('events that come another way than plain writes', () => {
  it.each([
    { name: 'a sign-in', record: signIn(root(), { time: secondsAgo(5) }) },
    {
      // Only rules in the state ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS see it.
      name: 'a read-only call',
      record: call('sts:GetCallerIdentity', {
        by: user('e2e-leaked-key'),
        readOnly: true,
        userAgent: 'TruffleHog',
        time: secondsAgo(5),
      }),
    },
  ])('become findings: $name', async ({ record }) => {
    const ids = expectedFindings(record);
    await tw.put(record);
    await tw.settled();
    const found = await Promise.all(ids.map((id) => tw.store.get(tw.installation.accountId, id)));
    expect(found.map((finding) => finding?.status)).toEqual(ids.map(() => 'open'));
  });
});

describe('a call that no rule asks for', () => {
  it('leaves nothing behind', async () => {
    const marker = 'e2e-out-of-scope';
    // Every call carries the marker as the target; TagUser of an ordinary tag and a read of another service concern no rule.
    await tw.put(
      call('ec2:DescribeInstances', { request: { instanceId: marker }, readOnly: true, time: secondsAgo(5) }),
      call('sqs:CreateQueue', { request: { queueName: marker }, time: secondsAgo(5) }),
    );
    await tw.settled();
    expect(await tw.itemsAbout(marker)).toEqual([]);
    expect(await alerts.messages(marker)).toEqual([]);
    expect(await tw.slack.deliveries(marker)).toEqual([]);
  });
});
