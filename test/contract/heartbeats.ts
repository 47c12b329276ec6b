import { describe, expect, it } from 'vitest';
import type { Heartbeats } from '../../shared/reconcile/heartbeat.ts';

const at = (clock: string): string => `2026-03-04T${clock}:00.000Z`;

/**
 * What every memory of heartbeats does.
 *
 * @param open two processes that work on the same, empty memory
 */
export const describeHeartbeats = (
  name: string,
  open: () => Promise<readonly [Heartbeats, Heartbeats]>,
): void => {
  describe(`heartbeats in ${name}`, () => {
    it('are remembered by Region', async () => {
      const [one, other] = await open();
      expect(await one.all()).toEqual([]);
      await one.noteSent('us-east-1', at('05:35'));
      await one.noteSent('eu-west-1', at('05:35'));
      await other.noteSeen('us-east-1', at('05:36'));
      expect(await one.all()).toEqual([
        { region: 'eu-west-1', sentAt: at('05:35') },
        { region: 'us-east-1', sentAt: at('05:35'), seenAt: at('05:36') },
      ]);
    });

    it('the latest stays, whatever the order', async () => {
      const [one, other] = await open();
      for (const clock of ['06:36', '05:36', '06:36']) await one.noteSeen('us-east-1', at(clock));
      await other.noteSent('us-east-1', at('06:35'));
      await other.noteSent('us-east-1', at('07:35'));
      expect(await other.all()).toEqual([{ region: 'us-east-1', sentAt: at('07:35'), seenAt: at('06:36') }]);
    });
  });
};
