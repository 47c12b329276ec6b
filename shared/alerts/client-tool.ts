// The first that fits: a Terraform run also names the Go SDK.
const tools: readonly (readonly [RegExp, string])[] = [
  [/opentofu/i, 'OpenTofu'],
  [/terraform/i, 'Terraform'],
  [/pulumi/i, 'Pulumi'],
  [/aws-cdk|cdk-toolkit/i, 'AWS CDK'],
  [/ansible/i, 'Ansible'],
  [/kali|pacu|cloudgoat|stratus-red-team|scoutsuite|prowler/i, 'a security testing tool'],
  [/^\[?aws-cli\//i, 'AWS CLI'],
  [/boto3|botocore/i, 'Boto3'],
  [/powershell/i, 'AWS Tools for PowerShell'],
  [/aws-sdk/i, 'an AWS SDK'],
];

/** The tool that a user agent names. A user agent is the caller's choice: show what it says, never trust it. */
export const toolNamedIn = (userAgent: string | undefined): string | undefined =>
  userAgent === undefined ? undefined : tools.find(([pattern]) => pattern.test(userAgent))?.[1];
