import { GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { BadSettingsError, parseSettingsJson } from '../../config/check-settings.ts';
import type { SettingsState } from '../../health/installation.ts';

/** The settings in a parameter of SSM; no name: the deployment has none. */
export const readSettings = async (client: SSMClient, name: string | undefined): Promise<SettingsState> => {
  if (name === undefined) return { kind: 'none' };
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: name }));
    return { kind: 'read', settings: parseSettingsJson(Parameter?.Value ?? '', name) };
  } catch (error) {
    if (error instanceof BadSettingsError) return { kind: 'refused', cause: error.message };
    if (error instanceof Error && error.name === 'ParameterNotFound')
      return { kind: 'refused', cause: `there is no parameter ${name}` };
    throw error;
  }
};
