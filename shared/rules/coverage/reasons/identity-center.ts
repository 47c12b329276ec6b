import type { Reason } from '../reason.ts';

export const identityCenterReasons: readonly Reason[] = [
  {
    id: 'identity-center-takes-access-away',
    because:
      'Takes an assignment, an application, a user, a group or a member away. Nobody gains access; the loss shows at once.',
    actions: [
      'sso:DeleteAccountAssignment',
      'sso:DeleteApplication',
      'sso:DeleteApplicationAccessScope',
      'sso:DeleteApplicationAssignment',
      'sso:DeleteApplicationAuthenticationMethod',
      'sso:DeleteApplicationGrant',
      'sso:DeleteApplicationInstance',
      'sso:DeleteApplicationInstanceCertificate',
      'sso:DeleteManagedApplicationInstance',
      'sso:DeletePermissionSet',
      'sso:DeleteProfile',
      'sso:DisassociateProfile',
      'identitystore:DeleteGroup',
      'identitystore:DeleteGroupMembership',
      'identitystore:DeleteUser',
      'sso-directory:DeleteBearerToken',
      'sso-directory:DeleteGroup',
      'sso-directory:DeleteProvisioningTenant',
      'sso-directory:DeleteUser',
      'sso-directory:DisableUser',
      'sso-directory:RemoveMemberFromGroup',
    ],
  },
  {
    id: 'identity-center-not-in-force',
    because:
      'Nothing is allowed by it until it is assigned or filled, which is watched (assignments, policies of permission sets, group members).',
    actions: [
      'sso:CreatePermissionSet',
      'sso:CreateApplication',
      'sso:CreateApplicationInstance',
      'sso:CreateManagedApplicationInstance',
      'sso:CreateProfile',
      'identitystore:CreateGroup',
      'identitystore:ReserveUser',
      'sso-directory:CreateGroup',
    ],
  },
  {
    id: 'identity-center-application-settings',
    because:
      'How one application is shown and how it and Identity Center talk to each other (names, status, SAML attributes, renewal of its certificate). It grants nothing in AWS accounts; who may use the application is watched.',
    actions: [
      'sso:CreateApplicationInstanceCertificate',
      'sso:CreateTrust',
      'sso:UpdateTrust',
      'sso:PutApplicationSessionConfiguration',
      'sso:UpdateApplication',
      'sso:UpdateApplicationInstance*',
      'sso:UpdateManagedApplicationInstanceStatus',
      'sso:UpdateProfile',
      'sso:UpdateInstance',
    ],
  },
  {
    id: 'identity-center-labels',
    because:
      'Names and descriptions of groups, and confirmations by the owner of an address. No decision reads them.',
    actions: [
      'identitystore:UpdateGroup',
      'sso-directory:UpdateGroup',
      'sso-directory:UpdateGroupDisplayName',
      'sso-directory:UpdateMfaDeviceForUser',
      'sso-directory:VerifyEmail',
      'sso-directory:CreateAlias',
    ],
  },
  {
    id: 'identity-center-regions',
    because:
      'Copies Identity Center to another region or takes a copy away; users, groups and assignments stay the same.',
    actions: ['sso:AddRegion', 'sso:RemoveRegion', 'identitystore:AddRegion', 'identitystore:RemoveRegion'],
  },
  {
    id: 'identity-center-log-delivery',
    because:
      'A permission that lets logs of the directory be delivered; the delivery itself is set up by calls to CloudWatch Logs.',
    actions: ['identity-sync:AllowVendedLogDeliveryForResource'],
  },
];
