import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { settingsParameter } from '../../../shared/adapters/ssm/settings-parameter.ts';

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const asked: unknown[] = [];
let answer: { readonly status: number; readonly body: object };
const server = createServer((request, response) => {
  void bodyOf(request).then((body) => {
    asked.push(JSON.parse(body));
    response
      .writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(answer.body));
  });
});

let client: SSMClient;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  client = new SSMClient({
    endpoint: `http://127.0.0.1:${port}`,
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
beforeEach(() => {
  asked.length = 0;
});

const source = () => settingsParameter({ client, name: '/trailwarden/settings' });
const error = (type: string, status = 400) => ({ status, body: { __type: type, message: 'as scripted' } });

it('reads the latest version, or the one that is named', async () => {
  answer = { status: 200, body: { Parameter: { Version: 7, Value: '{}' } } };
  expect(await source().latest()).toEqual({ version: 7, text: '{}' });
  expect(await source().version(7)).toEqual({ version: 7, text: '{}' });
  expect(asked).toEqual([{ Name: '/trailwarden/settings' }, { Name: '/trailwarden/settings:7' }]);
});

it('knows that an old version is not kept any more', async () => {
  answer = error('ParameterVersionNotFound');
  expect(await source().version(1)).toBeUndefined();
});

it.each([
  ['AccessDeniedException', false, /ssm:GetParameter was denied.*docs\/permissions\.md/],
  ['ParameterNotFound', false, /no such parameter/],
  ['ThrottlingException', true, /ThrottlingException: as scripted/],
  ['InternalServerError', true, /InternalServerError/],
])('%s: may pass: %s', async (type, isTransient, message) => {
  answer = error(type, type === 'InternalServerError' ? 500 : 400);
  for (const read of [() => source().latest(), () => source().version(3)])
    await expect(read()).rejects.toMatchObject({
      name: 'SettingsUnreadableError',
      isTransient,
      message: expect.stringMatching(message),
    });
});
