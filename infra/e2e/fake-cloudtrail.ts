import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '../../shared/events/iam-event.ts';

/** A running fake. */
export interface FakeCloudTrail {
  readonly origin: string;
  /** Where calls other than LookupEvents are answered: MiniStack. */
  forwardTo(endpoint: string): void;
  stop(): Promise<void>;
}

interface Question {
  readonly LookupAttributes: readonly [{ readonly AttributeKey: string; readonly AttributeValue: string }];
  /** Epoch seconds, both included. */
  readonly StartTime: number;
  readonly EndTime: number;
}

const fieldOf = { EventSource: 'eventSource', EventName: 'eventName' } as const;

const answerTo = ({ LookupAttributes, StartTime, EndTime }: Question, recorded: readonly JsonObject[]) => {
  const [{ AttributeKey, AttributeValue }] = LookupAttributes;
  const field = fieldOf[AttributeKey as keyof typeof fieldOf];
  const seconds = (record: JsonObject) => Date.parse(String(record['eventTime'])) / 1000;
  const Events = recorded
    .filter((record) => record[field] === AttributeValue)
    .filter((record) => seconds(record) >= StartTime && seconds(record) <= EndTime)
    .map((record) => ({ EventId: record['eventID'], CloudTrailEvent: JSON.stringify(record) }));
  return { Events };
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const pass = async (request: IncomingMessage, body: string, endpoint: string, response: ServerResponse) => {
  const kept = ['authorization', 'content-type', 'x-amz-target', 'x-amz-date', 'x-amz-security-token'];
  const headers = kept.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value] as [string, string]] : [];
  });
  const answer = await fetch(endpoint, { method: 'POST', headers, body });
  const type = answer.headers.get('content-type') ?? 'application/x-amz-json-1.1';
  response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
};

/**
 * CloudTrail's event history on loopback: MiniStack records calls under names that CloudTrail does not use. It shows the records that the checks
 * put at `/control/records`; every other call goes on to MiniStack.
 */
export const startFakeCloudTrail = async (): Promise<FakeCloudTrail> => {
  const recorded: JsonObject[] = [];
  let endpoint = '';
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    if (request.url === '/control/records') {
      recorded.push(...(JSON.parse(body) as JsonObject[]));
      response.writeHead(204).end();
    } else if (String(request.headers['x-amz-target']).endsWith('.LookupEvents')) {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(answerTo(JSON.parse(body) as Question, recorded)));
    } else await pass(request, body, endpoint, response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      response.writeHead(500).end(`fake CloudTrail: ${String(error)}`),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    forwardTo: (to) => {
      endpoint = to;
    },
    stop,
  };
};

/** Puts records into the event history of the fake, without an event on the bus. */
export const recordOnly = async (origin: string, ...records: readonly JsonObject[]): Promise<void> => {
  const response = await fetch(`${origin}/control/records`, {
    method: 'POST',
    body: JSON.stringify(records),
  });
  if (!response.ok) throw new Error(`fake CloudTrail refused the records: ${await response.text()}`);
};
