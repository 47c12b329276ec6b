import { call, denied } from '../../../events/example.ts';
import { textAt, textsAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { refusedArnOf, regionalArn } from '../../resource-arn.ts';

export default defineRule({
  id: 'guardduty-member-removed',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: [
      'guardduty:DisassociateFromAdministratorAccount',
      // The name that the call had before.
      'guardduty:DisassociateFromMasterAccount',
      'guardduty:DisassociateMembers',
      'guardduty:DeleteMembers',
      'guardduty:StopMonitoringMembers',
      'guardduty:DeleteInvitations',
      'guardduty:DisableOrganizationAdminAccount',
    ],
  },
  outcome: 'attempted',
  title: 'Account taken out of central GuardDuty',
  why: 'The security team no longer sees the findings of the account, and the account’s own administrators can switch detection off.',
  fix: 'Add the account again from the administrator account, then look at what happened in it meanwhile.',
  misses: 'Accounts that never were members. Settings that keep new accounts from being added.',
  falsePositives: 'Moving to another administrator account; accounts that leave the organisation on purpose.',
  attack: ['T1562.001'],
  messages: {
    removed: {
      done: '{actor} took {members} out of central GuardDuty in {region} ({eventName}).',
      tried:
        '{actor} tried to take accounts out of central GuardDuty in {region} ({eventName}); AWS refused it.',
    },
  },

  evaluate(event) {
    const accounts = textsAt(event.request, 'accountIds');
    const detector = textAt(event.request, 'detectorId');
    const resource =
      detector === undefined
        ? (refusedArnOf(event) ?? accountArn(event))
        : regionalArn(event, 'guardduty', `detector/${detector}`);
    return [
      { message: 'removed', resource, data: { members: accounts.length > 0 ? accounts : [event.accountId] } },
    ];
  },
});

const detectorId = '12abc34d567e8fa901bc2d34e56789f0';

export const examples = (): Example[] => [
  {
    name: 'by the administrator',
    expect: ['removed'],
    severity: 'high',
    record: call('guardduty:DisassociateMembers', { request: { detectorId, accountIds: ['444455556666'] } }),
  },
  {
    name: 'by the member itself',
    expect: ['removed'],
    record: call('guardduty:DisassociateFromAdministratorAccount', { request: { detectorId } }),
  },
  {
    name: 'refused',
    expect: ['removed'],
    severity: 'medium',
    record: call('guardduty:DeleteMembers', { error: denied('guardduty:DeleteMembers') }),
  },
  {
    name: 'in error',
    expect: [],
    record: call('guardduty:DeleteMembers', { error: { code: 'BadRequestException' } }),
  },
];
