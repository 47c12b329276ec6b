import { describe, expect, it } from 'vitest';
import { memoryHeartbeats } from '../../shared/adapters/memory/heartbeats.ts';
import { beat, isSilent } from '../../shared/app/beat.ts';
import { call, denied, exampleAccount, role, user } from '../../shared/events/example.ts';
import type { JsonObject } from '../../shared/events/iam-event.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import { heartbeatRoleArn, isHeartbeat, judgeHeartbeat } from '../../shared/reconcile/heartbeat.ts';

const roleArn = heartbeatRoleArn('aws', exampleAccount);
const sender = role('Trailwarden-reconcile', 'Trailwarden-Reconciling-Function');
const assume = (over: Parameters<typeof call>[1] = {}): JsonObject =>
  call('sts:AssumeRole', { by: sender, request: { roleArn }, readOnly: true, ...over });

describe('a heartbeat', () => {
  it.each<readonly [string, boolean, JsonObject]>([
    ['our call', true, assume()],
    ['by a person', false, assume({ by: user('eve') })],
    ['by a role of another name', false, assume({ by: role('Trailwarden-reconcile2', 'x') })],
    ['of another role', false, assume({ request: { roleArn: `${roleArn}2` } })],
    ['refused', false, assume({ error: denied('sts:AssumeRole', roleArn) })],
    [
      'by a role of our name in another account',
      false,
      assume({
        by: { ...sender, arn: 'arn:aws:sts::444455556666:assumed-role/Trailwarden-reconcile/x' },
      }),
    ],
    ['another call', false, call('sts:GetCallerIdentity', { by: sender, request: { roleArn } })],
  ])('is told by whole names: %s: %s', (_, expected, record) => {
    const event = parseRecord(record, { receivedAt: '2026-03-04T05:06:07Z' });
    expect(isHeartbeat(event, exampleAccount)).toBe(expected);
  });

  it.each([
    ['unsent', undefined, undefined],
    ['unsent', undefined, '05:36:00'],
    ['seen', '05:35:30', '05:35:30'],
    // CloudTrail's seconds may lie before our clock's.
    ['seen', '05:35:30', '05:34:31'],
    ['missing', '05:35:30', '04:35:31'],
    ['missing', '05:35:30', undefined],
    ['under-way', '06:06:00', '05:35:31'],
  ])('is %s when sent at %s and seen at %s', (verdict, sent, seen) => {
    const on = (clock: string) => `2026-03-04T${clock}.000Z`;
    const state = {
      ...(sent === undefined ? {} : { sentAt: on(sent) }),
      ...(seen === undefined ? {} : { seenAt: on(seen) }),
    };
    expect(judgeHeartbeat(state, Date.parse(on('06:35:00')))).toBe(verdict);
  });
});

describe('a run', () => {
  const regions = ['us-east-1', 'eu-west-1'];
  const at = (clock: string) => new Date(`2026-03-04T${clock}:00Z`);

  it('sends one in each Region and tells of those that did not come back', async () => {
    const heartbeats = memoryHeartbeats();
    const called: string[] = [];
    const ports = { regions, heartbeats, call: async (region: string) => void called.push(region) };
    expect(await beat(ports, at('05:35'))).toEqual(regions.map((region) => ({ region, last: 'unsent' })));
    await heartbeats.noteSeen('us-east-1', '2026-03-04T05:35:01.000Z');
    const [home, away] = await beat(ports, at('06:35'));
    expect([home, away].map((one) => [one?.last, one && isSilent(one)])).toEqual([
      ['seen', false],
      ['missing', true],
    ]);
    expect(called).toEqual([...regions, ...regions]);
  });

  it('says when a call fails, sends the others, and does not take the old one for the new', async () => {
    const heartbeats = memoryHeartbeats();
    const call = async (region: string) => {
      if (region === 'eu-west-1') throw new Error('STS is not activated in this Region');
    };
    const [home, away] = await beat({ regions, heartbeats, call }, at('05:35'));
    expect(home).toEqual({ region: 'us-east-1', last: 'unsent' });
    expect(away).toMatchObject({ fault: 'no heartbeat could be sent: STS is not activated in this Region' });
    expect(away && isSilent(away)).toBe(true);
    expect((await heartbeats.all()).map(({ region }) => region)).toEqual(['us-east-1']);
  });

  it('says when it cannot know, and sends all the same', async () => {
    const called: string[] = [];
    const heartbeats = {
      ...memoryHeartbeats(),
      all: async () => {
        throw new Error('the table was throttled');
      },
    };
    const ports = { regions, heartbeats, call: async (region: string) => void called.push(region) };
    const beats = await beat(ports, at('05:35'));
    expect(beats.map(isSilent)).toEqual([true, true]);
    expect(beats[0]?.fault).toContain('the table was throttled');
    expect(called).toEqual(regions);
  });
});
