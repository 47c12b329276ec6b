import { after, call, consoleUser, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isPublicAddress, networkOf } from '../../network-address.ts';
import type { Severity } from '../../severity.ts';

const isByUser = ({ actor, via }: IamEvent): boolean => actor.type === 'IAMUser' && via === 'direct';

const publicNetworkOf = ({ sourceIp }: IamEvent): string | undefined =>
  sourceIp !== undefined && isPublicAddress(sourceIp) ? networkOf(sourceIp) : undefined;

/** What people type, by the user agent. Whoever hides it gets the lower severity only where nothing else is odd. */
const isCommandLine = ({ userAgent = '' }: IamEvent): boolean => /aws-cli|boto/i.test(userAgent);

const severityOf = (withMfa: boolean, isNew: boolean, event: IamEvent): Severity => {
  if (isNew) return withMfa ? 'medium' : 'high';
  return !withMfa && isCommandLine(event) ? 'medium' : 'low';
};

export default defineRule({
  id: 'sts-get-session-token',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['sts:GetSessionToken'] },
  title: 'Session token taken with the key of a user',
  why: 'A session token works for up to 36 hours, also after the key that made it is deactivated. Thieves of keys take one first; people take one to sign with MFA.',
  fix: 'Ask the user. If it was not them, deny what was issued before now (policy condition aws:TokenIssueTime): deleting the key is not enough.',
  misses:
    'Tokens taken in the console. What is done with the token (sts-iam-call-with-session-token). While history is short, a new network raises nothing.',
  falsePositives:
    'Tools that ask for MFA with every token (aws-vault and the like): low, or medium when the network is new, as it is on the road.',
  attack: ['T1550.001', 'T1078.004'],
  messages: {
    withMfa: 'User {user} took a session token with MFA{network}.',
    withoutMfa: 'User {user} took a session token without MFA{network}.',
  },

  history(event) {
    const network = publicNetworkOf(event);
    if (!isByUser(event) || network === undefined) return [];
    return [{ kind: 'first-seen', key: `${event.actor.key} ${network}`, days: 10, optional: true }];
  },

  evaluate(event, { history: [seen] }) {
    if (!isByUser(event)) return [];
    const withMfa = textAt(event.request, 'serialNumber') !== undefined;
    const isNew = seen?.status === 'met';
    return [
      {
        message: withMfa ? 'withMfa' : 'withoutMfa',
        resource: actorArn(event),
        severity: severityOf(withMfa, isNew, event),
        data: { user: event.actor.label, network: isNew ? ' from a network that is new to it' : '' },
      },
    ];
  },
});

const takes = (over: object = {}) =>
  call('sts:GetSessionToken', { request: { durationSeconds: 129_600 }, readOnly: true, ...over });
const mfa = { request: { serialNumber: 'arn:aws:iam::111122223333:mfa/bob', tokenCode: '' } };

export const examples = (): Example[] => {
  const before = [takes({ time: after(-86_400), sourceIp: '203.0.113.200' })];
  return [
    { name: 'from a new network', expect: ['withoutMfa'], severity: 'high', record: takes() },
    {
      name: 'without MFA on the command line',
      expect: ['withoutMfa'],
      severity: 'medium',
      before,
      record: takes(),
    },
    {
      name: 'without MFA by a program',
      expect: ['withoutMfa'],
      severity: 'low',
      before,
      record: takes({ userAgent: 'aws-sdk-java/2.31.0' }),
    },
    { name: 'with MFA', expect: ['withMfa'], severity: 'low', before, record: takes(mfa) },
    { name: 'with MFA from a new network', expect: ['withMfa'], severity: 'medium', record: takes(mfa) },
    {
      name: 'in the first days of watching, when no network is known',
      expect: ['withMfa'],
      severity: 'low',
      watchedSince: '2026-03-02T00:00:00Z',
      record: takes(mfa),
    },
    {
      name: 'by the console',
      expect: [],
      record: takes({ by: consoleUser('bob', true), record: { sessionCredentialFromConsole: 'true' } }),
    },
    { name: 'by a role', expect: [], record: takes({ by: role('web', 'a') }) },
    {
      name: 'refused',
      expect: [],
      record: call('sts:GetSessionToken', { error: denied('sts:GetSessionToken') }),
    },
  ];
};
