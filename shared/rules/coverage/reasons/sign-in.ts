import type { Reason } from '../reason.ts';

export const signInReasons: readonly Reason[] = [
  {
    id: 'sign-in-steps',
    because:
      'One step of a sign-in that ends in ConsoleLogin or UserAuthentication, or in its refusal; the end is what is watched.',
    actions: [
      'signin:CredentialChallenge',
      'signin:CredentialVerification',
      'signin:ExternalIdPDirectoryLogin',
      'sso:Logout',
      'signin:RevokeOAuth2Token',
      'signin:IntrospectOAuth2Token',
    ],
  },
  {
    id: 'console-role-switches',
    because: 'The console writes it beside the AssumeRole that does the work, which is watched.',
    actions: ['signin:SwitchRole', 'signin:ExitRole', 'signin:RenewRole'],
  },
  {
    id: 'oauth-after-sign-in',
    because:
      'Command-line sign-in (`aws login`): it needs a console sign-in, which is watched, and gives the same permissions for the same time. The actions alone do not tell a tricked user from a willing one.',
    actions: ['signin:AuthorizeOAuth2Access', 'signin:CreateOAuth2Token', 'signin:Authenticate'],
  },
  {
    id: 'sign-up',
    because:
      'Opens another account, or registers a client that has no permissions before a user signs in through it.',
    actions: ['signin:CreateAccount', 'signin:CreateOAuth2PublicClient', 'sso:RegisterClient'],
  },
  {
    id: 'identity-center-sessions-ended',
    because: 'Ends sessions of people. Nobody gains access.',
    actions: ['sso:BatchDeleteSession', 'sso-oauth:RevokeTokenWithIAM'],
  },
  {
    id: 'identity-center-tokens-of-sessions',
    because:
      'Every use of the access portal or of `aws sso login` makes one of these from a session that began with a watched sign-in.',
    actions: [
      'sso:GetRoleCredentials',
      'sso:StartDeviceAuthorization',
      'sso-oauth:CreateTokenWithIAM',
      'sso-oauth:IntrospectTokenWithIAM',
    ],
  },
];
