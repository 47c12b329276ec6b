import { call, denied, user } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isS3Browser } from '../../s3-browser.ts';

/** The placeholder in the policy template that S3 Browser offers; people fill it in, a thief in a hurry does not. */
const placeholder = '<YOUR-BUCKET-NAME>';

/** The policy's text, plain or URL-encoded. */
const holdsPlaceholder = (document: string): boolean =>
  document.includes(placeholder) || document.includes(encodeURIComponent(placeholder));

export default defineRule({
  id: 's3browser-template-policy',
  kind: 'incident',
  severity: 'high',
  outcome: 'any',
  on: { actions: ['iam:PutUserPolicy'] },
  title: "S3 Browser's unfilled policy template put on a user",
  why: 'The trace of GUI-vil, a group that mines coins on stolen accounts: it clicks through S3 Browser and leaves the example bucket name in the policy.',
  fix: 'Deactivate the access key of the caller, delete the policy, and look for users, passwords and large EC2 instances that the caller made.',
  misses: 'The same policy with a bucket name filled in. Refused calls: their document is not logged.',
  falsePositives: 'Somebody who tries out S3 Browser and saves the template as it is.',
  attack: ['T1098.003'],
  messages: {
    put: {
      done: "{actor} put S3 Browser's unfilled template policy on {user} from {sourceIp}.",
      tried:
        "{actor} tried to put S3 Browser's unfilled template policy on {user} from {sourceIp}, without success.",
    },
  },
  undo: { put: 'aws iam delete-user-policy --user-name {user} --policy-name {policy}' },

  evaluate(event) {
    const document = textAt(event.request, 'policyDocument') ?? '';
    if (!isS3Browser(event) || !holdsPlaceholder(document)) return [];
    const { user, resource } = affectedUserOf(event);
    return [
      { message: 'put', resource, data: { user, policy: textAt(event.request, 'policyName') ?? 'unknown' } },
    ];
  },
});

export const examples = (): Example[] => {
  const userAgent = '[S3 Browser 9.5.5 https://s3browser.com]';
  const document = (bucket: string) =>
    `{"Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::${bucket}/*"}]}`;
  const request = { userName: 'alice', policyName: 'dq', policyDocument: document(placeholder) };
  return [
    {
      name: 'the template as it is',
      expect: ['put'],
      severity: 'high',
      record: call('iam:PutUserPolicy', { userAgent, request }),
    },
    {
      name: 'the template, URL-encoded',
      expect: ['put'],
      record: call('iam:PutUserPolicy', {
        userAgent,
        request: { ...request, policyDocument: encodeURIComponent(request.policyDocument) },
      }),
    },
    {
      name: 'the template on a user that does not exist',
      expect: ['put'],
      record: call('iam:PutUserPolicy', { userAgent, request, error: { code: 'NoSuchEntityException' } }),
    },
    {
      name: 'a bucket filled in',
      expect: [],
      record: call('iam:PutUserPolicy', {
        userAgent,
        request: { ...request, policyDocument: document('photos') },
      }),
    },
    { name: 'with another tool', expect: [], record: call('iam:PutUserPolicy', { request }) },
    {
      name: 'refused, without the document',
      expect: [],
      record: call('iam:PutUserPolicy', {
        by: user('bob'),
        userAgent,
        error: denied('iam:PutUserPolicy', 'user alice'),
      }),
    },
  ];
};
