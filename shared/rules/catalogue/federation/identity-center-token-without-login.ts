import { after, call } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { identityStoreOfCaller, personOfCaller } from '../../identity-center.ts';
import { isPublicAddress, networkOf } from '../../network-address.ts';

const deviceCode = 'urn:ietf:params:oauth:grant-type:device_code';

/** A token that was asked for on one device and agreed to in a browser, perhaps on another. */
const isDeviceToken = ({ name, request }: IamEvent): boolean =>
  name === 'CreateToken' && textAt(request, 'grantType') === deviceCode;

const networkOfPerson = (event: IamEvent): string | undefined => {
  const { sourceIp, name } = event;
  if (sourceIp === undefined || !isPublicAddress(sourceIp)) return undefined;
  return name !== 'CreateToken' || isDeviceToken(event) ? networkOf(sourceIp) : undefined;
};

export default defineRule({
  id: 'identity-center-token-without-login',
  kind: 'incident',
  severity: 'medium',
  on: {
    actions: [
      'sso:CreateToken',
      // What people do in the portal: it makes their networks known.
      'sso:Authenticate',
      'sso:Federate',
      'sso:ListApplications',
      'sso:UserAuthentication',
      'signin:UserAuthentication',
    ],
  },
  title: 'Identity Center token taken where the person never signed in',
  why: 'In device-code phishing the victim confirms a code in the browser, and the token goes to whoever made the code, somewhere else. It opens every account of the victim for hours.',
  fix: 'Ask the person whether they ran `aws sso login` on that machine. If not, end their sessions in Identity Center, revoke the sessions of their roles, and read what was called from that address.',
  misses:
    'Thieves in a network that the person used within ten days. Tokens of the flow without a code, which stay on the machine of the browser. The first ten days, in which nothing can be new, are quiet.',
  falsePositives:
    '`aws sso login` on a remote machine (a cloud desktop, a bastion) whose network is new, and people on the road whose sign-in arrives after the token.',
  attack: ['T1528', 'T1566.002', 'T1550.001'],
  messages: {
    taken:
      'A token of {person} was taken from {sourceIp}, a network where they did not sign in these ten days.',
  },

  history(event) {
    const network = networkOfPerson(event);
    return network === undefined
      ? []
      : [{ kind: 'first-seen', key: `${event.actor.key} ${network}`, days: 10 }];
  },

  evaluate(event, { history: [seen] }) {
    if (!isDeviceToken(event) || seen?.status !== 'met') return [];
    return [
      {
        message: 'taken',
        resource: identityStoreOfCaller(event),
        aspect: event.actor.key,
        data: { person: personOfCaller(event) },
      },
    ];
  },
});

const by = () => ({
  type: 'IdentityCenterUser',
  accountId: '111122223333',
  onBehalfOf: {
    userId: '94d00cd8-e9e6-4810-b177-b08e84775435',
    identityStoreArn: 'arn:aws:identitystore::111122223333:identitystore/d-1234567890',
  },
});
const takes = (grantType = deviceCode, over: object = {}) =>
  call('sso:CreateToken', {
    by: by(),
    request: { clientId: 'c', clientSecret: 'HIDDEN_DUE_TO_SECURITY_REASONS', grantType },
    ...over,
  });
const visits = (seconds: number, sourceIp = '203.0.113.7') =>
  call('sso:Authenticate', { by: by(), time: after(seconds), sourceIp });

export const examples = (): Example[] => [
  {
    name: 'from another network than the browser',
    expect: ['taken'],
    severity: 'medium',
    before: [visits(-30, '198.51.100.9')],
    record: takes(),
  },
  { name: 'where the browser is', expect: [], before: [visits(-30)], record: takes() },
  {
    name: 'where the person signed in last week',
    expect: [],
    before: [visits(-6 * 86_400)],
    record: takes(),
  },
  { name: 'a token renewed', expect: [], record: takes('refresh_token') },
  { name: 'a visit to the portal from a new network', expect: [], record: visits(0) },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    record: takes(),
  },
  {
    name: 'not yet confirmed',
    expect: [],
    record: takes(deviceCode, { error: { code: 'AuthorizationPendingException' } }),
  },
];
