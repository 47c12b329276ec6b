import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BadConfigurationError, type Deployment, parseDeployment } from '../../shared/config/deployment.ts';

const defaultFile = 'trailwarden.json';

const parseJson = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadConfigurationError(`${file}: no valid JSON: ${String(cause)}`, { cause });
  }
};

/** Paths in the file are relative to it. */
const resolved = ({ customRules, settingsFile, ...deployment }: Deployment, file: string): Deployment => {
  const beside = (path: string): string => resolve(dirname(file), path);
  return {
    ...deployment,
    ...(customRules === undefined ? {} : { customRules: beside(customRules) }),
    ...(settingsFile === undefined ? {} : { settingsFile: beside(settingsFile) }),
  };
};

/**
 * Reads the deployment's configuration: the file that the context value `config` names, else `trailwarden.json`, else nothing
 * but defaults.
 *
 * @throws BadConfigurationError when a file that was named is missing, or when its content is wrong
 */
export const readDeployment = (named: unknown): Deployment => {
  if (named !== undefined && typeof named !== 'string')
    throw new BadConfigurationError('context "config" is no path: pass -c config=FILE.json');
  const file = named ?? defaultFile;
  if (existsSync(file))
    return resolved(parseDeployment(parseJson(readFileSync(file, 'utf8'), file), file), file);
  if (named === undefined) return parseDeployment({}, 'defaults');
  throw new BadConfigurationError(`${file}: there is no such file. It was named with -c config=…`);
};
