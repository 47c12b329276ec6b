import { describe, expect, it } from 'vitest';
import { playExample } from '../../functions/cli/rules/example-facts.ts';
import { signIn, unauthenticated, user } from '../../shared/events/example.ts';
import type { JsonObject } from '../../shared/events/json.ts';
import byUser from '../../shared/rules/catalogue/sign-in/console-brute-force-by-user.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';

const clock = (seconds: number): string =>
  new Date(Date.parse('2026-03-04T05:00:00Z') + seconds * 1000).toISOString();

const failureAt = (seconds: number) =>
  signIn(unauthenticated('alice'), { result: 'Failure', time: clock(seconds) });

/** When each message was said, in minutes from the first record. */
const toldAt = async (records: readonly JsonObject[]) => {
  const example = { name: 'run', expect: [], before: records.slice(0, -1), record: records.at(-1) ?? {} };
  const evaluations = await playExample(indexRules([byUser]), example);
  return evaluations.flatMap(({ matches }, index) =>
    matches.map(({ match }) => {
      const time = Date.parse(String(records[index]?.['eventTime']));
      return `${match.message} ${Math.floor((time - Date.parse(clock(0))) / 60_000)}`;
    }),
  );
};

describe('a run of guesses', () => {
  const everyTenSeconds = (hours: number) =>
    Array.from({ length: hours * 360 }, (_, index) => failureAt(index * 10));

  it('that goes on for three hours is told when it is one, and once an hour', async () => {
    // The twentieth failure comes 190 seconds after the first; an hour includes its last second.
    expect(await toldAt(everyTenSeconds(3))).toEqual(['guessed 3', 'guessed 63', 'guessed 123']);
  });

  it('is told once when somebody gets in, however often they come back', async () => {
    const success = (seconds: number) => signIn(user('alice'), { time: clock(seconds) });
    const records = [...everyTenSeconds(1), success(3600), success(3700), success(3800)];
    expect(await toldAt(records)).toEqual(['guessed 3', 'entered 60']);
  });

  it('slower than the threshold is not one', async () => {
    expect(await toldAt(Array.from({ length: 100 }, (_, index) => failureAt(index * 200)))).toEqual([]);
  });
});
