import { expect, it } from 'vitest';
import { memoryEventHistory } from '../../../shared/adapters/memory/event-history.ts';
import { describeEventHistory } from '../../contract/event-history.ts';
import { at, count, firstSeen, request } from '../../history/requests.ts';

describeEventHistory('memory', async (since) => {
  const history = memoryEventHistory({ since });
  return { open: () => history };
});

it('begins with the earliest event of the account, unless told otherwise', async () => {
  const history = memoryEventHistory();
  expect(await history.note(request(count(), 'e0', '01 00:00'))).toMatchObject({ status: 'not-met' });
  expect(await history.note(request(firstSeen(), 'e1', '10 00:00'))).toEqual({
    status: 'learning',
    until: at('11 00:00'),
  });
  expect(await history.note(request(firstSeen({ key: 'x' }), 'e2', '11 00:00'))).toMatchObject({
    status: 'met',
  });
});

it('forgets windows a day and twice their length after the newest event', async () => {
  const history = memoryEventHistory();
  const noteAll = (ids: readonly string[], clock: string) =>
    Promise.all(ids.map((id) => history.note(request(count(), id, clock))));
  await noteAll(['e0', 'e1'], '01 00:00');
  expect(await noteAll(['e2'], '01 00:10')).toMatchObject([{ count: 3 }]);
  await noteAll(['e3'], '05 00:00');
  expect(await noteAll(['e4'], '01 00:10')).toMatchObject([{ count: 1 }]);
});
