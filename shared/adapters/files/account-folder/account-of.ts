import type { AccountSnapshot, SnapshotSources, SourceName } from '../../../account/snapshot.ts';
import { type FolderFault, faultText } from './read-file.ts';

/** Account and partition of an ARN of IAM. */
const ownerIn = (arn: string) => {
  const [, partition, accountId] = /^arn:([\w-]+):iam::(\d{12}):/.exec(arn) ?? [];
  return partition === undefined || accountId === undefined ? undefined : { partition, accountId };
};

/** ARNs that are surely of the account itself, by source; an ARN of an organisation's trail is not. */
const arnsOf: { readonly [N in SourceName]?: (sources: SnapshotSources) => readonly string[] } = {
  credentialReport: ({ credentialReport: from }) =>
    from.status === 'read' ? from.value.rows.map(({ arn }) => arn) : [],
  authorization: ({ authorization: from }) =>
    from.status === 'read' ? [...from.value.users, ...from.value.roles].map(({ arn }) => arn) : [],
  virtualMfaDevices: ({ virtualMfaDevices: from }) =>
    from.status === 'read' ? from.value.map(({ serial }) => serial) : [],
  serverCertificates: ({ serverCertificates: from }) =>
    from.status === 'read' ? from.value.map(({ arn }) => arn) : [],
  samlProviders: ({ samlProviders: from }) => (from.status === 'read' ? from.value : []),
  oidcProviders: ({ oidcProviders: from }) => (from.status === 'read' ? from.value : []),
  serviceAccess: ({ serviceAccess: from }) =>
    from.status === 'read' ? from.value.map(({ key }) => key) : [],
};

const names = Object.keys(arnsOf) as readonly SourceName[];

/**
 * The account that the sources are of. Sources of another account than the first one's are taken out, with a fault: judged together
 * they would tell of an account that does not exist.
 */
export const withAccount = (
  sources: SnapshotSources,
  fileOf: (name: SourceName) => string,
): { readonly snapshot: AccountSnapshot; readonly faults: readonly FolderFault[] } => {
  const owners = names.flatMap((name) => {
    const found = (arnsOf[name]?.(sources) ?? []).map(ownerIn).find((owner) => owner !== undefined);
    return found ? [{ name, ...found }] : [];
  });
  const [first] = owners;
  const strangers = owners.filter(({ accountId }) => accountId !== first?.accountId);
  const faults = strangers.map(({ name, accountId }) => ({
    file: fileOf(name),
    place: '',
    cause: `is of account ${accountId}, while ${first ? fileOf(first.name) : ''} is of account ${first?.accountId}`,
  }));
  const out = strangers.map(({ name }, index) => [
    name,
    { status: 'unavailable', reason: 'malformed', cause: faultText(faults[index] as FolderFault) },
  ]);
  return {
    snapshot: {
      ...(first ? { accountId: first.accountId } : {}),
      partition: first?.partition ?? 'aws',
      sources: { ...sources, ...Object.fromEntries(out) },
    },
    faults,
  };
};
