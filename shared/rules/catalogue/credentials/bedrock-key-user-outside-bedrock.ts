import { call, denied, signIn, user } from '../../../events/example.ts';
import type { Action } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { bedrockKeyUserPrefix, isBedrockKeyUser } from '../../bedrock-key-users.ts';
import { defineRule, type Example } from '../../define-rule.ts';

/** Services that such a user's key is for; the console of models subscribes through the marketplace. */
const ownServices = /^(bedrock[a-z-]*|aws-marketplace|signin)\./;
/** Calls any key may make; libraries make them unasked. */
const harmless = new Set<Action>(['sts:GetCallerIdentity', 'sts:GetSessionToken', 'sts:GetAccessKeyInfo']);

export default defineRule({
  id: 'bedrock-key-user-outside-bedrock',
  kind: 'incident',
  severity: 'high',
  outcome: 'any',
  on: { anyCall: { userIdentity: { type: ['IAMUser'], userName: [{ prefix: bedrockKeyUserPrefix }] } } },
  title: 'User of a Bedrock API key called another service',
  why: 'The Bedrock console makes an IAM user for each long-term API key and nobody watches it. Calls to other services mean that somebody gave it an access key or a password and uses it as a back door.',
  fix: 'Delete the access keys and the login profile of the user (a Bedrock API key is neither), find who added them, and undo what it did.',
  misses:
    'Misuse of the API key inside Bedrock. Reads where only write calls are forwarded. A user made by hand under another name.',
  falsePositives: 'A user of that name that a team uses for more than Bedrock, which it should not.',
  attack: ['T1078.004', 'T1098.001'],
  messages: {
    called: {
      done: '{actor}, a user made for a Bedrock API key, called {eventName} of {service} from {sourceIp}.',
      tried:
        '{actor}, a user made for a Bedrock API key, tried {eventName} of {service} from {sourceIp}, without success.',
    },
  },

  evaluate(event) {
    const { type, userName } = event.actor;
    if (type !== 'IAMUser' || !isBedrockKeyUser(userName)) return [];
    if (ownServices.test(event.source) || harmless.has(event.action)) return [];
    return [{ message: 'called', resource: actorArn(event), data: { service: event.source } }];
  },
});

export const examples = (): Example[] => {
  const by = user('BedrockAPIKey-4kq7');
  return [
    {
      name: 'it makes a user',
      expect: ['called'],
      severity: 'high',
      record: call('iam:CreateUser', { by, request: { userName: 'eve' } }),
    },
    {
      name: 'it is refused',
      expect: ['called'],
      severity: 'high',
      record: call('s3:ListBuckets', { by, readOnly: true, error: denied('s3:ListAllMyBuckets') }),
    },
    { name: 'it uses a model', expect: [], record: call('bedrock:InvokeModel', { by, readOnly: true }) },
    { name: 'it asks who it is', expect: [], record: call('sts:GetCallerIdentity', { by, readOnly: true }) },
    { name: 'it signs in', expect: [], record: signIn(by) },
    { name: 'another user', expect: [], record: call('iam:CreateUser', { by: user('bob') }) },
    {
      name: 'another user with the words in its name',
      expect: [],
      record: call('iam:CreateUser', { by: user('my-BedrockAPIKey-1') }),
    },
  ];
};
