/**
 * Events of CloudTrail that are no actions of a policy, so that published lists of actions leave them out. Sources: AWS CloudTrail User
 * Guide, "AWS Management Console sign-in events" and "AWS service events"; IAM Identity Center User Guide, "IAM Identity Center
 * information in CloudTrail" and "Understanding IAM Identity Center sign-in events"; AWS Organizations User Guide, "Logging and
 * monitoring"; IAM Roles Anywhere User Guide, "Logging with CloudTrail".
 */
export const otherEvents: Readonly<Record<string, readonly string[]>> = {
  signin: [
    'CheckMfa',
    'ConsoleLogin',
    'CredentialChallenge',
    'CredentialVerification',
    'EmailUpdated',
    'ExitRole',
    'ExternalIdPDirectoryLogin',
    'GetSigninToken',
    'PasswordRecoveryCompleted',
    'PasswordRecoveryRequested',
    'PasswordUpdated',
    'RenewRole',
    'SwitchRole',
    'UserAuthentication',
  ],
  sso: [
    'Authenticate',
    'BatchDeleteSession',
    'CreateBearerToken',
    'CreateExternalIdPConfigurationForDirectory',
    'CreateProvisioningTenant',
    'CreateToken',
    'DeleteExternalIdPCertificate',
    'DeleteExternalIdPConfigurationForDirectory',
    'DisableExternalIdPConfigurationForDirectory',
    'EnableExternalIdPConfigurationForDirectory',
    'Federate',
    'GetRoleCredentials',
    'ImportExternalIdPCertificate',
    'Logout',
    'RegisterClient',
    'StartDeviceAuthorization',
    'UpdateExternalIdPConfigurationForDirectory',
    'UserAuthentication',
  ],
  'sso-directory': ['AssociateDirectory', 'DisassociateDirectory', 'PutMfaDeviceManagementForDirectory'],
  organizations: ['CreateAccountResult'],
  rolesanywhere: ['CreateSession'],
  kms: ['DeleteKey', 'RotateKey'],
};
