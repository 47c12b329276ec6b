import { call, denied, identityCenterUser, user } from '../../../events/example.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'root-centralized-access-changed',
  kind: 'incident',
  severity: 'high',
  outcome: 'attempted',
  on: {
    actions: [
      'iam:DisableOrganizationsRootCredentialsManagement',
      'iam:DisableOrganizationsRootSessions',
      'iam:EnableOrganizationsRootCredentialsManagement',
      'iam:EnableOrganizationsRootSessions',
    ],
  },
  title: "Central control of member accounts' root users changed",
  why: 'Switched off, nobody can remove root passwords and keys from member accounts centrally, and new accounts may get them. Switched on by a thief, the management account can open root sessions in every member.',
  fix: 'Ask the owners of the organization whether this was planned. If not, set it back and look for sts:AssumeRoot calls and new root login profiles since.',
  misses: 'The use of root sessions once they are allowed (sts:AssumeRoot).',
  falsePositives: 'The first set-up of central root access, which AWS recommends.',
  attack: ['T1098', 'T1078.004'],
  messages: {
    disabled: {
      done: "{actor} switched off the organization's central control of root users with {eventName}.",
      tried:
        "{actor} tried to switch off the organization's central control of root users with {eventName}; AWS refused it.",
    },
    enabled: {
      done: "{actor} switched on the organization's central control of root users with {eventName}.",
      tried:
        "{actor} tried to switch on the organization's central control of root users with {eventName}; AWS refused it.",
    },
  },

  evaluate(event) {
    const message = event.name.startsWith('Disable') ? 'disabled' : 'enabled';
    return [{ message, resource: accountArn(event), aspect: event.action, data: {} }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'control of credentials switched off',
    expect: ['disabled'],
    severity: 'high',
    record: call('iam:DisableOrganizationsRootCredentialsManagement', { by: identityCenterUser('carol') }),
  },
  {
    name: 'root sessions switched on',
    expect: ['enabled'],
    severity: 'high',
    record: call('iam:EnableOrganizationsRootSessions', { by: identityCenterUser('carol') }),
  },
  {
    name: 'tried without permission',
    expect: ['disabled'],
    severity: 'medium',
    record: call('iam:DisableOrganizationsRootSessions', {
      by: user('bob'),
      error: denied('iam:DisableOrganizationsRootSessions'),
    }),
  },
  {
    name: 'tried in an account that is not the management account',
    expect: [],
    record: call('iam:EnableOrganizationsRootSessions', {
      error: { code: 'AccountNotManagementOrDelegatedAdministratorException' },
    }),
  },
];
