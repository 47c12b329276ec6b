import { readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { Connection } from './connection.ts';
import { projectFolder, workFolder } from './paths.ts';
import { runProgram } from './run-program.ts';

/** Outputs of the deployed stacks, by output name. */
export type StackOutputs = Readonly<Record<string, string>>;

const cdkProgram = join(projectFolder, 'node_modules', '.bin', 'cdk');
const assembly = join(workFolder, 'cdk.out');
const outputsFile = join(workFolder, 'outputs.json');

/** The CDK command line as a user runs it, except that no setting of the user's own AWS account can reach it. */
const cdk = (
  connection: Connection,
  run: { readonly log: string; readonly in: string },
  ...args: readonly string[]
): Promise<string> => {
  const own = Object.entries(process.env).filter(([name]) => !/^(AWS|CDK)_/.test(name));
  return runProgram(cdkProgram, ['--no-notices', '--ci', ...args], {
    cwd: run.in,
    env: {
      ...Object.fromEntries(own),
      PATH: [dirname(process.execPath), dirname(cdkProgram), process.env['PATH'] ?? ''].join(delimiter),
      AWS_ENDPOINT_URL: connection.endpoint,
      AWS_ACCESS_KEY_ID: connection.accountId,
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: connection.region,
      AWS_EC2_METADATA_DISABLED: 'true',
      CDK_DEFAULT_ACCOUNT: connection.accountId,
      CDK_DEFAULT_REGION: connection.region,
      CDK_DISABLE_VERSION_CHECK: '1',
      CDK_DISABLE_CLI_TELEMETRY: 'true',
    },
    log: join(workFolder, run.log),
    timeout: 240_000,
  });
};

/**
 * Bootstraps MiniStack's account and deploys every stack of the app that `cdk.json` names, with the real CDK command line.
 *
 * @param configuration file with the deployment's configuration
 * @throws ProgramFailedError with the end of what the CDK wrote; all of it is in `.e2e/cdk-*.log`
 */
export const deploy = async (connection: Connection, configuration: string): Promise<StackOutputs> => {
  const environment = `aws://${connection.accountId}/${connection.region}`;
  await Promise.all([
    // Not in the project, where it would read cdk.json and run the app a second time.
    cdk(connection, { log: 'cdk-bootstrap.log', in: workFolder }, 'bootstrap', environment),
    cdk(
      connection,
      { log: 'cdk-synth.log', in: projectFolder },
      'synth',
      '--context',
      `config=${configuration}`,
      '--quiet',
      '--output',
      assembly,
    ),
  ]);
  await cdk(
    connection,
    { log: 'cdk-deploy.log', in: projectFolder },
    'deploy',
    '--all',
    '--app',
    assembly,
    '--require-approval',
    'never',
    '--outputs-file',
    outputsFile,
  );
  const stacks = JSON.parse(await readFile(outputsFile, 'utf8')) as Record<string, Record<string, string>>;
  return Object.assign({}, ...Object.values(stacks)) as StackOutputs;
};
