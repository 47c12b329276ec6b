import type { AccountSettings } from '../../../account/account-settings.ts';
import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { after, call, consoleUser, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';
import { mayBeRecon } from '../../recon-caller.ts';

const isLookingAround = (event: IamEvent, settings: AccountSettings): boolean =>
  mayBeRecon(event, settings) &&
  !matchesAnyArnPattern(settings.pipelines, event.actor.roleArn) &&
  !matchesAnyArnPattern(settings.approvedAdminRoles, event.actor.roleArn);

export default defineRule({
  id: 'iam-group-recon',
  kind: 'incident',
  severity: 'low',
  on: {
    actions: [
      'iam:GetGroup',
      'iam:GetGroupPolicy',
      'iam:ListAttachedGroupPolicies',
      'iam:ListGroupPolicies',
      'iam:ListGroups',
      'iam:ListGroupsForUser',
    ],
  },
  outcome: 'any',
  title: 'IAM groups looked over',
  why: 'Groups tell which users are administrators, and into which of them to put oneself.',
  fix: 'Ask the caller. If nobody knows why it asks, look at what else it read, and whether somebody joined a group since.',
  misses:
    'One kind of call only, however often. People in the console. Roles of the settings scanners, pipelines and approvedAdminRoles.',
  falsePositives: 'Terraform and other tools that read what they manage: name their roles in pipelines.',
  attack: ['T1069.003', 'T1087.004'],
  messages: {
    looked: {
      done: '{actor} read IAM groups in {count} ways within an hour, the last {eventName}.',
      tried:
        '{actor} tried to read IAM groups in {count} ways within an hour; the last, {eventName}, did not succeed.',
    },
  },

  // The same call again and again is a page after the other, or a program that keeps a list.
  history: (event, settings) =>
    isLookingAround(event, settings)
      ? [{ kind: 'count', key: event.actor.key, withinMinutes: 60, threshold: 2, distinct: event.name }]
      : [],

  evaluate: (event, { history: [ways] }) =>
    isNewlyMet(ways) ? [{ message: 'looked', resource: actorArn(event), data: { count: ways.count } }] : [],
});

export const examples = (): Example[] => {
  const list = (over: object = {}) =>
    call('iam:ListGroups', { by: role('web', 'x'), readOnly: true, time: after(-600), ...over });
  const get = (over: object = {}) =>
    call('iam:GetGroup', { by: role('web', 'y'), request: { groupName: 'admins' }, readOnly: true, ...over });
  const console = { by: consoleUser('bob', true), record: { sessionCredentialFromConsole: 'true' } };
  return [
    { name: 'in two ways', expect: ['looked'], severity: 'low', before: [list()], record: get() },
    {
      name: 'in two ways, refused',
      expect: ['looked'],
      severity: 'low',
      before: [list()],
      record: get({ error: denied('iam:GetGroup', 'group admins') }),
    },
    { name: 'page after page', expect: [], before: [list()], record: list({ time: after(0) }) },
    { name: 'in an hour and a half', expect: [], before: [list({ time: after(-5400) })], record: get() },
    { name: 'in the console', expect: [], before: [list(console)], record: get(console) },
    {
      name: 'by a role that deploys',
      expect: [],
      before: [list()],
      record: get(),
      settings: { pipelines: ['arn:aws:iam::*:role/web'] },
    },
  ];
};
