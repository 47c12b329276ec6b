import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchFileWith } from '../../../shared/adapters/addresses/fetch-file.ts';

const bytes = Buffer.from([0, 255, 128, 10]);
const requests: string[] = [];
const server = createServer((request, response) => {
  const condition = request.headers['if-none-match'];
  requests.push(`${request.method} ${request.url} ${condition ?? ''}`);
  if (request.url?.startsWith('/bucket/geo/cities.mmdb')) {
    if (condition === '"v1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"v1"' }).end(bytes);
  } else response.writeHead(403).end('<Error><Code>AccessDenied</Code><Message>no</Message></Error>');
});

let client: S3Client;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  client = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    forcePathStyle: true,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('reads an object, and not again while its ETag stays', async () => {
  const fetch = fetchFileWith(async () => client);
  expect(await fetch('s3://bucket/geo/cities.mmdb')).toEqual({ tag: '"v1"', bytes });
  expect(await fetch('s3://bucket/geo/cities.mmdb', '"v1"')).toBe('unchanged');
  expect(await fetch('s3://bucket/geo/cities.mmdb', '"v0"')).toMatchObject({ tag: '"v1"' });
  expect(requests.map((one) => one.replace(/\?\S*/, ''))).toEqual([
    'GET /bucket/geo/cities.mmdb ',
    'GET /bucket/geo/cities.mmdb "v1"',
    'GET /bucket/geo/cities.mmdb "v0"',
  ]);
});

it('throws what S3 says', async () => {
  await expect(fetchFileWith(async () => client)('s3://other/x')).rejects.toMatchObject({
    name: 'AccessDenied',
  });
});

it('makes no client for a file of this machine', async () => {
  const fetch = fetchFileWith(() => Promise.reject(new Error('no client is needed')));
  expect(await fetch(import.meta.filename)).toMatchObject({ tag: expect.any(String) });
  await expect(fetch('s3://bucket/geo/cities.mmdb')).rejects.toThrow('no client is needed');
});
