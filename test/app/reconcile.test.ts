import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReconcilePorts, reconcile } from '../../shared/app/reconcile.ts';
import type { JsonObject } from '../../shared/events/iam-event.ts';
import { change, endless, idOf, noted, region, runAt, world } from '../reconcile/world.ts';
import { Kill } from './kill.ts';

/** A world that has begun: its first hour is from five to six. */
const begun = async (recorded: readonly JsonObject[], pageSize?: number) => {
  const made = world(recorded, pageSize);
  await made.log.save(region, { next: '2026-03-04T05' }, undefined);
  return made;
};

const alice = change('05:10:00', 'alice');
const bob = change('05:20:00', 'bob');
const carol = change('05:30:00', 'carol');

describe('an hour that is compared', () => {
  it('has no gap when all was processed', async () => {
    const { ports, processed, sent } = await begun([alice, bob, carol]);
    await processed.note([alice, bob, carol].map(noted));
    expect(await reconcile(ports, endless('06:35:00'))).toEqual([
      {
        region,
        compared: [{ hour: '2026-03-04T05', tally: { recorded: 3, expected: 3, missed: 0, unreadable: 0 } }],
        givenUp: [],
        owed: [],
        isOverdue: false,
      },
    ]);
    expect(sent).toEqual([]);
  });

  it('has what was missed sent, noted and told', async () => {
    const { ports, processed, sent, told, log } = await begun([alice, bob, carol]);
    await processed.note([alice, carol].map(noted));
    const [run] = await reconcile(ports, endless('06:35:00'));
    expect(run?.compared[0]?.tally).toMatchObject({ expected: 3, missed: 1 });
    expect(sent).toEqual([bob]);
    const gap = {
      region,
      eventId: idOf(bob),
      time: '2026-03-04T05:20:00.000Z',
      action: 'iam:CreateUser',
      foundAt: '2026-03-04T06:35:00.000Z',
    };
    expect(told).toEqual([gap]);
    expect(await log.gaps(region, '2026-03')).toEqual([gap]);
    expect(await log.hours(region, '2026-03')).toMatchObject([
      { hour: '2026-03-04T05', status: 'compared', with: 'event history', tally: { missed: 1 } },
    ]);
  });

  it('leaves alone what nobody expects, what is of another hour, and counts what cannot be read', async () => {
    const { ports, sent } = await begun([], 10);
    const records = [
      change('05:10:00', 'alice', { eventName: 'GetUser' }),
      change('06:00:00', 'bob'),
      change('05:59:59', 'carol', { awsRegion: 'eu-west-1' }),
      { eventID: 'x' },
    ];
    const found = records.map((value, i) => ({
      kind: 'record' as const,
      value: value as JsonObject,
      position: `${i}`,
    }));
    const broken = { kind: 'unreadable' as const, position: '9', cause: 'no JSON' };
    const nothing = { kind: 'no-records' as const, position: '8', what: 'a digest file' };
    const lookup = { name: 'trail bucket', page: async () => ({ found: [...found, broken, nothing] }) };
    const [run] = await reconcile({ ...ports, lookup }, endless('06:35:00'));
    expect(run?.compared[0]?.tally).toEqual({ recorded: 1, expected: 0, missed: 0, unreadable: 2 });
    expect(sent).toEqual([]);
  });
});

