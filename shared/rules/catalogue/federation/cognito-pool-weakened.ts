import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { booleanAt, objectAt, textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { refusedArnOf, regionalArn } from '../../resource-arn.ts';

type Message = 'unauthenticatedRole' | 'unauthenticated' | 'classicFlow' | 'mfaOff' | 'refused';

const weaknessesOf = ({ name, request }: IamEvent): readonly Message[] => {
  if (name === 'SetIdentityPoolRoles')
    return textAt(objectAt(request, 'roles'), 'unauthenticated') === undefined ? [] : ['unauthenticatedRole'];
  if (name === 'SetUserPoolMfaConfig') return textAt(request, 'mfaConfiguration') === 'OFF' ? ['mfaOff'] : [];
  return [
    ...(booleanAt(request, 'allowUnauthenticatedIdentities') === true ? (['unauthenticated'] as const) : []),
    ...(booleanAt(request, 'allowClassicFlow') === true ? (['classicFlow'] as const) : []),
  ];
};

const poolOf = (event: IamEvent): string => {
  const identityPool = textAt(event.request, 'identityPoolId') ?? textAt(event.response, 'identityPoolId');
  if (identityPool !== undefined)
    return regionalArn(event, 'cognito-identity', `identitypool/${identityPool}`);
  const userPool = textAt(event.request, 'userPoolId');
  if (userPool !== undefined) return regionalArn(event, 'cognito-idp', `userpool/${userPool}`);
  return refusedArnOf(event) ?? accountArn(event);
};

export default defineRule({
  id: 'cognito-pool-weakened',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: [
      'cognito-identity:SetIdentityPoolRoles',
      'cognito-identity:CreateIdentityPool',
      'cognito-identity:UpdateIdentityPool',
      'cognito-idp:SetUserPoolMfaConfig',
    ],
  },
  outcome: 'attempted',
  title: 'Cognito pool opened to unauthenticated users or without MFA',
  why: 'An identity pool that serves unauthenticated users hands AWS credentials to everybody who knows its id; the classic flow hands them out without AWS’s limits on such sessions.',
  fix: 'Switch off what is not needed. Where guests are wanted, check that their role allows next to nothing.',
  misses:
    'What the guest role allows. Pools that were open before. Users and passwords that are set by administrators.',
  falsePositives:
    'Applications that track or serve guests on purpose, and analytics set-ups that AWS documents so (for example CloudWatch RUM).',
  attack: ['T1098', 'T1556'],
  messages: {
    unauthenticatedRole: {
      done: '{actor} gave the unauthenticated users of Cognito pool {resource} the role {role}.',
      tried:
        '{actor} tried to give the unauthenticated users of Cognito pool {resource} the role {role}; AWS refused it.',
    },
    unauthenticated: {
      done: '{actor} opened Cognito pool {resource} to unauthenticated users.',
      tried: '{actor} tried to open Cognito pool {resource} to unauthenticated users; AWS refused it.',
    },
    classicFlow: {
      done: '{actor} allowed the classic flow in Cognito pool {resource}.',
      tried: '{actor} tried to allow the classic flow in Cognito pool {resource}; AWS refused it.',
    },
    mfaOff: {
      done: '{actor} switched MFA off in Cognito user pool {resource}.',
      tried: '{actor} tried to switch MFA off in Cognito user pool {resource}; AWS refused it.',
    },
    refused: {
      done: '{actor} changed a Cognito pool ({eventName}); CloudTrail did not log how.',
      tried:
        '{actor} tried to change a Cognito pool ({eventName} on {resource}); AWS refused it and CloudTrail did not log how.',
    },
  },

  evaluate(event) {
    const resource = poolOf(event);
    const role = textAt(objectAt(event.request, 'roles'), 'unauthenticated') ?? 'unknown';
    if (event.outcome === 'denied' && Object.keys(event.request).length === 0)
      return [{ message: 'refused', resource, severity: 'medium', data: {} }];
    return weaknessesOf(event).map((message) => ({ message, resource, data: { role } }));
  },
});

const pool = { identityPoolId: 'us-east-1:0a1b2c3d-0000-4000-8000-000000000000', identityPoolName: 'app' };

export const examples = (): Example[] => [
  {
    name: 'a role for guests',
    expect: ['unauthenticatedRole'],
    severity: 'high',
    record: call('cognito-identity:SetIdentityPoolRoles', {
      request: { ...pool, roles: { unauthenticated: 'arn:aws:iam::111122223333:role/guest' } },
    }),
  },
  {
    name: 'guests and the classic flow',
    expect: ['unauthenticated', 'classicFlow'],
    record: call('cognito-identity:UpdateIdentityPool', {
      request: { ...pool, allowUnauthenticatedIdentities: true, allowClassicFlow: 'true' },
    }),
  },
  {
    name: 'MFA off',
    expect: ['mfaOff'],
    record: call('cognito-idp:SetUserPoolMfaConfig', {
      request: { userPoolId: 'us-east-1_abcdefghi', mfaConfiguration: 'OFF' },
    }),
  },
  {
    name: 'refused',
    expect: ['refused'],
    severity: 'low',
    record: call('cognito-identity:SetIdentityPoolRoles', {
      error: denied('cognito-identity:SetIdentityPoolRoles'),
    }),
  },
  {
    name: 'a role for signed-in users',
    expect: [],
    record: call('cognito-identity:SetIdentityPoolRoles', {
      request: { ...pool, roles: { authenticated: 'arn:aws:iam::111122223333:role/member' } },
    }),
  },
  {
    name: 'a closed pool',
    expect: [],
    record: call('cognito-identity:CreateIdentityPool', {
      request: { identityPoolName: 'app', allowUnauthenticatedIdentities: false },
    }),
  },
  {
    name: 'MFA on',
    expect: [],
    record: call('cognito-idp:SetUserPoolMfaConfig', {
      request: { userPoolId: 'us-east-1_abcdefghi', mfaConfiguration: 'ON' },
    }),
  },
];
