import type { Reason } from '../reason.ts';

export const organizationReasons: readonly Reason[] = [
  {
    id: 'organization-narrows',
    because:
      'Attaching a policy, or switching on a type of policies, can only forbid more: service and resource control policies grant nothing. Taking them off is watched.',
    actions: ['organizations:AttachPolicy', 'organizations:EnablePolicyType'],
  },
  {
    id: 'organization-not-in-force',
    because:
      'A policy that is attached to nothing, or a unit without accounts, decides nothing; moving accounts and changing policies in force is watched.',
    actions: [
      'organizations:CreatePolicy',
      'organizations:CreateOrganizationalUnit',
      'organizations:UpdateOrganizationalUnit',
      'organizations:DeleteOrganizationalUnit',
    ],
  },
  {
    id: 'organization-invitations-ended',
    because: 'Ends an invitation; nothing changes. Invitations made and accepted are watched.',
    actions: ['organizations:CancelHandshake', 'organizations:DeclineHandshake'],
  },
  {
    id: 'organization-begins',
    because:
      'Happens once, in an account that has no organisation or has one for billing only, and needs the consent of every member.',
    actions: ['organizations:CreateOrganization', 'organizations:EnableAllFeatures'],
  },
  {
    id: 'organization-results',
    because:
      'Written by Organizations when an account that was ordered is made or could not be: the order (CreateAccount) is watched.',
    actions: ['organizations:CreateAccountResult'],
  },
  {
    id: 'organization-text-only',
    because:
      'Changes the name that a transfer of bills is shown by; starting and ending transfers is watched.',
    actions: ['organizations:UpdateResponsibilityTransfer'],
  },
  {
    id: 'region-taken-away',
    because: 'Nobody can act in a region that is disabled. Enabling it again is watched.',
    actions: ['account:DisableRegion'],
  },
  {
    id: 'roles-anywhere-takes-access-away',
    because: 'Ends a way in, makes revocation stricter, or changes when notices of expiry are sent.',
    actions: [
      'rolesanywhere:DeleteProfile',
      'rolesanywhere:DeleteTrustAnchor',
      'rolesanywhere:DisableProfile',
      'rolesanywhere:EnableCrl',
      'rolesanywhere:PutNotificationSettings',
      'rolesanywhere:ResetNotificationSettings',
    ],
  },
];
