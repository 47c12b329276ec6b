import { call, denied, role, user } from '../../../events/example.ts';
import { accessGrantingCalls } from '../../access-granting-calls.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { iamTargetOf } from '../../iam-call-target.ts';

/** Lambda's runtimes name themselves in the user agent of every SDK call (`exec-env/AWS_Lambda_nodejs24.x`). */
const runsInLambda = /exec-env\/AWS_Lambda/i;
const lambdaServices = new Set(['lambda.amazonaws.com', 'lambda.amazonaws.com.cn']);

export default defineRule({
  id: 'iam-change-by-lambda-role',
  kind: 'incident',
  severity: 'high',
  outcome: 'attempted',
  on: { actions: accessGrantingCalls },
  title: 'Access granted from a Lambda function',
  why: 'A function with a powerful role is a way up: who may change its code, or make it run a payload, grants access as that role and leaves the trace of a machine.',
  fix: 'Find the function by the role and ask its owner. If the grant was not its job, undo it, look for lambda:UpdateFunctionCode and lambda:CreateFunction before it, and take the right from the role.',
  misses: 'A caller that hides its user agent. Credentials taken out of a function and used elsewhere.',
  falsePositives: 'Functions whose job it is: custom resources of the CDK, account vending, access requests.',
  attack: ['T1648', 'T1098'],
  messages: {
    granted: {
      done: 'A Lambda function with the role {role} called {eventName} on {target}.',
      tried: 'A Lambda function with the role {role} tried {eventName} on {target}; AWS refused it.',
    },
  },

  evaluate(event) {
    const { type, roleName, invokedBy } = event.actor;
    const isByLambda = runsInLambda.test(event.userAgent ?? '') || lambdaServices.has(invokedBy ?? '');
    if (type !== 'AssumedRole' || !isByLambda) return [];
    const { target, resource } = iamTargetOf(event);
    return [
      { message: 'granted', resource, aspect: event.action, data: { target, role: roleName ?? 'unknown' } },
    ];
  },
});

export const examples = (): Example[] => {
  const userAgent = 'aws-sdk-js/3.1169.0 ua/2.1 os/linux lang/js exec-env/AWS_Lambda_nodejs24.x';
  const by = role('resize-images', 'resize-images');
  const request = { userName: 'eve', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' };
  return [
    {
      name: 'a function attaches a policy to a user',
      expect: ['granted'],
      severity: 'high',
      record: call('iam:AttachUserPolicy', { by, userAgent, request }),
    },
    {
      name: 'a function changes a trust policy',
      expect: ['granted'],
      record: call('iam:UpdateAssumeRolePolicy', { by, userAgent, request: { roleName: 'admin' } }),
    },
    {
      name: 'a function sets a policy version in force',
      expect: ['granted'],
      record: call('iam:SetDefaultPolicyVersion', {
        by,
        userAgent,
        request: { policyArn: 'arn:aws:iam::111122223333:policy/team', versionId: 'v3' },
      }),
    },
    {
      name: 'a function puts a policy on a group',
      expect: ['granted'],
      record: call('iam:PutGroupPolicy', {
        by,
        userAgent,
        request: { groupName: 'staff', policyName: 'more' },
      }),
    },
    {
      name: 'refused, role named',
      expect: ['granted'],
      severity: 'medium',
      record: call('iam:PutRolePolicy', { by, userAgent, error: denied('iam:PutRolePolicy', 'role admin') }),
    },
    {
      name: 'refused, nothing named',
      expect: ['granted'],
      record: call('iam:PutRolePolicy', { by, userAgent, error: { code: 'AccessDenied' } }),
    },
    {
      name: 'the same role on a laptop',
      expect: [],
      record: call('iam:AttachUserPolicy', { by, request }),
    },
    {
      name: 'an IAM user whose agent says Lambda',
      expect: [],
      record: call('iam:AttachUserPolicy', { by: user('bob'), userAgent, request }),
    },
    {
      name: 'a function takes a policy away',
      expect: [],
      record: call('iam:DetachUserPolicy', { by, userAgent, request }),
    },
  ];
};
