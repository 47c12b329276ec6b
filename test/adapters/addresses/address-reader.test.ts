import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressReader } from '../../../shared/adapters/addresses/address-reader.ts';
import { type FetchFile, fetchLocalFile } from '../../../shared/adapters/addresses/fetch-file.ts';
import { standingClock } from '../../account/readers.ts';
import { mmdbFile, type Value } from './mmdb-file.ts';

const seoul: Value = {
  country: { iso_code: 'KR', names: { en: 'South Korea' } },
  city: { names: { en: 'Seoul', ko: '서울' } },
  location: { latitude: 37.5, longitude: 126.9 },
};
const cities = mmdbFile({
  '203.0.113.0/24': seoul,
  '203.0.113.128/25': { country: { iso_code: 'DE' } },
  '2001:db8::/32': seoul,
});
const asns = mmdbFile(
  { '203.0.113.0/24': { autonomous_system_number: 64500, autonomous_system_organization: 'Example' } },
  { builtAt: '2026-02-01T00:00:00.000Z' },
);

/** A store of files, and how often each was sent. */
const fileStore = (files: Record<string, Buffer | Error>) => {
  const sent: string[] = [];
  const fetch: FetchFile = async (name, knownTag) => {
    const file = files[name];
    if (file === undefined) throw Object.assign(new Error(`no ${name}`), { name: 'NoSuchKey' });
    if (file instanceof Error) throw file;
    const tag = String(file.length);
    if (tag === knownTag) return 'unchanged';
    sent.push(name);
    return { tag, bytes: file };
  };
  return { files, sent, fetch };
};

const start = (files: Record<string, Buffer | Error>, names = Object.keys(files)) => {
  const clock = standingClock();
  const store = fileStore(files);
  const faults: string[] = [];
  const reader = addressReader({
    files: names,
    fetch: store.fetch,
    now: clock.now,
    onFault: (file, error) => faults.push(`${file}: ${String(error)}`),
  });
  const ask = (id: string) => reader.read('111122223333', { kind: 'address', id });
  return { ...store, clock, faults, reader, ask };
};

describe('where an address is', () => {
  it.each([
    ['203.0.113.7', { country: 'KR', city: 'Seoul', latitude: 37.5, longitude: 126.9 }],
    ['203.0.113.200', { country: 'DE' }],
    ['2001:db8::1', { country: 'KR', city: 'Seoul', latitude: 37.5, longitude: 126.9 }],
    ['2001:DB8:0:0::1', { country: 'KR', city: 'Seoul', latitude: 37.5, longitude: 126.9 }],
    ['::ffff:203.0.113.200', { country: 'DE' }],
  ])('%s', async (address, value) => {
    expect(await start({ cities }).ask(address)).toEqual({
      status: 'found',
      kind: 'address',
      value,
      readAt: '2026-03-01T00:00:00.000Z',
    });
  });

  it.each([
    '198.51.100.1',
    '2001:db9::1',
    '10.0.0.1',
    'cloudformation.amazonaws.com',
    'AWS Internal',
    '',
    '203.0.113',
  ])('nobody knows: %s', async (address) => {
    expect(await start({ cities }).ask(address)).toMatchObject({ status: 'absent' });
  });

  it('is put together from several files; the first that knows a thing wins, the oldest gives the date', async () => {
    const other = mmdbFile({ '203.0.113.0/24': { country: { iso_code: 'US' }, asn: 'AS1' } });
    expect(await start({ cities, asns, other }).ask('203.0.113.7')).toEqual({
      status: 'found',
      kind: 'address',
      value: {
        country: 'KR',
        city: 'Seoul',
        latitude: 37.5,
        longitude: 126.9,
        asn: 64500,
        organization: 'Example',
      },
      readAt: '2026-02-01T00:00:00.000Z',
    });
  });

  it.each<[string, Value, object]>([
    [
      'DB-IP',
      { country: { iso_code: 'FR' }, city: { names: { en: 'Paris' } } },
      { country: 'FR', city: 'Paris' },
    ],
    [
      'IPinfo Lite',
      { country: 'France', country_code: 'FR', asn: 'AS64501', as_name: 'Example' },
      { country: 'FR', asn: 64501, organization: 'Example' },
    ],
    [
      'IPinfo location',
      { country: 'FR', city: 'Paris', lat: '48.8', lng: '2.3' },
      { country: 'FR', city: 'Paris', latitude: 48.8, longitude: 2.3 },
    ],
    ['a record of something else', { is_anonymous_proxy: 1, country: 'France', asn: 'none' }, {}],
  ])('in the records of %s', async (_, record, value) => {
    expect(await start({ file: mmdbFile({ '203.0.113.0/24': record }) }).ask('203.0.113.7')).toMatchObject({
      status: 'found',
      value,
    });
  });

  it('in a file of IPv4 addresses only', async () => {
    const { ask } = start({ cities: mmdbFile({ '203.0.113.0/24': seoul }, { ipVersion: 4 }) });
    expect(await ask('203.0.113.7')).toMatchObject({ status: 'found' });
    expect(await ask('2001:db8::1')).toMatchObject({ status: 'absent' });
  });
});

