import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { WideResources } from './monitored-function.ts';

/**
 * What the nightly review reads of an account (shared/adapters/collect). A test holds it to the calls of shared/account/source-calls.ts.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const reviewReads = [
  'access-analyzer:ListAnalyzers',
  'access-analyzer:ListFindings',
  'cloudtrail:DescribeTrails',
  'cloudtrail:GetEventSelectors',
  'cloudtrail:GetInsightSelectors',
  'cloudtrail:GetTrailStatus',
  'config:DescribeConfigurationRecorderStatus',
  'ec2:DescribeIamInstanceProfileAssociations',
  'ec2:DescribeRegions',
  'guardduty:GetDetector',
  'guardduty:ListDetectors',
  'iam:GenerateCredentialReport',
  'iam:GenerateServiceLastAccessedDetails',
  'iam:GetAccountAuthorizationDetails',
  'iam:GetAccountPasswordPolicy',
  'iam:GetAccountSummary',
  'iam:GetCredentialReport',
  'iam:GetServiceLastAccessedDetails',
  'iam:ListAccessKeys',
  'iam:ListInstanceProfiles',
  'iam:ListMFADevices',
  'iam:ListOpenIDConnectProviders',
  'iam:ListOrganizationsFeatures',
  'iam:ListSAMLProviders',
  'iam:ListSSHPublicKeys',
  'iam:ListServerCertificates',
  'iam:ListServiceSpecificCredentials',
  'iam:ListSigningCertificates',
  'iam:ListUsers',
  'iam:ListVirtualMFADevices',
  'organizations:DescribeOrganization',
  'organizations:DescribePolicy',
  'organizations:ListDelegatedAdministrators',
  'organizations:ListDelegatedServicesForAccount',
  'organizations:ListPolicies',
  'organizations:ListTargetsForPolicy',
  's3:GetBucketAcl',
  's3:GetBucketLogging',
  's3:GetBucketPolicyStatus',
  's3:GetBucketPublicAccessBlock',
  's3:GetBucketVersioning',
  'securityhub:DescribeHub',
  'sso:ListInstances',
] as const;

/** To read the whole account. Nothing of it can change anything; the credential report and the reports of last access are made by AWS for the reader. */
export const readWholeAccount = (): PolicyStatement =>
  new PolicyStatement({ actions: [...reviewReads], resources: ['*'] });

/**
 * Those of its resources that end in `*`, and why.
 *
 * @param bucketId logical id of its bucket, by which cdk-nag names it
 */
export const wideReviewReads = (bucketId: string): WideResources => ({
  resources: ['*', ...ownPrefixes.map((prefix) => `<${bucketId}.Arn>/${prefix}/*`)],
  reason:
    'Read-only, and about the whole account: the review judges every user, role, policy, trail and Region, and most of the actions know no resources. In its own bucket it uses three prefixes.',
});

/** What the review keeps in its bucket. */
export const ownPrefixes = ['snapshots', 'verdicts', 'work'] as const;
