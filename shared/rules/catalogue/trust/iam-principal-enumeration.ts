import { after, call, denied, earlier, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';

const threshold = 25;
const withinMinutes = 60;

/**
 * Whether AWS refused a policy because a principal in it does not exist: IAM and KMS write MalformedPolicyDocument…, S3 MalformedPolicy, all
 * with "principal" in the message. Without a message the code has to do.
 */
const namesNobody = ({ errorCode = '', errorMessage }: IamEvent): boolean =>
  /^MalformedPolicy/.test(errorCode) && (errorMessage === undefined || /principal/i.test(errorMessage));

export default defineRule({
  id: 'iam-principal-enumeration',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: ['iam:UpdateAssumeRolePolicy', 'iam:CreateRole', 's3:PutBucketPolicy', 'kms:PutKeyPolicy'],
  },
  outcome: 'not-succeeded',
  title: 'Names of users and roles guessed by way of a policy',
  why: 'AWS refuses a policy that names a principal which does not exist, and takes one that does. By writing policy after policy one learns which roles and users another account has, and that account sees nothing of it.',
  fix: 'Find out who uses this credential: somebody prepares an attack on another account, from yours. Revoke it and read what else it was used for.',
  misses:
    'Attempts against your own names: they are made in the attacker’s account. Fewer than 25 wrong guesses in an hour, and guesses by way of other services.',
  falsePositives:
    'A deployment that tries the same faulty policy again and again, or creates a role and names it before it exists everywhere.',
  attack: ['T1087.004', 'T1580'],
  messages: {
    guessed:
      '{actor} wrote {count} policies within {minutes} minutes that name principals which do not exist ({eventName}, from {sourceIp}).',
  },

  history(event) {
    if (!namesNobody(event)) return [];
    const key = JSON.stringify([event.actor.key, event.sourceIp]);
    return [{ kind: 'count', key, withinMinutes, threshold }];
  },

  evaluate(event, { history: [answer] }) {
    if (!isNewlyMet(answer)) return [];
    return [
      {
        message: 'guessed',
        resource: actorArn(event),
        data: { count: answer.count, minutes: withinMinutes },
      },
    ];
  },
});

export const examples = (): Example[] => {
  const guess = (time: string, over: object = {}) =>
    call('iam:UpdateAssumeRolePolicy', {
      request: { roleName: 'oracle', policyDocument: '{}' },
      error: {
        code: 'MalformedPolicyDocumentException',
        message: 'Invalid principal in policy: "AWS":"arn:aws:iam::999988887777:role/admin"',
      },
      time,
      ...over,
    });
  const guesses = (count: number) => earlier(count, (time) => guess(time));
  return [
    {
      name: 'the twenty-fifth wrong guess within an hour',
      expect: ['guessed'],
      severity: 'high',
      before: guesses(24),
      record: guess(after(0)),
    },
    {
      name: 'by way of different services, the first arriving last',
      expect: ['guessed'],
      before: earlier(24, (time) =>
        call('s3:PutBucketPolicy', {
          error: { code: 'MalformedPolicy', message: 'Invalid principal in policy' },
          time,
        }),
      ),
      record: guess(after(-300)),
    },
    { name: 'the next one: told already', expect: [], before: guesses(25), record: guess(after(0)) },
    { name: 'the twenty-fourth', expect: [], before: guesses(23), record: guess(after(0)) },
    {
      name: 'by different callers',
      expect: [],
      before: earlier(24, (time) => guess(time, { by: user('carol') })),
      record: guess(after(0)),
    },
    {
      name: 'documents that are faulty otherwise',
      expect: [],
      before: guesses(24),
      record: guess(after(0), {
        error: { code: 'MalformedPolicyDocumentException', message: 'Syntax errors in policy.' },
      }),
    },
    {
      name: 'refused for lack of permission',
      expect: [],
      before: guesses(24),
      record: call('iam:UpdateAssumeRolePolicy', {
        error: denied('iam:UpdateAssumeRolePolicy', 'role oracle'),
      }),
    },
  ];
};
