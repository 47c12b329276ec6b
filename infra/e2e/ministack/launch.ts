import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { here, workFolder } from '../paths.ts';
import { until } from '../poll.ts';

/** A running MiniStack. */
export interface MiniStack {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  readonly pid: number;
  /** Ends it and every function it runs. May be called twice. */
  stop(): Promise<void>;
}

/** What MiniStack is to be. */
export interface MiniStackOptions {
  readonly accountId: string;
  readonly region: string;
  /** Environment variables that every deployed function gets besides its own: they are started by MiniStack and inherit its. */
  readonly functionEnvironment?: Readonly<Record<string, string>>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free TCP port on 127.0.0.1');
  return address.port;
};

const environmentOf = (port: number, folder: string, options: MiniStackOptions) => ({
  // Functions run on the first `node` of the path: the one this run itself runs on.
  PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
  HOME: folder,
  TMPDIR: folder,
  // Removed by start.py should this process be killed.
  TRAILWARDEN_E2E_FOLDER: folder,
  LANG: 'C.UTF-8',
  PYTHONUNBUFFERED: '1',
  BIND_HOST: '127.0.0.1',
  MINISTACK_HOST: '127.0.0.1',
  GATEWAY_PORT: String(port),
  MINISTACK_ACCOUNT_ID: options.accountId,
  MINISTACK_REGION: options.region,
  // The account's root, whom IAM refuses nothing; the functions get the sessions of their roles.
  AWS_ACCESS_KEY_ID: options.accountId,
  AWS_SECRET_ACCESS_KEY: 'test',
  AUTH: 'true',
  IOT_MTLS_ENABLED: '0',
  IOT_MTLS_PORT: '0',
  SFTP_ENABLED: '0',
  // MiniStack clears away containers that look like its own; it must not meet the Docker of this machine.
  DOCKER_HOST: 'unix:///nonexistent/docker.sock',
  ...options.functionEnvironment,
});

const endGroup = async (child: ChildProcess): Promise<void> => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  // It leads a process group of its own, with the workers of the functions in it. It holds nothing that is worth saving.
  process.kill(-child.pid, 'SIGKILL');
  await ended;
};

const isHealthy = async (endpoint: string): Promise<boolean> => {
  try {
    return (await fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    // Not listening yet.
    return false;
  }
};

/**
 * Starts MiniStack on 127.0.0.1 and a free port, with IAM enforced, and waits until it answers. Its log is `.e2e/ministack.log`; its
 * other files are in a temporary folder outside the project, so that no function finds packages of the project by accident.
 *
 * @param python of the environment it is installed in
 * @throws Error with the end of its log when it does not answer within 30 s
 */
export const startMiniStack = async (python: string, options: MiniStackOptions): Promise<MiniStack> => {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const folder = await mkdtemp(join(tmpdir(), 'trailwarden-e2e-'));
  const logFile = join(workFolder, 'ministack.log');
  const log = openSync(logFile, 'w');
  // Its standard input stays open as long as this process lives: start.py ends when it closes, should we be killed.
  const child = spawn(python, [here('./ministack/start.py')], {
    env: environmentOf(port, folder, options),
    stdio: ['pipe', log, log],
    detached: true,
  });
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  const stop = async (): Promise<void> => {
    await endGroup(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await until(
      'MiniStack to answer',
      () => {
        if (failure !== undefined) throw failure;
        if (child.exitCode !== null) throw new Error(`MiniStack ended with code ${child.exitCode}`);
        return isHealthy(endpoint);
      },
      { every: 100 },
    );
  } catch (error) {
    await stop();
    const tail = (await readFile(logFile, 'utf8')).split('\n').slice(-20).join('\n');
    throw new Error(`MiniStack did not start; .e2e/ministack.log ends:\n${tail}`, { cause: error });
  }
  return { endpoint, pid: child.pid ?? 0, stop };
};
