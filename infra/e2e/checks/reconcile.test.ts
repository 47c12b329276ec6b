import { InvokeCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { dynamoHeartbeats } from '../../../shared/adapters/dynamodb/heartbeats.ts';
import { dynamoProcessedEvents } from '../../../shared/adapters/dynamodb/processed-events.ts';
import { dynamoReconcileLog } from '../../../shared/adapters/dynamodb/reconcile-log.ts';
import { call, role } from '../../../shared/events/example.ts';
import { heartbeatRoleArn } from '../../../shared/reconcile/heartbeat.ts';
import { hourOf, hoursAfter, startOf } from '../../../shared/reconcile/hours.ts';
import { recordOnly } from '../fake-cloudtrail.ts';
import { until } from '../poll.ts';
import { mfaTakenFrom, secondsAgo, userArn } from './events.ts';
import { trailwarden } from './trailwarden.ts';

const tw = trailwarden();
const { accountId, region, table, historyTable, cloudTrail, functions } = tw.installation;
const log = dynamoReconcileLog({ client: tw.clients.dynamodb, tableName: table, accountId });
const where = { client: tw.clients.dynamodb, tableName: historyTable };
const heartbeats = dynamoHeartbeats({ ...where, accountId });
const processed = dynamoProcessedEvents(where);

/** The last hour that is compared: the one before the one that ended half an hour ago. */
const hour = hoursAfter(hourOf(new Date(Date.now() - 30 * 60_000).toISOString()), -1);
/** A time in it, as CloudTrail writes it. */
const within = (minute: number): string =>
  new Date(startOf(hour) + minute * 60_000).toISOString().replace('.000Z', 'Z');

const run = async (): Promise<void> => {
  const { FunctionError, Payload } = await tw.clients.lambda.send(
    new InvokeCommand({ FunctionName: functions.reconcile, Payload: '{}' }),
  );
  if (FunctionError !== undefined) throw new Error(`reconcile: ${Payload?.transformToString()}`);
};

describe('reconciliation', () => {
  it('finds the event that never arrived, has it processed, and leaves alone the one that did', async () => {
    const [lost, arrived] = ['e2e-lost', 'e2e-arrived'].map((name, i) =>
      mfaTakenFrom(name, { time: within(10 + i) }),
    );
    if (!lost || !arrived) throw new Error('no records');
    await tw.put(arrived);
    await tw.findingOf(userArn('e2e-arrived'));
    const noted = async () => (await processed.in({ accountId, region, hour })).count === 1;
    await until('the processed event to be noted', noted);
    await recordOnly(cloudTrail, lost, arrived);
    await log.save(region, { next: hour }, await log.checkpoint(region));
    await run();
    const finding = await tw.findingOf(userArn('e2e-lost'));
    expect(finding.event.id).toBe(lost['eventID']);
    const [month] = [hour.slice(0, 7)];
    expect((await log.gaps(region, month)).map(({ eventId }) => eventId)).toEqual([lost['eventID']]);
    expect(await log.hours(region, month)).toMatchObject([
      { hour, status: 'compared', tally: { expected: 2, missed: 1 } },
    ]);
    expect(await log.checkpoint(region)).toMatchObject({ next: hoursAfter(hour, 1) });
  });

  it('sends a heartbeat that IAM allows, and sees it come back', async () => {
    await run();
    const sent = (await heartbeats.all())[0]?.sentAt;
    expect(sent).toBeDefined();
    const time = secondsAgo(1);
    // In the place of CloudTrail, which delivers nothing here.
    await tw.put(
      call('sts:AssumeRole', {
        by: role('Trailwarden-reconcile', 'Trailwarden-Reconciling'),
        request: { roleArn: heartbeatRoleArn('aws', accountId), roleSessionName: 'heartbeat' },
        readOnly: true,
        time,
      }),
    );
    const seen = await until('the heartbeat to be seen', async () => (await heartbeats.all())[0]?.seenAt);
    expect(Date.parse(seen)).toBe(Date.parse(time));
    await tw.settled();
    expect(await tw.itemsAbout('Trailwarden-heartbeat')).toEqual([]);
  });
});