describe('the hours of a Region', () => {
  it('begin with the first full hour after the first run', async () => {
    const { ports, log, asked } = world();
    expect(await reconcile(ports, endless('05:35:00'))).toMatchObject([{ compared: [], owed: [] }]);
    expect(await log.checkpoint(region)).toMatchObject({ next: '2026-03-04T06' });
    await reconcile(ports, endless('06:35:00'));
    expect(asked).toEqual([]);
    await reconcile(ports, endless('07:35:00'));
    expect(asked).toEqual(['2026-03-04T06']);
  });

  it.each([
    ['half an hour after its end', '06:30:00', ['2026-03-04T05']],
    ['not before', '06:29:59', []],
    ['all that are due', '09:35:00', ['2026-03-04T05', '2026-03-04T06', '2026-03-04T07', '2026-03-04T08']],
  ])('are done %s', async (_, clock, hours) => {
    const { ports, asked } = await begun([]);
    await reconcile(ports, endless(clock));
    expect(asked).toEqual(hours);
  });

  it('stay owed when CloudTrail does not answer, and are done when it does; overdue after three runs', async () => {
    const { ports, sent } = await begun([alice]);
    const throttled = {
      ...ports.lookup,
      page: async () => {
        throw new Error('LookupEvents was throttled');
      },
    };
    const runs = ['06:35:00', '09:29:00', '09:31:00'].map((clock) => endless(clock));
    const failed = [];
    for (const time of runs) failed.push(...(await reconcile({ ...ports, lookup: throttled }, time)));
    expect(failed.map(({ owed, cause, isOverdue }) => [owed.length, cause, isOverdue])).toEqual([
      [1, 'LookupEvents was throttled', false],
      [3, 'LookupEvents was throttled', false],
      [4, 'LookupEvents was throttled', true],
    ]);
    const [run] = await reconcile(ports, endless('09:35:00'));
    expect(run).toMatchObject({ owed: [], isOverdue: false });
    expect(run?.compared).toHaveLength(4);
    expect(sent).toEqual([alice]);
  });

  it('go on where the time of a run was over', async () => {
    const { ports, asked, sent } = await begun([alice, bob, carol], 1);
    let pages = 2;
    const time = { now: runAt('06:35:00'), hasTime: () => pages-- > 0 };
    expect(await reconcile(ports, time)).toMatchObject([
      { owed: ['2026-03-04T05'], cause: 'the time of the run was over' },
    ]);
    const [run] = await reconcile(ports, endless('07:35:00'));
    expect(asked).toEqual(['2026-03-04T05', '2026-03-04T05 1', '2026-03-04T05 2', '2026-03-04T06']);
    expect(run?.compared[0]?.tally).toEqual({ recorded: 3, expected: 3, missed: 3, unreadable: 0 });
    expect(sent).toEqual([alice, bob, carol]);
  });

  it('are given up, and said to be, when what was processed is no longer known', async () => {
    const { ports, log } = world();
    await log.save(region, { next: '2026-02-19T04' }, undefined);
    const [run] = await reconcile(ports, { now: new Date('2026-03-04T05:35:00Z'), hasTime: () => true });
    expect(run?.givenUp).toEqual(['2026-02-19T04', '2026-02-19T05']);
    expect(run?.compared[0]?.hour).toBe('2026-02-19T06');
    expect(await log.hours(region, '2026-02')).toMatchObject([
      { hour: '2026-02-19T04', status: 'not-compared', cause: expect.stringContaining('too long ago') },
      { status: 'not-compared' },
      ...Array.from({ length: 9 * 24 + 18 }, () => ({ status: 'compared' })),
    ]);
  });

  it('wait while events wait in the queue', async () => {
    const { ports, sent } = await begun([alice]);
    const late = { ...ports.late, waiting: async () => 501 };
    const [run] = await reconcile({ ...ports, late }, endless('06:35:00'));
    expect(run).toMatchObject({ owed: ['2026-03-04T05'], cause: expect.stringContaining('501 events wait') });
    expect(sent).toEqual([]);
  });

  it('are left to another run that is at them', async () => {
    const { ports, log } = await begun([alice, bob], 1);
    const lookup: ReconcilePorts['lookup'] = {
      ...ports.lookup,
      async page(where, hour, after) {
        const checkpoint = await log.checkpoint(region);
        await log.save(region, { next: hour }, checkpoint);
        return ports.lookup.page(where, hour, after);
      },
    };
    const [run] = await reconcile({ ...ports, lookup }, endless('06:35:00'));
    expect(run).toMatchObject({ owed: ['2026-03-04T05'], cause: 'another run is comparing us-east-1' });
  });

  it('one that fails keeps no other Region from being compared', async () => {
    const { ports, log } = await begun([alice]);
    const broken = {
      ...log,
      checkpoint: async (where: string) => {
        if (where === 'eu-west-1') throw new Error('the table is gone');
        return log.checkpoint(where);
      },
    };
    const regions = ['eu-west-1', region];
    const [failed, done] = await reconcile({ ...ports, regions, log: broken }, endless('06:35:00'));
    expect(failed).toMatchObject({ cause: 'the table is gone', isOverdue: true });
    expect(done?.compared).toHaveLength(1);
  });
});

describe('whatever is lost, repeated or ended on the way', () => {
  const records = Array.from({ length: 12 }, (_, i) => change(`05:${10 + i}:00`, `user-${i}`));

  /** Runs that may end at any effect, until one gets through. */
  const runToTheEnd = async (
    ports: ReconcilePorts,
    kills: readonly (readonly [number, 'before' | 'after'])[],
  ) => {
    for (const [at, when] of [...kills, [0, 'before'] as const]) {
      const kill = new Kill(at, when);
      const dying = <T extends object>(port: T): T =>
        new Proxy(port, {
          get: (target, name) => {
            const member = Reflect.get(target, name) as unknown;
            return typeof member === 'function'
              ? (...input: unknown[]) => kill.effect(async () => member.apply(target, input) as unknown)
              : member;
          },
        });
      const { lookup, processed, log, late } = ports;
      const mortal = {
        lookup: dying(lookup),
        processed: dying(processed),
        log: dying(log),
        late: dying(late),
      };
      await reconcile({ ...ports, ...mortal }, endless('06:35:00'));
    }
  };

  it('no event is lost, none that was processed is called missed, and each gap is counted once', async () => {
    const lost = fc.subarray(records.map((_, i) => i));
    const kills = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('before', 'after')), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(records, { minLength: records.length }),
        lost,
        kills,
        fc.integer({ min: 1, max: 13 }),
        async (order, lostIndexes, deaths, pageSize) => {
          const missed = lostIndexes.map((i) => records[i] as JsonObject);
          const { ports, sent, processed, log } = await begun([...order, ...order.slice(0, 3)], pageSize);
          const arrived = records.filter((record) => !missed.includes(record));
          // Delivered in any order, and some of them twice.
          await processed.note([...arrived].reverse().map(noted));
          await processed.note(arrived.slice(0, 4).map(noted));
          await runToTheEnd(ports, deaths);
          const idsOf = (list: readonly JsonObject[]) => [...new Set(list.map(idOf))].sort();
          expect(idsOf(sent)).toEqual(idsOf(missed));
          expect((await log.gaps(region, '2026-03')).map(({ eventId }) => eventId).sort()).toEqual(
            idsOf(missed),
          );
          expect(await log.checkpoint(region)).toMatchObject({ next: '2026-03-04T06' });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds nothing a second time once the late events were processed', async () => {
    const { ports, sent, processed, log } = await begun(records);
    await reconcile(ports, endless('06:35:00'));
    await processed.note(sent.map(noted));
    const before = await log.checkpoint(region);
    await log.save(region, { next: '2026-03-04T05' }, before);
    sent.length = 0;
    const [again] = await reconcile(ports, endless('06:40:00'));
    expect(sent).toEqual([]);
    // The hour still says what was missed in it.
    expect(again?.compared[0]?.tally.missed).toBe(records.length);
  });
});
