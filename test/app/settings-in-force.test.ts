import { describe, expect, it } from 'vitest';
import { noStoredSettings, type SettingsNews, settingsInForce } from '../../shared/app/settings-in-force.ts';
import { type SettingsSource, SettingsUnreadableError } from '../../shared/config/settings-source.ts';
import { standingClock } from '../account/readers.ts';

const regions = (...names: string[]) => JSON.stringify({ account: { regionsInUse: names } });
const bad = JSON.stringify({ account: { regionInUse: [] } });

/** Versions by number, 1 first. */
const start = (...texts: string[]) => {
  const clock = standingClock();
  const news: SettingsNews[] = [];
  const reads: string[] = [];
  const versions = [...texts];
  const outage: { error?: Error } = {};
  const read = (what: string, version: number) => {
    reads.push(what);
    if (outage.error) throw outage.error;
    const text = versions[version - 1];
    return text === undefined ? undefined : { version, text };
  };
  const source: SettingsSource = {
    name: '/trailwarden/settings',
    latest: async () => read('latest', versions.length) as never,
    version: async (version) => read(String(version), version),
  };
  /** A new process on the same store. */
  const open = () => settingsInForce({ source, now: clock.now, tell: (one) => news.push(one) });
  return { clock, news, reads, versions, outage, open };
};

const kinds = (news: readonly SettingsNews[]) =>
  news.map((one) => ('version' in one ? `${one.kind} ${one.version}` : one.kind));

it('reads the settings when they are first asked for, once for all that ask, and says which version is in force', async () => {
  const { news, reads, open } = start(regions('eu-west-1'));
  const current = open();
  const all = await Promise.all([current(), current(), current()]);
  expect(all[0]).toEqual({
    version: 1,
    settings: { account: { regionsInUse: ['eu-west-1'] }, addressFiles: [] },
  });
  expect(all[2]).toBe(all[0]);
  expect(reads).toEqual(['latest']);
  expect(news).toEqual([{ kind: 'in-force', version: 1, settings: all[0]?.settings }]);
});

it('looks every five minutes', async () => {
  const { clock, news, reads, versions, open } = start(regions('eu-west-1'));
  const current = open();
  await current();
  versions.push(regions('us-east-1'));
  clock.move(299_999);
  expect(await current()).toMatchObject({ version: 1 });
  clock.move(1);
  expect(await current()).toMatchObject({
    version: 2,
    settings: { account: { regionsInUse: ['us-east-1'] } },
  });
  clock.move(300_000);
  await current();
  expect(reads).toEqual(['latest', 'latest', 'latest']);
  expect(kinds(news)).toEqual(['in-force 1', 'in-force 2']);
});

describe('a version that is wrong', () => {
  it('is refused at each look with every fault; the last good one stays in force, until the next good one', async () => {
    const { clock, news, versions, open } = start(regions('eu-west-1'));
    const current = open();
    await current();
    versions.push(bad);
    clock.move(300_000);
    expect(await current()).toMatchObject({
      version: 1,
      settings: { account: { regionsInUse: ['eu-west-1'] } },
    });
    clock.move(300_000);
    expect(await current()).not.toHaveProperty('fault');
    versions.push(regions('us-east-1'));
    clock.move(300_000);
    await current();
    expect(kinds(news)).toEqual(['in-force 1', 'refused 2', 'refused 2', 'in-force 3']);
    expect(news[1]).toMatchObject({
      inForce: 1,
      cause: expect.stringMatching(/\/trailwarden\/settings:2 cannot be used:[\s\S]*regionsInUse/),
    });
  });

  it('does not stop a process that starts: the last good one comes into force there as well', async () => {
    const { news, reads, open } = start(regions('eu-west-1'), bad, '{', bad);
    expect(await open()()).toMatchObject({ version: 1 });
    expect(reads).toEqual(['latest', '3', '2', '1']);
    expect(kinds(news)).toEqual(['refused 4', 'in-force 1']);
  });

  it.each([
    ['there was never a good one', [bad, bad]],
    ['the good one is more than ten versions back', [regions('eu-west-1'), ...Array(11).fill(bad)]],
  ])('and %s: a fault of the rules that need settings, soon looked at again', async (_, texts) => {
    const { clock, news, versions, open } = start(...texts);
    const current = open();
    expect(await current()).toEqual({
      version: 0,
      settings: { account: {}, addressFiles: [] },
      fault: { cause: expect.stringContaining('cannot be used') },
    });
    expect(news).toMatchObject([{ kind: 'refused', inForce: 0 }]);
    versions.push(regions('eu-west-1'));
    clock.move(15_000);
    expect(await current()).toMatchObject({ version: texts.length + 1 });
  });
});

describe('settings that cannot be read', () => {
  it.each([true, false])(
    'at the start: a fault, which may pass: %s; looked at again soon',
    async (isTransient) => {
      const { clock, news, outage, open } = start(regions('eu-west-1'));
      outage.error = new SettingsUnreadableError('throttled', isTransient);
      const current = open();
      expect(await current()).toMatchObject({
        version: 0,
        fault: { cause: 'throttled', ...(isTransient ? { transient: true } : {}) },
      });
      delete outage.error;
      expect(await current()).toHaveProperty('fault');
      clock.move(15_000);
      expect(await current()).toMatchObject({ version: 1 });
      expect(kinds(news)).toEqual(['unread', 'in-force 1']);
    },
  );

  it('later: those in force stay', async () => {
    const { clock, news, outage, open } = start(regions('eu-west-1'));
    const current = open();
    const before = await current();
    outage.error = new SettingsUnreadableError('throttled', true);
    clock.move(300_000);
    expect(await current()).toEqual(before);
    expect(news.at(-1)).toEqual({ kind: 'unread', inForce: 1, cause: 'throttled' });
  });

  it('for a reason of our own: thrown', async () => {
    const { outage, open } = start(regions('eu-west-1'));
    outage.error = new TypeError('a bug');
    await expect(open()()).rejects.toThrow('a bug');
  });
});

it('without stored settings says once that there are none, and that is no fault', async () => {
  const news: SettingsNews[] = [];
  const current = noStoredSettings((one) => news.push(one));
  await current();
  expect(await current()).toEqual({ version: 0, settings: { account: {}, addressFiles: [] } });
  expect(kinds(news)).toEqual(['in-force 0']);
});
