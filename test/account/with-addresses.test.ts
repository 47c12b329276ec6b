import { expect, it } from 'vitest';
import { noAddresses, withAddresses } from '../../shared/account/with-addresses.ts';
import { recordingReader } from './readers.ts';

it('asks the addresses where an address is, and the account everything else', async () => {
  const account = recordingReader((_, { kind }) => ({ status: 'found', kind, value: 'account', readAt: '' }));
  const addresses = recordingReader((_, { kind }) => ({ status: 'found', kind, value: 'file', readAt: '' }));
  const reader = withAddresses(account.reader, addresses.reader);
  expect(await reader.read('1', { kind: 'address', id: '203.0.113.1' })).toMatchObject({ value: 'file' });
  expect(await reader.read('1', { kind: 'role', id: 'ops' })).toMatchObject({ value: 'account' });
  expect([account.asked, addresses.asked]).toEqual([['1 role ops'], ['1 address 203.0.113.1']]);
});

it('is off without a file, which is no fault', async () => {
  expect(await noAddresses.read('1', { kind: 'address', id: '203.0.113.1' })).toEqual({
    status: 'unavailable',
    off: true,
    cause: expect.stringContaining('addressFiles'),
  });
});
