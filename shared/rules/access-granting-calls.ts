import type { Action } from '../events/iam-event.ts';

/**
 * IAM calls that by themselves give somebody more access or a new credential. Creating a role, group or policy is not among
 * them: it gives nothing until it is attached or assumed.
 */
export const accessGrantingCalls = [
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:CreateServiceSpecificCredential',
  'iam:CreateUser',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
] as const satisfies readonly Action[];
