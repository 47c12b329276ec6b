import { AccessAnalyzerClient } from '@aws-sdk/client-accessanalyzer';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { EC2Client } from '@aws-sdk/client-ec2';
import { GuardDutyClient } from '@aws-sdk/client-guardduty';
import { IAMClient, type IAMClientConfig } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { STSClient } from '@aws-sdk/client-sts';
import type { Watchable } from './calls.ts';

/** The clients of one Region. */
export interface RegionalClients {
  readonly accessAnalyzer: AccessAnalyzerClient;
  readonly cloudTrail: CloudTrailClient;
  readonly config: ConfigServiceClient;
  readonly ec2: EC2Client;
  readonly guardDuty: GuardDutyClient;
  readonly securityHub: SecurityHubClient;
  readonly ssoAdmin: SSOAdminClient;
}

/** The clients of an account; all of them only read. */
export interface AccountClients {
  /** The Region that is asked about what is in no Region. */
  readonly region: string;
  readonly iam: IAMClient;
  readonly organizations: OrganizationsClient;
  readonly s3: S3Client;
  readonly sts: STSClient;
  in(region: string): RegionalClients;
}

export interface ClientOptions {
  readonly region: string;
  /** Of the AWS configuration; without it, that of the environment. */
  readonly profile?: string;
  /** Without them, those of the profile. */
  readonly credentials?: NonNullable<IAMClientConfig['credentials']>;
  /** Sees each client before it is used. */
  watch<C extends Watchable>(client: C): C;
}

/** Slows down by itself when AWS throttles it, and gives up a call that hangs. */
const patient = {
  retryMode: 'adaptive',
  maxAttempts: 8,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
};

/** Clients of the SDK, each made when it is first used. */
export const accountClients = ({ region, profile, credentials, watch }: ClientOptions): AccountClients => {
  const shared = {
    ...patient,
    ...(profile === undefined ? {} : { profile }),
    ...(credentials === undefined ? {} : { credentials }),
  };
  const regional = (name: string): RegionalClients => {
    const options = { ...shared, region: name };
    return {
      accessAnalyzer: watch(new AccessAnalyzerClient(options)),
      cloudTrail: watch(new CloudTrailClient(options)),
      config: watch(new ConfigServiceClient(options)),
      ec2: watch(new EC2Client(options)),
      guardDuty: watch(new GuardDutyClient(options)),
      securityHub: watch(new SecurityHubClient(options)),
      ssoAdmin: watch(new SSOAdminClient(options)),
    };
  };
  const made = new Map<string, RegionalClients>();
  const options = { ...shared, region };
  return {
    region,
    iam: watch(new IAMClient(options)),
    organizations: watch(new OrganizationsClient(options)),
    // The buckets of trails may be in any Region.
    s3: watch(new S3Client({ ...options, followRegionRedirects: true })),
    sts: watch(new STSClient(options)),
    in: (name) => {
      const clients = made.get(name) ?? regional(name);
      made.set(name, clients);
      return clients;
    },
  };
};
