import { existsSync, readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { readInstallation } from '../../../shared/adapters/installation/read-installation.ts';
import {
  BadConfigurationError,
  type Deployment,
  parseDeployment,
} from '../../../shared/config/deployment.ts';
import { diagnoseConfiguration } from '../../../shared/health/diagnose-configuration.ts';
import { diagnoseInstallation } from '../../../shared/health/diagnose-installation.ts';
import type { Diagnosis } from '../../../shared/health/diagnosis.ts';
import { rules } from '../../../shared/rules/catalogue.ts';
import { diagnosesTable, doctorClosingLine, exitCodeOf } from '../doctor/print.ts';
import { messageOf, UsageError } from '../errors.ts';
import { endWith } from '../exit-codes.ts';

interface DoctorOptions {
  readonly config: string;
  readonly stack: string;
  readonly offline?: boolean;
  readonly format: 'table' | 'json';
}

const defaultFile = 'trailwarden.json';

const parsed = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is no valid JSON: ${messageOf(error)}`);
  }
};

const deploymentIn = (file: string): Deployment => {
  if (!existsSync(file)) {
    if (file === defaultFile) return parseDeployment({}, 'defaults');
    throw new UsageError(
      `There is no file ${file}.`,
      'Name the configuration of the deployment with --config.',
    );
  }
  try {
    return parseDeployment(parsed(readFileSync(file, 'utf8'), file), file);
  } catch (error) {
    if (error instanceof BadConfigurationError) throw new UsageError(error.message);
    throw error;
  }
};

/** Where the functions read their settings: written by each deployment from a file, or by people (infra/aws/constructs/settings-store.ts). */
const settingsParameterOf = (
  { settingsFile, settingsParameter }: Deployment,
  stack: string,
): string | undefined => (settingsFile === undefined ? settingsParameter : `/${stack}/settings`);

const examine = async ({ config, stack, offline }: DoctorOptions): Promise<readonly Diagnosis[]> => {
  const deployment = deploymentIn(config);
  const ofConfiguration = diagnoseConfiguration(deployment, rules);
  if (offline) return ofConfiguration;
  const { homeRegion: region, channels } = deployment;
  const settingsParameter = settingsParameterOf(deployment, stack);
  const found = await readInstallation({
    region,
    stack,
    channels,
    ...(settingsParameter === undefined ? {} : { settingsParameter }),
  });
  return [...diagnoseInstallation(found, deployment, rules), ...ofConfiguration];
};

const doctor = async (options: DoctorOptions): Promise<void> => {
  const diagnoses = await examine(options);
  if (options.format === 'json') process.stdout.write(`${JSON.stringify(diagnoses, null, 2)}\n`);
  else process.stdout.write(`${diagnosesTable(diagnoses)}\n${doctorClosingLine(diagnoses, options)}\n`);
  endWith(exitCodeOf(diagnoses));
};

/** Adds `tw doctor`. */
export const registerDoctor = (program: Command): void => {
  program
    .command('doctor')
    .description('whether events and alerts get through the deployed monitor; reads only')
    .option('--config <file>', 'configuration of the deployment', defaultFile)
    .option('--stack <name>', 'name of the home stack', 'Trailwarden')
    .option('--offline', 'look at the configuration only; ask no account')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json']).default('table'))
    .addHelpText(
      'after',
      `
Needs credentials that may read (the AWS managed policy SecurityAudit is enough); what may not be read is said.

Examples:
  $ tw doctor                       the installation in the account of your credentials
  $ tw doctor --offline             only the configuration: rules beyond the tier, Regions left out

Exit codes: 0 all well, 1 something fails or is missing, 2 usage, 3 something could not be looked at.`,
    )
    .action(doctor);
};
