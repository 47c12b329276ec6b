import { readFileSync } from 'node:fs';
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ParameterTier, StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import type { Settings } from '../../../shared/config/check-settings.ts';
import { BadConfigurationError, type Deployment } from '../../../shared/config/deployment.ts';
import { parseSettings } from '../../../shared/config/settings.ts';
import { storableSettings, UnstorableSettingsError } from '../../../shared/config/stored-settings.ts';

const tiers = { Standard: ParameterTier.STANDARD, Advanced: ParameterTier.ADVANCED } as const;

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new BadConfigurationError(`settingsFile: ${file} cannot be read: ${String(cause)}`, { cause });
  }
};

const storable = (settings: Settings, file: string) => {
  try {
    return storableSettings(settings);
  } catch (cause) {
    if (!(cause instanceof UnstorableSettingsError)) throw cause;
    throw new BadConfigurationError(`${file}: ${cause.message}. See docs/configuration.md.`, { cause });
  }
};

/**
 * Where the settings are, and what a function needs to read them: a parameter that each deployment writes from a file, one that people write, or none.
 * A file that is wrong stops the deployment.
 */
export class SettingsStore extends Construct {
  /** Undefined when there are no stored settings. */
  readonly parameterName: string | undefined;
  /** Objects of S3 that say where addresses are. */
  private readonly addressFiles: readonly string[];

  constructor(
    scope: Construct,
    id: string,
    deployment: Pick<Deployment, 'settingsFile' | 'settingsParameter' | 'addressFiles'>,
  ) {
    super(scope, id);
    const { settingsFile, settingsParameter, addressFiles } = deployment;
    const settings =
      settingsFile === undefined ? undefined : parseSettings(textOf(settingsFile), settingsFile);
    this.parameterName = settings ? this.store(settings, settingsFile ?? '') : settingsParameter;
    const named = settings?.addressFiles.filter((file) => file.startsWith('s3://')) ?? [];
    this.addressFiles = [...new Set([...addressFiles, ...named])];
  }

  /** For the environment of a function. */
  get environment(): Readonly<Record<string, string>> {
    return this.parameterName === undefined ? {} : { SETTINGS_PARAMETER: this.parameterName };
  }

  /** To read the parameter and the address files, and nothing beside them. */
  get permissions(): readonly PolicyStatement[] {
    const stack = Stack.of(this);
    const allow = (action: string, resources: readonly string[]) =>
      resources.length > 0 ? [new PolicyStatement({ actions: [action], resources: [...resources] })] : [];
    const parameterArn = (name: string) =>
      stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: name.slice(1) });
    const objectArn = (file: string) =>
      stack.formatArn({
        service: 's3',
        region: '',
        account: '',
        resource: file.slice('s3://'.length),
      });
    return [
      ...allow(
        'ssm:GetParameter',
        this.parameterName === undefined ? [] : [parameterArn(this.parameterName)],
      ),
      ...allow('s3:GetObject', this.addressFiles.map(objectArn)),
    ];
  }

  private store(settings: Settings, file: string): string {
    const { text, tier } = storable(settings, file);
    const parameterName = `/${Stack.of(this).stackName}/settings`;
    new StringParameter(this, 'Parameter', {
      parameterName,
      description: 'Trailwarden settings; each deployment writes them from the settings file',
      stringValue: text,
      tier: tiers[tier],
    });
    return parameterName;
  }
}
