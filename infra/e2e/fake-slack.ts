import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the webhook. Slack's own answers are plain text: `ok`, `no_service`, `invalid_blocks` … */
export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How messages that contain a text are answered: one reply after another, then `ok`; or the last one for ever. */
export interface Script {
  readonly containing: string;
  readonly replies: readonly Reply[];
  readonly lastOneForEver?: boolean;
}

/** A request as the webhook got it, and how it was answered. */
export interface Delivery {
  readonly path: string;
  readonly contentType: string;
  /** The raw body: JSON when the sender did its job. */
  readonly body: string;
  readonly status: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A running fake. */
export interface FakeSlack {
  readonly origin: string;
  stop(): Promise<void>;
}

/** The path of the webhook, in the shape of a real one. */
export const webhookPath = '/services/T00000000/B00000000/fake';

const accepted: Reply = { status: 200, body: 'ok' };

/** Decides on answers and remembers what came; no I/O. */
class Webhook {
  readonly #deliveries: Delivery[] = [];
  readonly #scripts: { script: Script; left: Reply[] }[] = [];

  addScript(script: Script): void {
    this.#scripts.push({ script, left: [...script.replies] });
  }

  take(delivery: Omit<Delivery, 'status'>): Reply {
    const reply =
      delivery.path === webhookPath ? this.#replyTo(delivery.body) : { status: 404, body: 'no_team' };
    this.#deliveries.push({ ...delivery, status: reply.status });
    return reply;
  }

  deliveries(containing: string): readonly Delivery[] {
    return this.#deliveries.filter(({ body }) => body.includes(containing));
  }

  #replyTo(body: string): Reply {
    const scripted = this.#scripts.find(
      ({ script, left }) => left.length > 0 && body.includes(script.containing),
    );
    if (scripted === undefined) return accepted;
    const keep = scripted.script.lastOneForEver === true && scripted.left.length === 1;
    return (keep ? scripted.left[0] : scripted.left.shift()) ?? accepted;
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const answer = async (
  webhook: Webhook,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://fake');
  const body = await bodyOf(request);
  if (url.pathname === '/control/scripts') {
    webhook.addScript(JSON.parse(body) as Script);
    response.writeHead(204).end();
  } else if (url.pathname === '/control/deliveries') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(webhook.deliveries(url.searchParams.get('containing') ?? '')));
  } else {
    const contentType = request.headers['content-type'] ?? '';
    const reply = webhook.take({ path: url.pathname, contentType, body, at: Date.now() });
    response.writeHead(reply.status, { 'content-type': 'text/plain', ...reply.headers }).end(reply.body);
  }
};

/** Starts a Slack webhook on loopback whose answers are scripted through its own `/control` (see FakeSlackControl). */
export const startFakeSlack = async (): Promise<FakeSlack> => {
  const webhook = new Webhook();
  const server = createServer((request, response) => {
    answer(webhook, request, response).catch((error: unknown) =>
      response.writeHead(500).end(`fake Slack: ${String(error)}`),
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
  return { origin: `http://127.0.0.1:${port}`, stop };
};

/** What a check tells and asks the fake. */
export class FakeSlackControl {
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Scripts the answers to messages that contain a text; say it before the message can come. */
  async script(script: Script): Promise<void> {
    const response = await fetch(`${this.#origin}/control/scripts`, {
      method: 'POST',
      body: JSON.stringify(script),
    });
    if (!response.ok) throw new Error(`fake Slack refused the script: ${await response.text()}`);
  }

  /** Requests so far whose body contains the text, oldest first. */
  async deliveries(containing: string): Promise<readonly Delivery[]> {
    const query = new URLSearchParams({ containing });
    const response = await fetch(`${this.#origin}/control/deliveries?${query}`);
    return (await response.json()) as readonly Delivery[];
  }
}
