import type { Reason } from '../reason.ts';

export const iamReasons: readonly Reason[] = [
  {
    id: 'no-such-event',
    because:
      'A permission without a call of its own: CloudTrail has no such event. What it allows shows in the records of other calls, which are watched (roles passed: passrole-privileged).',
    actions: [
      'iam:PassRole',
      'sts:SetContext',
      'sts:SetSourceIdentity',
      'sts:TagSession',
      'sts:TagGetWebIdentityToken',
    ],
  },
  {
    id: 'iam-takes-access-away',
    because:
      'Removes a credential, a role from a profile, a group or a member. Nobody gains access, and the loss is undone by giving it back, which is watched.',
    actions: [
      'iam:DeleteSSHPublicKey',
      'iam:DeleteServiceSpecificCredential',
      'iam:DeleteSigningCertificate',
      'iam:DeleteInstanceProfile',
      'iam:RemoveClientIDFromOpenIDConnectProvider',
      'iam:RemoveRoleFromInstanceProfile',
      'iam:RejectDelegationRequest',
    ],
  },
  {
    id: 'iam-empty-container',
    because: 'Makes something that holds nothing yet; putting it to use is watched (EnableMFADevice).',
    actions: ['iam:CreateVirtualMFADevice'],
  },
  {
    id: 'iam-mfa-upkeep',
    because:
      'A device can be deleted only after it was taken off its user, and is set right only with two of its codes; taking it off is watched.',
    actions: ['iam:DeleteVirtualMFADevice', 'iam:ResyncMFADevice'],
  },
  {
    id: 'iam-text-only',
    because: 'Changes a description or the display name of the account. No decision reads it.',
    actions: ['iam:UpdateRoleDescription', 'iam:UpdateAccountName', 'account:PutAccountName'],
  },
  {
    id: 'certificates-of-websites',
    because:
      'Identifies a website or signs the URLs of its content; nobody can call AWS with it. A wrong one is an outage, not access.',
    actions: [
      'iam:UploadServerCertificate',
      'iam:UpdateServerCertificate',
      'iam:DeleteServerCertificate',
      'iam:UploadCloudFrontPublicKey',
      'iam:UpdateCloudFrontPublicKey',
      'iam:DeleteCloudFrontPublicKey',
    ],
  },
  {
    id: 'iam-tags-of-other-entities',
    because:
      'Tags of policies, providers, devices, certificates and instance profiles make nobody match a condition; the tags of users and roles do, and are watched.',
    actions: [
      'iam:TagInstanceProfile',
      'iam:TagMFADevice',
      'iam:TagOpenIDConnectProvider',
      'iam:TagPolicy',
      'iam:TagSAMLProvider',
      'iam:TagServerCertificate',
      'iam:UntagInstanceProfile',
      'iam:UntagMFADevice',
      'iam:UntagOpenIDConnectProvider',
      'iam:UntagPolicy',
      'iam:UntagSAMLProvider',
      'iam:UntagServerCertificate',
    ],
  },
  {
    id: 'sts-explains',
    because: 'Turns an encoded refusal into text, for a caller that may already read it.',
    actions: ['sts:DecodeAuthorizationMessage'],
  },
  {
    id: 'sts-session-of-a-service',
    because:
      'A bearer token for one service (CodeArtifact, Amazon Q) from permissions that the caller has anyway; it cannot call IAM and ends within 12 hours.',
    actions: ['sts:GetServiceBearerToken'],
  },
  {
    id: 'key-pairs-of-instances',
    because:
      'A key pair opens nothing until an instance is started with it; who may start instances decides. Instance profiles taken off an instance give nobody access.',
    actions: [
      'ec2:CreateKeyPair',
      'ec2:ImportKeyPair',
      'ec2:DeleteKeyPair',
      'ec2:DisassociateIamInstanceProfile',
    ],
  },
];
