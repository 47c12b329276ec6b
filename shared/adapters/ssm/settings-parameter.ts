import { GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import {
  type SettingsSource,
  SettingsUnreadableError,
  type StoredSettings,
} from '../../config/settings-source.ts';

/** Nothing that a later try would mend. */
const permanent = /Denied|ParameterNotFound|UnrecognizedClient|Validation|InvalidKeyId/;

const explain = (parameter: string, error: unknown): SettingsUnreadableError => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const isTransient = !permanent.test(name);
  const told = /Denied/.test(name)
    ? 'ssm:GetParameter was denied: compare the role of the function with docs/permissions.md'
    : name === 'ParameterNotFound'
      ? 'there is no such parameter: put it there (docs/configuration.md), or deploy without it'
      : `${name}: ${message}`;
  return new SettingsUnreadableError(`settings in parameter ${parameter}: ${told}`, isTransient, {
    cause: error,
  });
};

/** Settings in a parameter of SSM, which keeps its last hundred versions. */
export const settingsParameter = ({
  client,
  name,
}: {
  readonly client: SSMClient;
  /** Of the parameter, e.g. `/trailwarden/settings`. */
  readonly name: string;
}): SettingsSource => {
  const get = async (selector: string): Promise<StoredSettings> => {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: `${name}${selector}` }));
    return { version: Parameter?.Version ?? 0, text: Parameter?.Value ?? '' };
  };
  return {
    name,
    async latest() {
      try {
        return await get('');
      } catch (error) {
        throw explain(name, error);
      }
    },
    async version(version) {
      try {
        return await get(`:${version}`);
      } catch (error) {
        if (error instanceof Error && error.name === 'ParameterVersionNotFound') return undefined;
        throw explain(name, error);
      }
    },
  };
};
