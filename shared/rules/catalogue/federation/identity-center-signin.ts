import { call, denied } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { identityStoreOfCaller, personOfCaller } from '../../identity-center.ts';

export default defineRule({
  id: 'identity-center-signin',
  kind: 'inventory',
  severity: 'info',
  // IAM Identity Center User Guide, "Understanding IAM Identity Center sign-in events": written under either source.
  on: {
    actions: ['sso:Authenticate', 'sso:Federate', 'sso:UserAuthentication', 'signin:UserAuthentication'],
  },
  title: 'Signed in through IAM Identity Center',
  why: 'Who signed in, and into which accounts they went on: the list for reviews of access.',
  fix: 'Nothing at once. Compare the list with who works here.',
  misses: 'Failed sign-ins. Sessions of the command line that go on without a new sign-in.',
  falsePositives: 'None: this is a list.',
  attack: [],
  messages: { signedIn: '{person} signed in through IAM Identity Center from {sourceIp} ({eventName}).' },

  evaluate: (event) => [
    {
      message: 'signedIn',
      resource: identityStoreOfCaller(event),
      data: { person: personOfCaller(event) },
    },
  ],
});

const by = () => ({
  type: 'IdentityCenterUser',
  accountId: '111122223333',
  onBehalfOf: {
    userId: '94d00cd8-e9e6-4810-b177-b08e84775435',
    identityStoreArn: 'arn:aws:identitystore::111122223333:identitystore/d-1234567890',
  },
});

export const examples = (): Example[] => [
  {
    name: 'at the sign-in page',
    expect: ['signedIn'],
    severity: 'info',
    record: call('signin:UserAuthentication', {
      by: by(),
      response: { UserAuthentication: 'Success' },
      record: {
        eventType: 'AwsServiceEvent',
        serviceEventDetails: { CredentialType: 'PASSWORD', UserAuthentication: 'Success' },
      },
    }),
  },
  {
    name: 'on to an account, as older records say it',
    expect: ['signedIn'],
    record: call('sso:Federate', {
      by: { type: 'Unknown', principalId: '111122223333', accountId: '111122223333', userName: 'alice' },
    }),
  },
  {
    name: 'a wrong password',
    expect: [],
    record: call('signin:UserAuthentication', {
      by: by(),
      record: { serviceEventDetails: { UserAuthentication: 'Failure' } },
    }),
  },
  { name: 'refused', expect: [], record: call('sso:Federate', { by: by(), error: denied('sso:Federate') }) },
];
