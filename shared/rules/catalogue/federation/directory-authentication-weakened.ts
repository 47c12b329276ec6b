import { call, denied } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { isObject, listAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { directoryOf } from '../../directory.ts';
import { isUnloggedRefusal } from '../../named-in-call.ts';

type Message = 'mfa' | 'check' | 'log' | 'settings' | 'content';

const messageOf: Readonly<Record<string, Message>> = {
  'ds:DisableRadius': 'mfa',
  'ds:EnableRadius': 'mfa',
  'ds:UpdateRadius': 'mfa',
  'ds:DisableClientAuthentication': 'check',
  'ds:DisableLDAPS': 'check',
  'ds:DeleteLogSubscription': 'log',
  'ds:UpdateSettings': 'settings',
  'ds:RestoreFromSnapshot': 'content',
  'ds:StartSchemaExtension': 'content',
};

/** Old ciphers and protocols switched on, or a check of certificates off (Administration Guide, "List of directory security settings"). */
const loosens = ({ request }: IamEvent): boolean =>
  listAt(request, 'settings')
    .filter(isObject)
    .some((setting) => {
      const name = textAt(setting, 'name') ?? '';
      const isOn = textAt(setting, 'value') === 'Enable';
      return /^(RC2|RC4|DES|3DES|TRIPLE_DES|PCT|SSL|TLS_1_[01])/i.test(name) ? isOn : false;
    });

const tried =
  '{actor} tried to change how directory {resource} checks its people ({eventName}); AWS refused it.';

export default defineRule({
  id: 'directory-authentication-weakened',
  kind: 'incident',
  severity: 'high',
  on: { actions: Object.keys(messageOf) as Action[] },
  outcome: 'attempted',
  title: 'How a directory checks its people weakened',
  why: 'Without MFA or smart cards a password is enough; a RADIUS server of somebody else says yes to every code; without its security log nobody sees who signed in.',
  fix: 'Put MFA, smart cards, LDAPS and the log back. Check the addresses of the RADIUS servers, and look at who signed in meanwhile.',
  misses:
    'What a schema extension or an older snapshot brings back: users, passwords and memberships of then.',
  falsePositives: 'Moving the RADIUS servers; restoring a directory after a fault.',
  attack: ['T1556.006', 'T1562.008'],
  messages: {
    mfa: {
      done: '{actor} changed or switched off MFA of directory {resource} ({eventName}).',
      tried,
    },
    check: {
      done: '{actor} switched off a check of directory {resource} ({eventName}).',
      tried,
    },
    log: {
      done: '{actor} stopped the security log of directory {resource}.',
      tried,
    },
    settings: {
      done: '{actor} let directory {resource} take old ciphers or protocols.',
      tried,
    },
    content: {
      done: '{actor} replaced or extended what is in directory {resource} ({eventName}).',
      tried,
    },
  },

  evaluate(event) {
    const message = messageOf[event.action];
    if (message === undefined) return [];
    if (message === 'settings' && !loosens(event) && !isUnloggedRefusal(event)) return [];
    const severity = message === 'settings' || message === 'content' ? 'medium' : 'high';
    return [{ message, severity, resource: directoryOf(event), data: {} }];
  },
});

const directoryId = 'd-1234567890';
const sets = (Name: string, value: string) =>
  call('ds:UpdateSettings', { request: { directoryId, settings: [{ name: Name, value }] } });

export const examples = (): Example[] => [
  {
    name: 'no MFA',
    expect: ['mfa'],
    severity: 'high',
    record: call('ds:DisableRadius', { request: { directoryId } }),
  },
  {
    name: 'another RADIUS server',
    expect: ['mfa'],
    record: call('ds:UpdateRadius', {
      request: { directoryId, radiusSettings: { radiusServers: ['198.51.100.9'] } },
    }),
  },
  {
    name: 'no smart cards',
    expect: ['check'],
    record: call('ds:DisableClientAuthentication', { request: { directoryId, type: 'SmartCard' } }),
  },
  {
    name: 'no log',
    expect: ['log'],
    record: call('ds:DeleteLogSubscription', { request: { directoryId } }),
  },
  { name: 'an old protocol', expect: ['settings'], severity: 'medium', record: sets('TLS_1_0', 'Enable') },
  {
    name: 'an older state',
    expect: ['content'],
    severity: 'medium',
    record: call('ds:RestoreFromSnapshot', { request: { snapshotId: 's-1234567890' } }),
  },
  {
    name: 'refused',
    expect: ['mfa'],
    severity: 'medium',
    record: call('ds:DisableRadius', { error: denied('ds:DisableRadius') }),
  },
  { name: 'an old protocol switched off', expect: [], record: sets('TLS_1_0', 'Disable') },
  {
    name: 'had no MFA',
    expect: [],
    record: call('ds:DisableRadius', {
      request: { directoryId },
      error: { code: 'EntityDoesNotExistException' },
    }),
  },
];
