import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient } from '@aws-sdk/client-sts';

/** One answer of the server: a body, an error of AWS, or none at all. */
export type Answer =
  | 'hang'
  | { readonly body: string }
  | { readonly error: string; readonly status?: number; readonly message?: string };

/** A call as the server got it; of CloudTrail's, the parameters are its JSON as text. */
export interface Call {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface ScriptedAws {
  readonly iam: IAMClient;
  readonly cloudTrail: CloudTrailClient;
  readonly sts: STSClient;
  readonly calls: Call[];
  /** Answers still to be given to an action, one after another; the last one stays. */
  script(action: string, ...answers: readonly Answer[]): void;
  close(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const isCloudTrail = ({ headers }: IncomingMessage): boolean => headers['x-amz-target'] !== undefined;

const callOf = (request: IncomingMessage, body: string): Call => {
  if (isCloudTrail(request))
    return { action: String(request.headers['x-amz-target']).split('.').at(-1) ?? '', parameters: { body } };
  const { Action = '', ...parameters } = Object.fromEntries(new URLSearchParams(body));
  return { action: Action, parameters };
};

const errorBody = (error: string, message: string, asJson: boolean): string =>
  asJson
    ? JSON.stringify({ __type: error, message })
    : `<ErrorResponse><Error><Type>Sender</Type><Code>${error}</Code><Message>${message}</Message></Error></ErrorResponse>`;

const give = (answer: Answer, { action }: Call, response: ServerResponse, asJson: boolean): void => {
  if (answer === 'hang') return;
  const type = { 'content-type': asJson ? 'application/x-amz-json-1.1' : 'text/xml' };
  if ('error' in answer) {
    const { error, status = 400, message = 'as scripted' } = answer;
    response.writeHead(status, type).end(errorBody(error, message, asJson));
    return;
  }
  const xml = `<${action}Response><${action}Result>${answer.body}</${action}Result></${action}Response>`;
  response.writeHead(200, type).end(asJson ? answer.body : xml);
};

/** A server on the loopback interface that answers as the script says, in the protocols of IAM, STS and CloudTrail, and clients for it. */
export const startScriptedAws = async (): Promise<ScriptedAws> => {
  const scripts = new Map<string, Answer[]>();
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const call = callOf(request, body);
      calls.push(call);
      const answers = scripts.get(call.action) ?? [];
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { error: 'NotScripted' };
      give(answer, call, response, isCloudTrail(request));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const config = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  const iam = new IAMClient(config);
  const cloudTrail = new CloudTrailClient(config);
  const sts = new STSClient(config);
  return {
    iam,
    cloudTrail,
    sts,
    calls,
    script: (action, ...answers) => scripts.set(action, [...answers]),
    close: async () => {
      iam.destroy();
      cloudTrail.destroy();
      sts.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
