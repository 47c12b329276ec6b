import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { AccountCollector } from '../../account/account-collector.ts';
import type { Collected, Collection } from '../../account/collected.ts';
import type { SourceName } from '../../account/snapshot.ts';
import type { AccountClients } from './clients.ts';
import { readCredentialReport } from './credential-report.ts';
import {
  readAccountSummary,
  readAuthorization,
  readInstanceProfiles,
  readOidcProviders,
  readPasswordPolicy,
  readSamlProviders,
  readServerCertificates,
  readVirtualMfaDevices,
} from './identities.ts';
import { knownFrom } from './known.ts';
import {
  readDelegatedAdministrators,
  readOrganization,
  readOrganizationFeatures,
  readOrganizationPolicies,
} from './organization.ts';
import type { Aws, ReadSource } from './reading.ts';
import {
  readAnalyzerFindings,
  readAnalyzers,
  readConfigRecorders,
  readGuardDuty,
  readIdentityCenterInstances,
  readInstanceProfileUses,
  readRegions,
  readSecurityHub,
  readTrails,
} from './regions.ts';
import { readServiceAccess } from './service-access.ts';
import { readBuckets, readTrailInsights, readTrailSelectors, readTrailStatus } from './trails.ts';
import {
  listUsers,
  readAccessKeys,
  readMfaDevices,
  readServiceCredentials,
  readSigningCertificates,
  readSshPublicKeys,
} from './user-credentials.ts';

/** What is read in parts, and what is not read: a day of calls would be thousands of pages, at two a second. */
type NotCollected = 'serviceAccess' | 'recordedCalls';

const readers: { readonly [N in Exclude<SourceName, NotCollected>]: ReadSource } = {
  credentialReport: readCredentialReport,
  authorization: readAuthorization,
  accountSummary: readAccountSummary,
  passwordPolicy: readPasswordPolicy,
  accessKeys: readAccessKeys,
  virtualMfaDevices: readVirtualMfaDevices,
  mfaDevices: readMfaDevices,
  serviceCredentials: readServiceCredentials,
  sshPublicKeys: readSshPublicKeys,
  signingCertificates: readSigningCertificates,
  serverCertificates: readServerCertificates,
  samlProviders: readSamlProviders,
  oidcProviders: readOidcProviders,
  identityCenterInstances: readIdentityCenterInstances,
  instanceProfiles: readInstanceProfiles,
  instanceProfileUses: readInstanceProfileUses,
  organization: readOrganization,
  organizationFeatures: readOrganizationFeatures,
  delegatedAdministrators: readDelegatedAdministrators,
  organizationPolicies: readOrganizationPolicies,
  regions: readRegions,
  trails: readTrails,
  trailStatus: readTrailStatus,
  trailSelectors: readTrailSelectors,
  trailInsights: readTrailInsights,
  buckets: readBuckets,
  analyzers: readAnalyzers,
  analyzerFindings: readAnalyzerFindings,
  guardDuty: readGuardDuty,
  securityHub: readSecurityHub,
  configRecorders: readConfigRecorders,
};

export interface AwsCollectorOptions {
  readonly clients: AccountClients;
  /** Calls that the clients made, by name. */
  calls(): ReadonlyMap<string, number>;
  /** Regions to look at; without it, all that are enabled in the account. */
  readonly regions?: readonly string[];
  /** What an earlier run has read: it is not read again. */
  readonly stored?: Collection;
  /** Epoch milliseconds. */
  now(): number;
  delay(millis: number): Promise<void>;
}

const notLookedUp = 'a whole day of calls is not looked up; rules judge calls as they come';

const identityFrom = async ({ sts }: AccountClients) => {
  const { Account = '', Arn = '' } = await sts.send(new GetCallerIdentityCommand({}));
  return { accountId: Account, partition: Arn.split(':')[1] ?? 'aws', callerArn: Arn };
};

/** Reads an account with clients of the SDK. Nothing of it can change anything but the credential report, which is made anew. */
export const awsCollector = (options: AwsCollectorOptions): AccountCollector => {
  const { clients, regions, stored, now, delay, calls } = options;
  const read = new Map<SourceName, Promise<Collected>>(
    [...(stored ?? [])].map(([name, collected]) => [name, Promise.resolve(collected)]),
  );
  const once = (name: keyof typeof readers): Promise<Collected> => {
    const reading = read.get(name) ?? readers[name](aws);
    read.set(name, reading);
    return reading;
  };
  let users: Promise<readonly string[]> | undefined;
  const listed = (): Promise<readonly string[]> => {
    users ??= listUsers(clients.iam);
    return users;
  };
  const aws: Aws = { clients, now, delay, known: knownFrom({ once, users: listed, regions }) };
  return {
    identity: () => identityFrom(clients),
    read: (name) => {
      if (name !== 'recordedCalls') return once(name);
      const failed = { code: 'NotAsked', message: notLookedUp };
      const readAt = new Date(now()).toISOString();
      return Promise.resolve({ files: [], failures: { LookupEvents: failed }, readAt });
    },
    readServiceAccess: (arn) => readServiceAccess(aws, arn),
    calls,
  };
};
