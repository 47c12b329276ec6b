import { call, denied, root, service, user } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { iamTargetOf } from '../../iam-call-target.ts';
import { quarantinePolicyOf } from '../../quarantine-policies.ts';

export default defineRule({
  id: 'compromised-key-quarantined',
  kind: 'incident',
  severity: 'critical',
  outcome: 'any',
  on: {
    actions: ['iam:AttachUserPolicy', 'iam:AttachRolePolicy', 'iam:AttachGroupPolicy', 'iam:PutUserPolicy'],
  },
  title: 'Leaked access key quarantined by AWS',
  why: 'AWS found a key of this identity in public, for example on GitHub, and limits what it can do. It does not deactivate the key: reading data and much else still works for whoever found it.',
  fix: 'Deactivate the keys of the identity now, read what they called since the leak, then make new ones. Follow the support case AWS opened; take the policy off only after that.',
  misses: 'Leaks that AWS has not found: private repositories, pastes, laptops.',
  falsePositives: 'A drill in which somebody attaches the policy by hand.',
  attack: ['T1552.001', 'T1078.004'],
  messages: {
    quarantined: {
      done: "{actor} put {policy}, AWS's mark of a leaked key, on {target}.",
      tried:
        'AWS says that a key of {target} has leaked: {actor} tried to put {policy} on it, without success.',
    },
  },

  evaluate(event) {
    const policy = quarantinePolicyOf(event);
    if (policy === undefined) return [];
    const { target, resource } = iamTargetOf(event);
    return [{ message: 'quarantined', resource, data: { policy, target } }];
  },
});

export const examples = (): Example[] => {
  const managed = (name: string) => ({ userName: 'alice', policyArn: `arn:aws:iam::aws:policy/${name}` });
  return [
    {
      name: 'version 2, attached by AWS',
      expect: ['quarantined'],
      severity: 'critical',
      record: call('iam:AttachUserPolicy', {
        by: root({ invokedBy: 'AWS Internal' }),
        sourceIp: 'AWS Internal',
        request: managed('AWSCompromisedKeyQuarantineV2'),
      }),
    },
    {
      name: 'the first version, by a service',
      expect: ['quarantined'],
      record: call('iam:AttachUserPolicy', {
        by: service('support.amazonaws.com'),
        request: managed('AWSCompromisedKeyQuarantine'),
      }),
    },
    {
      name: 'version 4, on a role',
      expect: ['quarantined'],
      record: call('iam:AttachRolePolicy', {
        request: { roleName: 'deploy', policyArn: 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV4' },
      }),
    },
    {
      name: 'the old inline policy',
      expect: ['quarantined'],
      record: call('iam:PutUserPolicy', {
        request: { userName: 'alice', policyName: 'AWSExposedCredentialPolicy_DO_NOT_REMOVE' },
      }),
    },
    {
      name: 'the user has too many policies for it',
      expect: ['quarantined'],
      severity: 'critical',
      record: call('iam:AttachUserPolicy', {
        request: managed('AWSCompromisedKeyQuarantineV3'),
        error: { code: 'LimitExceededException' },
      }),
    },
    {
      name: 'another policy',
      expect: [],
      record: call('iam:AttachUserPolicy', { request: managed('AWSDenyAll') }),
    },
    {
      name: "a policy of the account's own with that name",
      expect: [],
      record: call('iam:AttachUserPolicy', {
        request: {
          userName: 'alice',
          policyArn: 'arn:aws:iam::111122223333:policy/AWSCompromisedKeyQuarantineV2',
        },
      }),
    },
    {
      name: 'refused: which policy is not logged',
      expect: [],
      record: call('iam:AttachUserPolicy', {
        by: user('bob'),
        error: denied('iam:AttachUserPolicy', 'user alice'),
      }),
    },
  ];
};
