import {
  type ActionData,
  packService,
  type ServiceParts,
} from '../../../shared/policy/actions/action-data.ts';
import {
  iamDataSource,
  type PublishedAction,
  publishedActions,
  publishedGlobalKeys,
  publishedKeys,
  publishedRcpServices,
  publishedResourceTypes,
  publishedServices,
} from '../../iam-data.ts';

const positionsOf = (names: readonly string[]): ((name: string) => number) => {
  const positions = new Map(names.map((name, position) => [name.toLowerCase(), position]));
  return (name) => {
    const position = positions.get(name.toLowerCase());
    if (position === undefined) throw new Error(`not in the published list: ${name}`);
    return position;
  };
};

const sorted = (positions: readonly number[]): string =>
  [...new Set(positions)].sort((a, b) => a - b).join(',');

const partsOf = (service: string, isWanted: (action: PublishedAction) => boolean): ServiceParts => {
  const keys = publishedKeys(service);
  const types = publishedResourceTypes(service);
  const keyAt = positionsOf(keys.map(({ key }) => key));
  const typeAt = positionsOf(types.map(({ key }) => key));
  return {
    keys: keys.map(({ key, type }) => [key, type]),
    resources: types.map(({ key, arn, conditionKeys }) => [
      key,
      // Some types have several ARNs: `arn:…, arn:…`.
      arn.replaceAll(/,\s+/g, ','),
      sorted((conditionKeys ?? []).map(keyAt)),
    ]),
    actions: publishedActions(service)
      .filter(isWanted)
      .map(({ name, accessLevel, conditionKeys, resourceTypes }) => {
        const all = [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
        // `Tagging, Write` and `Permissions management, Write` are the stronger of the two.
        const letter = accessLevel.charAt(0);
        return [name, letter, sorted(resourceTypes.map((type) => typeAt(type.name))), sorted(all.map(keyAt))];
      }),
  };
};

/** One line a service: an update shows which services changed. */
const written = (services: readonly (readonly [string, ServiceParts])[]): string => {
  const data: ActionData = {
    source: iamDataSource,
    globalKeys: Object.fromEntries(publishedGlobalKeys().map(({ key, type }) => [key, type])),
    services: Object.fromEntries(services.map(([service, parts]) => [service, packService(parts)])),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
};

/** What shared/policy/actions/all-actions.json must hold. */
export const allActionsFile = (): string =>
  written(publishedServices().map((service) => [service, partsOf(service, () => true)]));

const whole = ['iam', 'organizations', 'sso', 'sts'];

const managesPermissions = ({ accessLevel }: PublishedAction): boolean =>
  accessLevel.startsWith('Permissions management');

/** Without resource types and keys, of which events need none. */
const bare = ({ actions }: ServiceParts): ServiceParts => ({
  keys: [],
  resources: [],
  actions: actions.map(([name, letter]) => [name, letter, '', '']),
});

/** What shared/policy/actions/core-actions.json must hold. */
export const coreActionsFile = (): string =>
  written(
    publishedServices()
      .map((service) => {
        const wanted = whole.includes(service) ? () => true : managesPermissions;
        return [service, bare(partsOf(service, wanted))] as const;
      })
      .filter(([, { actions }]) => actions.length > 0),
  );

/** What shared/policy/actions/rcp-services.json must hold. */
export const rcpServicesFile = (): string => `${JSON.stringify(publishedRcpServices(), null, 2)}\n`;
