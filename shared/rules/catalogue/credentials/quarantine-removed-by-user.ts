import { call, denied, role, user } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { iamTargetOf } from '../../iam-call-target.ts';
import { quarantinePolicyOf } from '../../quarantine-policies.ts';

export default defineRule({
  id: 'quarantine-removed-by-user',
  kind: 'incident',
  severity: 'critical',
  outcome: 'attempted',
  on: {
    actions: [
      'iam:DetachUserPolicy',
      'iam:DetachRolePolicy',
      'iam:DetachGroupPolicy',
      'iam:DeleteUserPolicy',
    ],
  },
  title: "AWS's quarantine of a leaked key removed",
  why: 'A key that AWS knows to be public works in full again. A thief does this first; a colleague does it because something broke.',
  fix: 'Deactivate the keys of the identity now. Put the policy back unless the leaked key is already deleted and the support case with AWS is closed.',
  misses:
    'A new key or user made to go round the quarantine. Refused attempts whose parameters AWS does not log.',
  falsePositives: 'The last step of cleaning up, after the leaked key was deleted.',
  attack: ['T1098', 'T1562'],
  messages: {
    removed: {
      done: '{actor} took the quarantine policy {policy} off {target} from {sourceIp}.',
      tried:
        '{actor} tried to take the quarantine policy {policy} off {target} from {sourceIp}; AWS refused it.',
    },
  },

  evaluate(event) {
    const policy = quarantinePolicyOf(event);
    if (policy === undefined) return [];
    const { target, resource } = iamTargetOf(event);
    return [{ message: 'removed', resource, data: { policy, target } }];
  },
});

export const examples = (): Example[] => {
  const request = { userName: 'alice', policyArn: 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3' };
  return [
    {
      name: 'by the user itself',
      expect: ['removed'],
      severity: 'critical',
      record: call('iam:DetachUserPolicy', { by: user('alice'), request }),
    },
    {
      name: 'in GovCloud',
      expect: ['removed'],
      record: call('iam:DetachRolePolicy', {
        by: role('admin', 'carol'),
        request: {
          roleName: 'deploy',
          policyArn: 'arn:aws-us-gov:iam::aws:policy/AWSCompromisedKeyQuarantine',
        },
      }),
    },
    {
      name: 'the old inline policy',
      expect: ['removed'],
      record: call('iam:DeleteUserPolicy', {
        request: { userName: 'alice', policyName: 'AWSExposedCredentialPolicy_DO_NOT_REMOVE' },
      }),
    },
    {
      name: 'refused, with the parameters logged',
      expect: ['removed'],
      severity: 'high',
      record: call('iam:DetachUserPolicy', {
        by: user('alice'),
        request,
        error: denied('iam:DetachUserPolicy', 'user alice'),
      }),
    },
    {
      name: 'refused, which policy is not logged',
      expect: [],
      record: call('iam:DetachUserPolicy', {
        by: user('alice'),
        error: denied('iam:DetachUserPolicy', 'user alice'),
      }),
    },
    {
      name: 'another policy',
      expect: [],
      record: call('iam:DetachUserPolicy', {
        request: { userName: 'alice', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      }),
    },
    {
      name: 'it was not attached',
      expect: [],
      record: call('iam:DetachUserPolicy', { request, error: { code: 'NoSuchEntityException' } }),
    },
  ];
};
