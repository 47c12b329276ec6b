import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the server; `hang` never answers, `reset` cuts the connection. */
export type Answer =
  | 'hang'
  | 'reset'
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> };

const ok: Answer = { status: 200, body: 'ok' };

export interface ScriptedSlack {
  /** The URL of a webhook; each path is a channel of its own. */
  readonly url: (path?: string) => string;
  /** Every request that got an answer, in order. */
  readonly answered: {
    readonly path: string;
    readonly status: number;
    readonly payload: Record<string, unknown>;
  }[];
  /** Answers still to be given by a path; afterwards it accepts. */
  script(path: string, answers: readonly Answer[]): void;
  close(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const give = (answer: Answer, response: ServerResponse) => {
  if (answer === 'hang') return;
  if (answer === 'reset') response.socket?.resetAndDestroy();
  else response.writeHead(answer.status, answer.headers).end(answer.body ?? '');
};

/** A server on the loopback interface that answers as the script says, as Slack's webhooks would. */
export const startScriptedSlack = async (): Promise<ScriptedSlack> => {
  const scripts = new Map<string, Answer[]>();
  const answered: ScriptedSlack['answered'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    void bodyOf(request).then((body) => {
      const answer = scripts.get(path)?.shift() ?? ok;
      if (typeof answer === 'object')
        answered.push({ path, status: answer.status, payload: JSON.parse(body) });
      give(answer, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path = '/hook') => `http://127.0.0.1:${port}${path}`,
    answered,
    script: (path, answers) => scripts.set(path, [...answers]),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