describe('files', () => {
  it('without any, it is off', async () => {
    expect(await start({}).ask('203.0.113.7')).toMatchObject({ status: 'unavailable', off: true });
  });

  it('are read when the first address is asked for, once for all that ask', async () => {
    const { ask, sent } = start({ cities, asns });
    expect(sent).toEqual([]);
    await Promise.all(['203.0.113.7', '203.0.113.8', '203.0.113.9'].map(ask));
    expect(sent).toEqual(['cities', 'asns']);
  });

  it('are looked at once an hour and read again when they have changed', async () => {
    const { ask, sent, clock, files } = start({ cities });
    await ask('203.0.113.7');
    files['cities'] = mmdbFile({ '203.0.113.0/24': { country: { iso_code: 'SE' } } });
    clock.move(3_599_999);
    expect(await ask('203.0.113.7')).toMatchObject({ value: { country: 'KR' } });
    clock.move(1);
    expect(await ask('203.0.113.7')).toMatchObject({ value: { country: 'SE' } });
    clock.move(3_600_000);
    await ask('203.0.113.7');
    expect(sent).toEqual(['cities', 'cities']);
  });

  it.each([
    ['no file', Buffer.from('<html>')],
    ['an error', Object.assign(new Error('denied'), { name: 'AccessDenied' })],
  ])('that turn into %s: the last good one stays in use, and the fault is told', async (_, broken) => {
    const { ask, faults, clock, files } = start({ cities });
    await ask('203.0.113.7');
    files['cities'] = broken;
    clock.move(3_600_000);
    expect(await ask('203.0.113.7')).toMatchObject({ value: { country: 'KR' } });
    expect(faults).toHaveLength(1);
    await ask('203.0.113.7');
    expect(faults).toHaveLength(1);
    clock.move(300_000);
    await ask('203.0.113.7');
    expect(faults).toHaveLength(2);
    files['cities'] = asns;
    clock.move(300_000);
    expect(await ask('203.0.113.7')).toMatchObject({ value: { asn: 64500 } });
  });

  it.each<[string, Buffer | Error, true | undefined, RegExp]>([
    ['no file of addresses', Buffer.from('PK archive'), undefined, /asns is no file of addresses.*unpack it/],
    ['denied', Object.assign(new Error('x'), { name: 'AccessDenied' }), undefined, /cannot be read/],
    ['not there', Object.assign(new Error('x'), { code: 'ENOENT' }), undefined, /cannot be read/],
    ['slow', Object.assign(new Error('x'), { name: 'SlowDown' }), true, /cannot be read: x/],
  ])(
    'of which one is %s: nothing is known, though another would know a part',
    async (_, file, transient, cause) => {
      expect(await start({ cities, asns: file }).ask('203.0.113.7')).toEqual({
        status: 'unavailable',
        cause: expect.stringMatching(cause),
        ...(transient ? { transient } : {}),
      });
    },
  );

  it('that fail at first are tried again with the next address', async () => {
    const { ask, files } = start({ cities: new Error('reset') });
    expect(await ask('203.0.113.7')).toMatchObject({ status: 'unavailable' });
    files['cities'] = cities;
    expect(await ask('203.0.113.7')).toMatchObject({ status: 'found' });
  });

  it('know addresses only', async () => {
    const { reader } = start({ cities });
    expect(await reader.read('1', { kind: 'role', id: 'ops' })).toMatchObject({ status: 'unavailable' });
  });
});

describe('of this machine', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trailwarden-addresses-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are read when they have changed', async () => {
    const file = join(folder, 'cities.mmdb');
    await writeFile(file, cities);
    const first = await fetchLocalFile(file);
    expect(first).toMatchObject({ bytes: cities });
    const { tag } = first as { tag: string };
    expect(await fetchLocalFile(file, tag)).toBe('unchanged');
    await utimes(file, 1, 1);
    expect(await fetchLocalFile(file, tag)).toMatchObject({ bytes: cities });
  });
});
