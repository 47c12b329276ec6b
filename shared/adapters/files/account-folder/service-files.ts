import * as z from 'zod/mini';
import type { Tag } from '../../../account/snapshot-identities.ts';
import type {
  AnalyzerDetail,
  AnalyzerFinding,
  ConfigRecorder,
  DetectorDetail,
  InstanceProfileDetail,
  ServerCertificate,
} from '../../../account/snapshot-services.ts';
import { cliTime } from './cli-time.ts';
import { BadShapeError, listOf, shaped } from './shape.ts';

const text = z.string('expected text');

const serverCertificate = z.object({
  ServerCertificateName: text,
  ServerCertificateId: text,
  Arn: text,
  Expiration: cliTime,
});

/** `aws iam list-server-certificates`. */
export const readServerCertificates = (json: unknown): readonly ServerCertificate[] =>
  listOf(serverCertificate, 'ServerCertificateMetadataList', json).map((found) => ({
    name: found.ServerCertificateName,
    arn: found.Arn,
    id: found.ServerCertificateId,
    expiresAt: found.Expiration,
  }));

const provider = z.object({ Arn: text });

/** `aws iam list-saml-providers`: ARNs. */
export const readSamlProviders = (json: unknown): readonly string[] =>
  listOf(provider, 'SAMLProviderList', json).map(({ Arn }) => Arn);

/** `aws iam list-open-id-connect-providers`: ARNs. */
export const readOidcProviders = (json: unknown): readonly string[] =>
  listOf(provider, 'OpenIDConnectProviderList', json).map(({ Arn }) => Arn);

const instance = z.object({ InstanceArn: text });

/** `aws sso-admin list-instances`: ARNs. */
export const readIdentityCenterInstances = (json: unknown): readonly string[] =>
  listOf(instance, 'Instances', json).map(({ InstanceArn }) => InstanceArn);

const profile = z.object({
  InstanceProfileName: text,
  Arn: text,
  CreateDate: cliTime,
  Roles: z._default(z.array(z.object({ RoleName: text })), []),
});

/** `aws iam list-instance-profiles`. */
export const readInstanceProfiles = (json: unknown): readonly InstanceProfileDetail[] =>
  listOf(profile, 'InstanceProfiles', json).map((found) => ({
    name: found.InstanceProfileName,
    arn: found.Arn,
    createdAt: found.CreateDate,
    roleNames: found.Roles.map(({ RoleName }) => RoleName),
  }));

const association = z.object({ IamInstanceProfile: z.object({ Arn: text }) });

/** `aws ec2 describe-iam-instance-profile-associations`: ARNs of the profiles in use. */
export const readInstanceProfileUses = (json: unknown): readonly string[] =>
  listOf(association, 'IamInstanceProfileAssociations', json).map((found) => found.IamInstanceProfile.Arn);

const region = z.object({ RegionName: text, OptInStatus: z.exactOptional(text) });

/** `aws ec2 describe-regions`; Regions that are not enabled are left out. */
export const readRegions = (json: unknown): readonly string[] =>
  listOf(region, 'Regions', json)
    .filter(({ OptInStatus }) => OptInStatus !== 'not-opted-in')
    .map(({ RegionName }) => RegionName);

const tagsOf = (tags: Readonly<Record<string, string>>): readonly Tag[] =>
  Object.entries(tags).map(([key, value]) => ({ key, value }));

const analyzer = z.object({
  name: text,
  arn: text,
  type: text,
  status: text,
  tags: z._default(z.record(z.string(), z.string()), {}),
});

/** `aws accessanalyzer list-analyzers` of a Region. */
export const readAnalyzers = (json: unknown): readonly AnalyzerDetail[] =>
  listOf(analyzer, 'analyzers', json).map((found) => ({ ...found, tags: tagsOf(found.tags) }));

const finding = z.object({
  id: text,
  status: text,
  resource: z.exactOptional(text),
  findingType: z.exactOptional(text),
});

/** `aws accessanalyzer list-findings-v2` (or list-findings), with the ARN of the analyzer as `analyzerArn`, which the command does not print. */
export const readAnalyzerFindings = (
  json: unknown,
): { readonly key: string; readonly value: readonly AnalyzerFinding[] } => ({
  key: shaped(z.object({ analyzerArn: text }), json).analyzerArn,
  value: listOf(finding, 'findings', json).map(({ findingType, ...found }) => ({
    ...found,
    ...(findingType === undefined ? {} : { type: findingType }),
  })),
});

const detector = z.object({ DetectorId: z._default(text, 'detector'), Status: text });

/** `aws guardduty get-detector` of a Region, or the `{"DetectorIds": []}` of list-detectors where there is none. */
export const readDetectors = (json: unknown): readonly DetectorDetail[] => {
  const list = z.safeParse(z.object({ DetectorIds: z.array(z.string()) }), json);
  if (!list.success) {
    const { DetectorId, Status } = shaped(detector, json);
    return [{ id: DetectorId, enabled: Status === 'ENABLED' }];
  }
  if (list.data.DetectorIds.length === 0) return [];
  throw new BadShapeError(
    'DetectorIds',
    'a detector may be suspended: save what `aws guardduty get-detector` prints of it',
  );
};

const hub = z.object({ HubArn: text });

/** `aws securityhub describe-hub` of a Region. */
export const readSecurityHub = (json: unknown): boolean => shaped(hub, json).HubArn !== '';

const recorder = z.object({ name: text, recording: z.boolean(), lastStatus: z.exactOptional(text) });

/** `aws configservice describe-configuration-recorder-status` of a Region. */
export const readConfigRecorders = (json: unknown): readonly ConfigRecorder[] =>
  listOf(recorder, 'ConfigurationRecordersStatus', json);
