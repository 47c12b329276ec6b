import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyChange, KeyChanges } from '../../shared/account/key-changes.ts';
import { account, at } from '../findings/occurrences.ts';

const change = (over: Partial<KeyChange> = {}): KeyChange => ({
  accountId: account,
  keyId: 'AKIAEXAMPLE1',
  status: 'inactive',
  at: at('10:00'),
  eventId: 'e1',
  ...over,
});

/** What every store of key changes keeps to. */
export const describeKeyChanges = (name: string, makeStore: () => Promise<KeyChanges>): void => {
  describe(`key changes: ${name}`, () => {
    it('tells the latest change of each key that it knows', async () => {
      const store = await makeStore();
      await store.note(change());
      await store.note(change({ keyId: 'AKIAEXAMPLE2', status: 'deleted' }));
      await store.note(change({ accountId: '444455556666', status: 'active' }));
      const keyIds = ['AKIAEXAMPLE1', 'AKIAEXAMPLE2', 'AKIAUNKNOWN'];
      expect(await store.latest(account, keyIds)).toEqual(
        new Map([
          ['AKIAEXAMPLE1', change()],
          ['AKIAEXAMPLE2', change({ keyId: 'AKIAEXAMPLE2', status: 'deleted' })],
        ]),
      );
      expect(await store.latest(account, [])).toEqual(new Map());
    });

    it('keeps the latest, in any order of arrival and however often', async () => {
      const store = await makeStore();
      let keys = 0;
      const happening = fc.record({
        minute: fc.integer({ min: 0, max: 3 }),
        status: fc.constantFrom<KeyChange['status']>('active', 'inactive', 'deleted'),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 5 }), fc.nat(), async (all, turn) => {
          const keyId = `AKIA${keys++}`;
          const changes = all.map(({ minute, status }, id) =>
            change({ keyId, status, at: at(`10:0${minute}`), eventId: `e${id}` }),
          );
          const cut = turn % changes.length;
          for (const one of [...changes.slice(cut), ...changes]) await store.note(one);
          const last = changes
            .toSorted((a, b) => (`${a.at}${a.eventId}` < `${b.at}${b.eventId}` ? -1 : 1))
            .at(-1);
          expect((await store.latest(account, [keyId])).get(keyId)).toEqual(last);
        }),
        { numRuns: 25 },
      );
    });
  });
};
