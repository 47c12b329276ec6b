import { reservedPath, reservedRole, roleArn } from './generator/identity.ts';
import { accounts, regions, vendorAccount } from './generator/organization.ts';

const list = (values: readonly string[]): string => `[${values.map((value) => `"${value}"`).join(', ')}]`;

/** The settings that the owner of the imaginary organisation would write: what docs/configuration.md asks for, nothing that helps in particular. */
export const settingsText = `account:
  organizationAccounts: ${list(Object.values(accounts))}
  trustedAccounts:
    - account: "${vendorAccount}"
      name: Dashboards
  breakGlassRoles: ["arn:aws:iam::*:role/break-glass"]
  pipelines:
    - arn:aws:iam::*:role/github-deploy
    - arn:aws:iam::*:role/github-cdk
    - arn:aws:iam::*:role/github-landing-zone
    - arn:aws:iam::*:role/eks-karpenter
    - arn:aws:iam::*:role/stacksets-exec-3f1c9bd2a07e4c55
${Object.values(accounts)
  .map((account) => `    - arn:aws:iam::${account}:role/cdk-hnb659fds-cfn-exec-role-${account}-eu-central-1`)
  .join('\n')}
  scanners: ["arn:aws:iam::*:role/eks-external-secrets", "arn:aws:iam::*:role/security/prowler-scan", "arn:aws:iam::*:role/vendor-monitoring"]
  approvedAdminRoles:
    - ${roleArn(accounts.management, reservedRole(accounts.management, 'IdentityAdmin'), reservedPath)}
    - arn:aws:iam::${accounts.sandbox}:role${reservedPath}*
  regionsInUse: ${list([...regions, 'us-east-1'])}
  businessHours: {timeZone: Europe/Berlin, days: [1, 2, 3, 4, 5], from: "08:00", to: "19:00"}
  accountsWithoutUsers: ${list([accounts.dev, accounts.staging, accounts.prod])}
  ssoOnlyAccounts: ${list([accounts.dev, accounts.staging, accounts.prod, accounts.data])}
  trailBuckets: [example-org-trail]
`;
