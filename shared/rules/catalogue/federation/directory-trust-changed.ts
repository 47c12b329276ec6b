import { isKnownAccount } from '../../../account/known-accounts.ts';
import { call, denied } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { objectAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { directoryOf } from '../../directory.ts';

type Message = 'trust' | 'forwarder' | 'shared' | 'accepted' | 'certificate' | 'application';

const messageOf: Readonly<Record<string, Message>> = {
  'ds:CreateTrust': 'trust',
  'ds:UpdateTrust': 'trust',
  'ds:CreateConditionalForwarder': 'forwarder',
  'ds:UpdateConditionalForwarder': 'forwarder',
  'ds:ShareDirectory': 'shared',
  'ds:AcceptSharedDirectory': 'accepted',
  'ds:RegisterCertificate': 'certificate',
  'ds:AuthorizeApplication': 'application',
  'ds:UpdateAuthorizedApplication': 'application',
  'ds:EnableRoleAccess': 'application',
  'ds:EnableSso': 'application',
  'ds:EnableDirectoryDataAccess': 'application',
};

const severityOf: Readonly<Record<Message, Match['severity']>> = {
  trust: 'high',
  forwarder: 'medium',
  shared: 'high',
  accepted: 'medium',
  certificate: 'high',
  application: 'medium',
};

const otherOf = ({ request }: IamEvent): string | undefined =>
  textAt(request, 'remoteDomainName') ?? textAt(objectAt(request, 'shareTarget'), 'id');

const tried =
  '{actor} tried to change whom directory {resource} trusts, or who may use it ({eventName}); AWS refused it.';

export default defineRule({
  id: 'directory-trust-changed',
  kind: 'incident',
  severity: 'high',
  on: { actions: Object.keys(messageOf) as Action[] },
  outcome: 'attempted',
  title: 'Whom a directory trusts, or who may use it, changed',
  why: 'People of a trusted domain, holders of a certificate and members of another account sign in where people of the directory do: to Identity Center, to WorkSpaces, to roles that the directory gives.',
  fix: 'Check that a change request names the domain, the account or the certificate. Delete the trust, the share or the certificate otherwise.',
  misses: 'Changes inside the directory by its own administrators, which only its security log shows.',
  falsePositives:
    'Joining two companies, setting up WorkSpaces. Shares with accounts of your organization, once the setting organizationAccounts names them, are left out.',
  attack: ['T1484.002', 'T1556'],
  messages: {
    trust: {
      done: '{actor} set a trust of directory {resource} with {other} ({eventName} {direction}).',
      tried,
    },
    forwarder: {
      done: '{actor} sent the name look-ups of directory {resource} for {other} elsewhere ({eventName}).',
      tried,
    },
    shared: {
      done: '{actor} shared directory {resource} with account {other}.',
      tried,
    },
    accepted: {
      done: '{actor} accepted directory {resource} that another account shares.',
      tried,
    },
    certificate: {
      done: '{actor} registered a certificate by which directory {resource} knows people or servers ({certificateType}).',
      tried,
    },
    application: {
      done: '{actor} let an application or a service use directory {resource} ({eventName}).',
      tried,
    },
  },

  evaluate(event, { settings }) {
    const message = messageOf[event.action];
    if (message === undefined) return [];
    const other = otherOf(event);
    if (message === 'shared' && other !== undefined && isKnownAccount(settings, other)) return [];
    const data = {
      other: other ?? 'a domain that is not named',
      direction: textAt(event.request, 'trustDirection') ?? '',
      certificateType: textAt(event.request, 'type') ?? 'ClientLDAPS',
    };
    return [{ message, severity: severityOf[message] ?? 'high', resource: directoryOf(event), data }];
  },
});

const directoryId = 'd-1234567890';
const shares = (over: object = {}) =>
  call('ds:ShareDirectory', {
    request: { directoryId, shareTarget: { id: '444455556666', type: 'ACCOUNT' }, shareMethod: 'HANDSHAKE' },
    ...over,
  });

const loud = (): Example[] => [
  {
    name: 'a trust',
    expect: ['trust'],
    severity: 'high',
    record: call('ds:CreateTrust', {
      request: { directoryId, remoteDomainName: 'corp.example.net', trustDirection: 'One-Way: Incoming' },
    }),
  },
  {
    name: 'look-ups',
    expect: ['forwarder'],
    severity: 'medium',
    record: call('ds:CreateConditionalForwarder', {
      request: { directoryId, remoteDomainName: 'corp.example.net', dnsIpAddrs: ['198.51.100.9'] },
    }),
  },
  { name: 'shared', expect: ['shared'], record: shares() },
  {
    name: 'a shared one accepted',
    expect: ['accepted'],
    record: call('ds:AcceptSharedDirectory', { request: { sharedDirectoryId: 'd-0987654321' } }),
  },
  {
    name: 'a certificate',
    expect: ['certificate'],
    record: call('ds:RegisterCertificate', { request: { directoryId, type: 'ClientCertAuth' } }),
  },
  {
    name: 'an application',
    expect: ['application'],
    severity: 'medium',
    record: call('ds:AuthorizeApplication', { request: { directoryId, applicationId: 'workspaces' } }),
  },
  ...(
    [
      ['ds:UpdateTrust', 'trust'],
      ['ds:UpdateConditionalForwarder', 'forwarder'],
      ['ds:UpdateAuthorizedApplication', 'application'],
      ['ds:EnableRoleAccess', 'application'],
      ['ds:EnableSso', 'application'],
      ['ds:EnableDirectoryDataAccess', 'application'],
    ] as const
  ).map(([action, message]) => ({
    name: action,
    expect: [message],
    record: call(action, { request: { directoryId } }),
  })),
  {
    name: 'shared with an account that is not logged',
    expect: ['shared'],
    settings: { organizationAccounts: ['444455556666'] },
    record: call('ds:ShareDirectory', { request: { directoryId } }),
  },
  {
    name: 'shared with an account outside the organization',
    expect: ['shared'],
    severity: 'high',
    settings: { organizationAccounts: ['222233334444'] },
    record: shares(),
  },
  {
    name: 'refused',
    expect: ['trust'],
    severity: 'medium',
    record: call('ds:CreateTrust', { error: denied('ds:CreateTrust') }),
  },
];

const quiet = (): Example[] => [
  {
    name: 'shared with an account of the organization',
    expect: [],
    settings: { organizationAccounts: ['444455556666'] },
    record: shares(),
  },
  {
    name: 'shared already',
    expect: [],
    record: shares({ error: { code: 'DirectoryAlreadySharedException' } }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
