import { describe, expect, it } from 'vitest';
import { onceEach } from '../../shared/app/once-each.ts';

const counting = () => {
  let times = 0;
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    times: () => times,
    release,
    async work() {
      times += 1;
      await gate;
      return 'done';
    },
  };
};

describe('work that comes more than once', () => {
  it('is done once, and who comes meanwhile waits for it', async () => {
    const { run } = onceEach({ now: () => 0 });
    const { work, times, release } = counting();
    const both = Promise.all([run('a', work), run('a', work)]);
    release();
    expect(await both).toEqual([{ result: 'done' }, undefined]);
    expect(await run('a', work)).toBeUndefined();
    expect(times()).toBe(1);
  });

  it('is done for each key', async () => {
    const { run } = onceEach({ now: () => 0 });
    const { work, times, release } = counting();
    release();
    await run('a', work);
    expect(await run('b', work)).toBeDefined();
    expect(times()).toBe(2);
  });

  it('is done again when it failed, and all who waited for it hear of that', async () => {
    const { run } = onceEach({ now: () => 0 });
    const fail = () => Promise.reject(new Error('no'));
    const results = await Promise.allSettled([run('a', fail), run('a', fail)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await run('a', async () => undefined)).toBeDefined();
  });

  it('is done again when it is to be forgotten', async () => {
    const { run, forget } = onceEach({ now: () => 0 });
    const { work, release } = counting();
    release();
    await run('a', work);
    forget();
    expect(await run('a', work)).toBeDefined();
  });

  it('is done again after some minutes', async () => {
    let time = 0;
    const { run } = onceEach({ now: () => time, millis: 10 });
    const { work, release } = counting();
    release();
    await run('a', work);
    time = 9;
    expect(await run('a', work)).toBeUndefined();
    time = 10;
    expect(await run('a', work)).toBeDefined();
  });

  it('is done again when so much came meanwhile that it was forgotten', async () => {
    const { run } = onceEach({ now: () => 0, capacity: 1 });
    const { work, release } = counting();
    release();
    await run('a', work);
    await run('b', work);
    expect(await run('b', work)).toBeUndefined();
    expect(await run('a', work)).toBeDefined();
  });
});
