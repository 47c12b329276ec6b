import {
  type IAMClient,
  ListServiceSpecificCredentialsCommand,
  paginateListAccessKeys,
  paginateListMFADevices,
  paginateListSigningCertificates,
  paginateListSSHPublicKeys,
  paginateListUsers,
} from '@aws-sdk/client-iam';
import { saysNoSuchThing } from '../../account/failed-call.ts';
import { allPages, ask, CallFailedError } from './calls.ts';
import { pageSize } from './identities.ts';
import { type Aws, jsonFile, type ReadSource, single } from './reading.ts';

/** Names of the IAM users. */
export const listUsers = async (iam: IAMClient): Promise<readonly string[]> => {
  const users = await allPages(
    'ListUsers',
    paginateListUsers({ client: iam, pageSize }, {}),
    (page) => page.Users,
  );
  return users.flatMap(({ UserName }) => UserName ?? []);
};

/** What the pages about one user hold; nothing when the user was deleted meanwhile. */
const ofUser = async <P, T>(
  call: string,
  pages: AsyncIterable<P>,
  itemsOf: (page: P) => readonly T[] | undefined,
): Promise<readonly T[]> => {
  try {
    return await allPages(call, pages, itemsOf);
  } catch (error) {
    if (error instanceof CallFailedError && saysNoSuchThing(error.failed)) return [];
    throw error;
  }
};

interface PerUser<T> {
  readonly file: string;
  readonly call: string;
  list(iam: IAMClient, user: string): Promise<readonly T[]>;
  /** The document as the command prints it. */
  print(items: readonly T[]): unknown;
}

/**
 * A list over all users, asked for one by one. The first user about whom AWS gives no answer ends it and is named: who is missing from the list
 * would look clean, so what is there of the others is of no use.
 */
const perUser =
  <T>({ file, call, list, print }: PerUser<T>): ReadSource =>
  async ({ clients, known, now }) => {
    const readAt = now();
    const told = new Date(readAt).toISOString();
    let failedFor: string | undefined;
    const askAbout = async (user: string): Promise<readonly T[]> => {
      if (failedFor !== undefined) return [];
      try {
        return await list(clients.iam, user);
      } catch (error) {
        failedFor ??= user;
        throw error;
      }
    };
    try {
      const lists = await Promise.all((await known.users()).map(askAbout));
      return { files: [jsonFile(file, print(lists.flat()), readAt)], failures: {}, readAt: told };
    } catch (error) {
      if (!(error instanceof CallFailedError)) throw error;
      const { failed } = error;
      // When the users cannot be listed, no single one is to blame.
      const name = failedFor === undefined ? call : `${call}@${failedFor}`;
      const message = error.call === call ? failed.message : `${error.call}: ${failed.message}`;
      return { files: [], failures: { [name]: { ...failed, message } }, readAt: told };
    }
  };

export const readAccessKeys = perUser({
  file: 'access-keys.json',
  call: 'ListAccessKeys',
  list: (client, UserName) =>
    ofUser(
      'ListAccessKeys',
      paginateListAccessKeys({ client }, { UserName }),
      (page) => page.AccessKeyMetadata,
    ),
  print: (keys) => keys,
});

export const readMfaDevices = perUser({
  file: 'mfa-devices.json',
  call: 'ListMFADevices',
  list: (client, UserName) =>
    ofUser('ListMFADevices', paginateListMFADevices({ client }, { UserName }), (page) => page.MFADevices),
  print: (MFADevices) => ({ MFADevices }),
});

export const readSshPublicKeys = perUser({
  file: 'ssh-public-keys.json',
  call: 'ListSSHPublicKeys',
  list: (client, UserName) =>
    ofUser(
      'ListSSHPublicKeys',
      paginateListSSHPublicKeys({ client }, { UserName }),
      (page) => page.SSHPublicKeys,
    ),
  print: (SSHPublicKeys) => ({ SSHPublicKeys }),
});

export const readSigningCertificates = perUser({
  file: 'signing-certificates.json',
  call: 'ListSigningCertificates',
  list: (client, UserName) =>
    ofUser('ListSigningCertificates', paginateListSigningCertificates({ client }, { UserName }), (page) =>
      // The certificate itself is of no use to any check.
      page.Certificates?.map(({ CertificateBody: _, ...certificate }) => certificate),
    ),
  print: (Certificates) => ({ Certificates }),
});

/** One call for a hundred credentials of whatever users, instead of one for each user. The SDK has no pages for it. */
export const readServiceCredentials = single(
  'service-specific-credentials.json',
  'ListServiceSpecificCredentials',
  async ({ clients: { iam } }: Aws) => {
    const found: unknown[] = [];
    let Marker: string | undefined;
    do {
      const input = { AllUsers: true, ...(Marker === undefined ? {} : { Marker }) };
      const page = await ask('ListServiceSpecificCredentials', () =>
        iam.send(new ListServiceSpecificCredentialsCommand(input)),
      );
      found.push(...(page.ServiceSpecificCredentials ?? []));
      Marker = page.IsTruncated ? page.Marker : undefined;
    } while (Marker !== undefined);
    return { ServiceSpecificCredentials: found };
  },
);
