import { call, denied } from '../../../events/example.ts';
import type { Action } from '../../../events/iam-event.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { findText } from '../../find-text.ts';
import { refusedArnOf, regionalArn } from '../../resource-arn.ts';

type Message = 'who' | 'where' | 'stopped' | 'started';

// Names: Service Authorization Reference, "AWS Identity Sync". Its parameters are not published, so that only names are read from them.
const messageOf: Readonly<Record<string, Message>> = {
  CreateSyncFilter: 'who',
  DeleteSyncFilter: 'who',
  CreateSyncProfile: 'where',
  DeleteSyncProfile: 'where',
  CreateSyncTarget: 'where',
  UpdateSyncTarget: 'where',
  DeleteSyncTarget: 'where',
  StopSync: 'stopped',
  StartSync: 'started',
};

export default defineRule({
  id: 'identity-sync-changed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: Object.keys(messageOf).map((name): Action => `identity-sync:${name}`) },
  outcome: 'attempted',
  title: 'Synchronisation of a directory with Identity Center changed',
  why: 'The filters decide which people and groups of Active Directory become people and groups of Identity Center, with all that is assigned to them. Without synchronisation, leavers keep their access.',
  fix: 'Compare the filters with the groups that are meant. Start the synchronisation again and look at who came or stayed meanwhile.',
  misses: 'Which people a filter lets in: that is in Active Directory.',
  falsePositives: 'Setting up or moving the synchronisation; new groups.',
  attack: ['T1098', 'T1484.002'],
  messages: {
    who: {
      done: '{actor} changed which people and groups are synchronised into Identity Center ({eventName}).',
      tried:
        '{actor} tried to change which people and groups are synchronised into Identity Center ({eventName}); AWS refused it.',
    },
    where: {
      done: '{actor} changed how a directory is synchronised with Identity Center ({eventName}).',
      tried:
        '{actor} tried to change how a directory is synchronised with Identity Center ({eventName}); AWS refused it.',
    },
    stopped: {
      done: '{actor} stopped the synchronisation of a directory with Identity Center: leavers keep their access.',
      tried: '{actor} tried to stop the synchronisation of a directory with Identity Center; AWS refused it.',
    },
    started: {
      done: '{actor} started the synchronisation of a directory with Identity Center.',
      tried:
        '{actor} tried to start the synchronisation of a directory with Identity Center; AWS refused it.',
    },
  },

  evaluate(event) {
    const message = messageOf[event.name];
    if (message === undefined) return [];
    const profile = findText(event.request, 'syncProfileName');
    const resource =
      profile === undefined
        ? (refusedArnOf(event) ?? accountArn(event))
        : regionalArn(event, 'identity-sync', `profile/${profile}`);
    return [{ message, resource, data: {}, ...(message === 'started' ? { severity: 'low' as const } : {}) }];
  },
});

const request = { syncProfileName: 'corp' };

export const examples = (): Example[] => [
  {
    name: 'a filter',
    expect: ['who'],
    severity: 'medium',
    record: call('identity-sync:CreateSyncFilter', { request }),
  },
  { name: 'a target', expect: ['where'], record: call('identity-sync:UpdateSyncTarget', { request }) },
  { name: 'stopped', expect: ['stopped'], record: call('identity-sync:StopSync', { request }) },
  {
    name: 'started',
    expect: ['started'],
    severity: 'low',
    record: call('identity-sync:StartSync', { request }),
  },
  ...(
    [
      ['identity-sync:DeleteSyncFilter', 'who'],
      ['identity-sync:CreateSyncProfile', 'where'],
      ['identity-sync:DeleteSyncProfile', 'where'],
      ['identity-sync:CreateSyncTarget', 'where'],
      ['identity-sync:DeleteSyncTarget', 'where'],
    ] as const
  ).map(([action, message]) => ({ name: action, expect: [message], record: call(action, { request }) })),
  {
    name: 'refused',
    expect: ['stopped'],
    severity: 'low',
    record: call('identity-sync:StopSync', { error: denied('identity-sync:StopSync') }),
  },
  {
    name: 'was stopped already',
    expect: [],
    record: call('identity-sync:StopSync', { request, error: { code: 'ConflictException' } }),
  },
];
