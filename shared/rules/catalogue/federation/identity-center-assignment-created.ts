import type { AccountSettings } from '../../../account/account-settings.ts';
import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { after, call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { findText } from '../../find-text.ts';
import { otherAccountArn } from '../../other-account.ts';
import { nameInArn } from '../../resource-arn.ts';

type Message = 'here' | 'newCaller';

const isExpected = ({ actor }: IamEvent, { pipelines, approvedAdminRoles }: AccountSettings): boolean =>
  [pipelines, approvedAdminRoles].some((roles) => matchesAnyArnPattern(roles, actor.roleArn));

/** The account that the permission set is assigned in or provisioned to; undefined for all of them, and on a refused call. */
const accountOf = ({ request }: IamEvent): string | undefined => textAt(request, 'targetId');

export default defineRule({
  id: 'identity-center-assignment-created',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['sso:CreateAccountAssignment', 'sso:ProvisionPermissionSet'] },
  outcome: 'attempted',
  title: 'Access to an account given through IAM Identity Center',
  why: 'An assignment lets a person or a group into an account with all that the permission set allows. In the account of Identity Center itself that is, as a rule, control of the organisation.',
  fix: 'Check that a change request names the person, the permission set and the account. Delete the assignment otherwise, and end the sessions of the person.',
  misses:
    'Assignments in other accounts by who makes some every month. What the permission set allows (identity-center-permission-set-escalated). A management account that has delegated Identity Center to another account looks like any other.',
  falsePositives:
    'New administrators, and deployments of permission sets. Name who deploys in the setting pipelines or approvedAdminRoles: they are then told only for the account of Identity Center itself, with severity medium.',
  attack: ['T1098.003', 'T1078.004'],
  messages: {
    here: {
      done: '{actor} gave {principal} access to account {target}, from which Identity Center is run, with permission set {permissionSet} ({eventName}).',
      tried:
        '{actor} tried to give {principal} access to account {target}, from which Identity Center is run; AWS refused it.',
    },
    newCaller: {
      done: '{actor}, for the first time in a month, gave {principal} access to account {target} with permission set {permissionSet} ({eventName}).',
      tried:
        '{actor}, for the first time in a month, tried to give somebody access to an account ({eventName}); AWS refused it.',
    },
  },

  history: (event, settings) =>
    isExpected(event, settings)
      ? []
      : // Apart by outcome: an attempt that was refused must not make the one that succeeds look known.
        [
          {
            kind: 'first-seen',
            key: `${event.actor.key} ${event.outcome}`,
            days: 30,
            optional: true,
          },
        ],

  evaluate(event, { history: [seen], settings }) {
    const target = accountOf(event);
    const found: Omit<Match<Message>, 'message'> = {
      resource: otherAccountArn(event, target),
      data: {
        target: target ?? 'unknown',
        principal: `${(textAt(event.request, 'principalType') ?? 'people').toLowerCase()} ${textAt(event.request, 'principalId') ?? 'assigned'}`,
        permissionSet: nameInArn(findText(event.request, 'permissionSetArn') ?? 'unknown'),
      },
    };
    if (target === event.accountId)
      return [
        {
          ...found,
          message: 'here',
          ...(isExpected(event, settings) ? { severity: 'medium' as const } : {}),
        },
      ];
    return seen?.status === 'met' ? [{ ...found, message: 'newCaller' }] : [];
  },
});

const assigns = (targetId: string, over: object = {}) =>
  call('sso:CreateAccountAssignment', {
    request: {
      instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
      permissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef',
      targetId,
      targetType: 'AWS_ACCOUNT',
      principalType: 'USER',
      principalId: '94d00cd8-e9e6-4810-b177-b08e84775435',
    },
    ...over,
  });
const settings = { pipelines: ['arn:aws:iam::*:role/deploy'] };

export const examples = (): Example[] => {
  const before = [assigns('222233334444', { by: role('ops', 'a'), time: after(-7 * 86_400) })];
  return [
    {
      name: 'in the account of Identity Center',
      expect: ['here'],
      severity: 'high',
      before,
      record: assigns('111122223333', { by: role('ops', 'b') }),
    },
    {
      name: 'elsewhere by somebody new',
      expect: ['newCaller'],
      severity: 'high',
      record: assigns('222233334444'),
    },
    {
      name: 'in the account of Identity Center, by the pipeline',
      expect: ['here'],
      severity: 'medium',
      settings,
      record: assigns('111122223333', { by: role('deploy', 'run-1') }),
    },
    {
      name: 'refused',
      expect: ['newCaller'],
      severity: 'medium',
      record: call('sso:CreateAccountAssignment', { error: denied('sso:CreateAccountAssignment') }),
    },
    {
      name: 'elsewhere by who did so last week',
      expect: [],
      before,
      record: assigns('222233334444', { by: role('ops', 'b') }),
    },
    {
      name: 'elsewhere by the pipeline',
      expect: [],
      settings,
      record: assigns('222233334444', { by: role('deploy', 'run-1') }),
    },
    {
      name: 'elsewhere in the first days of watching',
      expect: [],
      watchedSince: '2026-03-02T00:00:00Z',
      record: assigns('222233334444'),
    },
    {
      name: 'in error',
      expect: [],
      record: assigns('111122223333', { error: { code: 'ConflictException' } }),
    },
  ];
};
