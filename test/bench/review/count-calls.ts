import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Collected } from '../../../shared/account/collected.ts';
import type { SourceName } from '../../../shared/account/snapshot.ts';
import { readCollection } from '../../../shared/adapters/files/account-folder/read-collection.ts';
import { collectAccount } from '../../../shared/app/collect-account.ts';
import { accessPlan } from '../../../shared/review/access-plan.ts';
import { criteriaOf } from '../../../shared/review/criteria.ts';
import { type Script, scriptedAccount } from '../../adapters/collect/scripted-account.ts';
import { smallAccount } from '../../adapters/collect/small-account.ts';

const at = Date.parse('2026-03-04T05:06:08Z');

type Input = Readonly<Record<string, unknown>>;

/** Pages of one list, as IAM gives them: as many as were asked for, a marker while there are more. */
const paged =
  (key: string, all: readonly unknown[], size = 1000) =>
  ({ Marker, MaxItems = size }: Input): object => {
    const from = Number(Marker ?? 0);
    const to = from + Math.min(Number(MaxItems), size);
    const IsTruncated = to < all.length;
    return { [key]: all.slice(from, to), IsTruncated, ...(IsTruncated ? { Marker: String(to) } : {}) };
  };

interface Details {
  readonly UserDetailList: readonly { readonly UserName: string }[];
  readonly RoleDetailList: readonly unknown[];
  readonly Policies: readonly unknown[];
}

/** AWS makes pages of the authorization details shorter than asked for, by their size; so many roles are in one here. */
const detailsInOne = 300;

/** The server of a large account: its identities and users, and of the rest what the small account of the tests has. */
const serverOf = (folder: string): Script => {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const details = json('account-authorization-details.json') as Details;
  const identities = [
    ...details.UserDetailList.map((one) => ['UserDetailList', one] as const),
    ...details.RoleDetailList.map((one) => ['RoleDetailList', one] as const),
    ...details.Policies.map((one) => ['Policies', one] as const),
  ];
  const page = paged('all', identities, detailsInOne);
  return {
    ...smallAccount,
    GetCredentialReport: {
      Content: readFileSync(join(folder, 'credential-report.csv')),
      GeneratedTime: new Date(at - 3_600_000),
    },
    GetAccountAuthorizationDetails: (input) => {
      const { all, ...rest } = page(input) as { all: typeof identities };
      const lists = Map.groupBy(all, ([list]) => list);
      const listed = [...lists].map(([list, some]) => [list, some.map(([, one]) => one)]);
      return { ...Object.fromEntries(listed), ...rest };
    },
    ListUsers: paged('Users', details.UserDetailList),
    ListAccessKeys: { AccessKeyMetadata: [] },
    ListMFADevices: { MFADevices: [] },
    ListSigningCertificates: { Certificates: [] },
  };
};

export interface CountedCalls {
  /** Of everything but services last accessed. */
  readonly account: number;
  /** Of the services last accessed of one night in seven. */
  readonly access: number;
}

/** Collects a large account from a server in this process, as the nightly review does, and counts its calls. */
export const countCalls = async (folder: string): Promise<CountedCalls> => {
  const { collectorFor } = scriptedAccount(serverOf(folder), at);
  const stored = new Map<SourceName, Collected>();
  const { calls } = await collectAccount({
    collectorFor,
    store: { stored: async () => stored, put: async () => undefined },
    accessPlan: async (collection) => {
      const { authorization } = (await readCollection(collection)).snapshot.sources;
      if (authorization.status !== 'read') throw new Error(authorization.cause);
      const known = new Map<string, string>();
      return accessPlan({ details: authorization.value, known, criteria: criteriaOf(), at, nights: 7 });
    },
    hasTime: () => true,
    tell: () => undefined,
  });
  const sum = (entries: readonly (readonly [string, number])[]): number =>
    entries.reduce((total, [, count]) => total + count, 0);
  const ofAccess = [...calls].filter(([call]) => call.endsWith('ServiceLastAccessedDetails'));
  return { access: sum(ofAccess), account: sum([...calls]) - sum(ofAccess) };
};
