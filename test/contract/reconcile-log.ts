import { describe, expect, it } from 'vitest';
import type { Gap, HourResult, ReconcileLog } from '../../shared/reconcile/reconcile-log.ts';

const region = 'us-east-1';
const tally = { recorded: 3, expected: 2, missed: 1, unreadable: 0 };
const progress = { hour: '2026-03-04T05', after: 'page 2', tally };

const gap = (eventId: string, time: string, over: Partial<Gap> = {}): Gap => ({
  region,
  eventId,
  time,
  action: 'iam:CreateUser',
  foundAt: '2026-03-04T07:35:00.000Z',
  ...over,
});

const compared = (hour: string): HourResult => ({
  region,
  hour,
  at: '2026-03-04T07:35:00.000Z',
  status: 'compared',
  with: 'event history',
  tally,
});

/**
 * What every log of reconciliation does.
 *
 * @param open two processes that work on the same, empty log
 */
export const describeReconcileLog = (
  name: string,
  open: () => Promise<readonly [ReconcileLog, ReconcileLog]>,
): void => {
  describe(`the log of reconciliation in ${name}`, () => {
    it('keeps the checkpoint of each Region', async () => {
      const [one, other] = await open();
      expect(await one.checkpoint(region)).toBeUndefined();
      const first = await one.save(region, { next: '2026-03-04T05' }, undefined);
      expect(await other.checkpoint(region)).toEqual(first);
      const second = await other.save(region, { next: '2026-03-04T05', progress }, first);
      expect(await one.checkpoint(region)).toEqual(second);
      expect(second).toMatchObject({ next: '2026-03-04T05', progress });
      const third = await one.save(region, { next: '2026-03-04T06' }, second);
      expect(await other.checkpoint(region)).toEqual(third);
      expect(third).not.toHaveProperty('progress');
      expect(await one.checkpoint('eu-west-1')).toBeUndefined();
    });

    it('lets one of two runs go on', async () => {
      const [one, other] = await open();
      const saves = [one, other].map((log) => log.save(region, { next: '2026-03-04T05' }, undefined));
      const [first] = (await Promise.all(saves)).filter((saved) => saved !== undefined);
      expect((await Promise.all(saves)).filter((saved) => saved === undefined)).toHaveLength(1);
      const again = [one, other].map((log) => log.save(region, { next: '2026-03-04T06' }, first));
      expect((await Promise.all(again)).filter((saved) => saved !== undefined)).toHaveLength(1);
    });

    it('notes a gap once, and lists those of a month by time', async () => {
      const [one, other] = await open();
      await one.noteGap(gap('late', '2026-03-09T05:06:07.000Z'));
      await one.noteGap(gap('early', '2026-03-04T05:06:07.000Z'));
      await other.noteGap(gap('early', '2026-03-04T05:06:07.000Z', { foundAt: '2026-03-05T00:00:00.000Z' }));
      await one.noteGap(gap('next month', '2026-04-01T00:00:00.000Z'));
      await one.noteGap(gap('elsewhere', '2026-03-04T05:06:07.000Z', { region: 'eu-west-1' }));
      expect(await other.gaps(region, '2026-03')).toEqual([
        gap('early', '2026-03-04T05:06:07.000Z'),
        gap('late', '2026-03-09T05:06:07.000Z'),
      ]);
      expect((await other.gaps(region, '2026-04')).map(({ eventId }) => eventId)).toEqual(['next month']);
    });

    it('lists the hours of a month by time; the last word on an hour stands', async () => {
      const [one, other] = await open();
      const givenUp: HourResult = { ...compared('2026-03-04T04'), status: 'not-compared', cause: 'too old' };
      await one.noteHour(compared('2026-03-04T05'));
      await one.noteHour(givenUp);
      await other.noteHour(compared('2026-03-04T04'));
      await one.noteHour(compared('2026-04-01T00'));
      expect(await other.hours(region, '2026-03')).toEqual(
        [compared('2026-03-04T04'), compared('2026-03-04T05')].map((result) => ({ ...result })),
      );
      expect(await other.hours('eu-west-1', '2026-03')).toEqual([]);
    });
  });
};
