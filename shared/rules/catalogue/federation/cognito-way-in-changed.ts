import { call, denied, role } from '../../../events/example.ts';
import type { Action, IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { booleanAt, objectAt, textAt, textsAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isUnloggedRefusal, namedInCall } from '../../named-in-call.ts';
import { nameInArn, regionalArn } from '../../resource-arn.ts';
import type { Severity } from '../../severity.ts';

type Message = 'provider' | 'role' | 'tags' | 'import' | 'weakened' | 'client' | 'secret';

/** Settings of a pool that let people in who were kept out, or that run code at sign-in (API Reference, UpdateUserPool). */
const weakensPool = (request: JsonObject): boolean =>
  textAt(request, 'mfaConfiguration') === 'OFF' ||
  booleanAt(objectAt(request, 'adminCreateUserConfig'), 'allowAdminCreateUserOnly') === false ||
  textAt(objectAt(request, 'userPoolAddOns'), 'advancedSecurityMode') === 'OFF';

/** Risks that are met by doing nothing, or addresses whose risk is not judged (API Reference, SetRiskConfiguration). */
const overlooksRisk = (request: JsonObject): boolean =>
  textsAt(objectAt(request, 'riskExceptionConfiguration'), 'skippedIPRangeList').length > 0 ||
  JSON.stringify(request).includes('"NO_ACTION"');

/** Sign-in that hands the password to the application, or to AWS, in the clear. */
const takesPasswords = (request: JsonObject): boolean =>
  textsAt(request, 'explicitAuthFlows').some((flow) => flow.endsWith('USER_PASSWORD_AUTH'));

const givesRole = (request: JsonObject): boolean => textAt(request, 'roleArn') !== undefined;
const always = () => true;

const rows: Readonly<Record<string, readonly [Message, Severity, (request: JsonObject) => boolean]>> = {
  'cognito-idp:CreateIdentityProvider': ['provider', 'medium', always],
  'cognito-idp:UpdateIdentityProvider': ['provider', 'medium', always],
  'cognito-idp:CreateGroup': ['role', 'medium', givesRole],
  'cognito-idp:UpdateGroup': ['role', 'medium', givesRole],
  'cognito-identity:SetPrincipalTagAttributeMap': ['tags', 'medium', always],
  'cognito-idp:StartUserImportJob': ['import', 'medium', always],
  'cognito-idp:SetRiskConfiguration': ['weakened', 'medium', overlooksRisk],
  'cognito-idp:UpdateUserPool': ['weakened', 'medium', weakensPool],
  'cognito-idp:CreateUserPoolClient': ['client', 'low', takesPasswords],
  'cognito-idp:UpdateUserPoolClient': ['client', 'low', takesPasswords],
  'cognito-idp:AddUserPoolClientSecret': ['secret', 'low', always],
};

const poolOf = (event: IamEvent): string =>
  namedInCall(
    event,
    ['userPoolId', (id) => regionalArn(event, 'cognito-idp', `userpool/${id}`)],
    ['identityPoolId', (id) => regionalArn(event, 'cognito-identity', `identitypool/${id}`)],
  );

const tried = '{actor} tried to change the way into Cognito pool {resource} ({eventName}); AWS refused it.';

export default defineRule({
  id: 'cognito-way-in-changed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: Object.keys(rows) as Action[] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'Way into a Cognito pool added or weakened',
  why: 'Who adds an identity provider signs in as any user of the application; who gives a group a role or maps its tags gives its members what the role allows in AWS.',
  fix: 'Check the provider, the role or the setting with the owner of the application. Take it back otherwise, and look at who signed in by it.',
  misses:
    'What the role allows, and what a pool was like before. Code that runs at sign-in (the pool’s Lambda triggers). Parameters that an update leaves out go back to their defaults, MFA among them, without being logged.',
  falsePositives: 'Development of applications; deployments by CloudFormation are told one level lower.',
  attack: ['T1556.007', 'T1098'],
  messages: {
    provider: {
      done: '{actor} set identity provider {name} of Cognito pool {resource} ({eventName}).',
      tried,
    },
    role: {
      done: '{actor} gave group {name} of Cognito pool {resource} the role {role}.',
      tried,
    },
    tags: {
      done: '{actor} changed which attributes of people become tags of their AWS sessions, in Cognito pool {resource}.',
      tried,
    },
    import: {
      done: '{actor} imported users into Cognito pool {resource}.',
      tried,
    },
    weakened: {
      done: '{actor} weakened sign-in to Cognito pool {resource} ({eventName}).',
      tried,
    },
    client: {
      done: '{actor} let client {name} of Cognito pool {resource} take passwords in the clear.',
      tried,
    },
    secret: {
      done: '{actor} added a secret to client {name} of Cognito pool {resource}.',
      tried,
    },
  },

  evaluate(event) {
    const row = rows[event.action];
    if (!row) return [];
    const [message, severity, weakens] = row;
    const { request } = event;
    if (!weakens(request) && !isUnloggedRefusal(event, 'userPoolId', 'identityPoolId')) return [];
    const name = ['providerName', 'groupName', 'clientName', 'clientId']
      .map((field) => textAt(request, field))
      .find((it) => it !== undefined);
    const data = { name: name ?? 'unknown', role: nameInArn(textAt(request, 'roleArn') ?? 'unknown') };
    return [{ message, severity, resource: poolOf(event), data }];
  },
});

const userPoolId = 'us-east-1_abcdefghi';
const on = (name: string, request: object, over: object = {}) =>
  call(`cognito-idp:${name}`, { request: { userPoolId, ...request }, ...over });
const provider = { providerName: 'Okta', providerType: 'SAML', providerDetails: {} };

const loud = (): Example[] => [
  {
    name: 'a provider',
    expect: ['provider'],
    severity: 'medium',
    record: on('CreateIdentityProvider', provider),
  },
  {
    name: 'a provider, by CloudFormation',
    expect: ['provider'],
    severity: 'low',
    record: on('CreateIdentityProvider', provider, {
      by: role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'a role for a group',
    expect: ['role'],
    record: on('UpdateGroup', { groupName: 'admins', roleArn: 'arn:aws:iam::111122223333:role/admin' }),
  },
  {
    name: 'tags',
    expect: ['tags'],
    record: call('cognito-identity:SetPrincipalTagAttributeMap', {
      request: {
        identityPoolId: 'us-east-1:0a1b2c3d-0000-4000-8000-000000000000',
        identityProviderName: 'accounts.google.com',
        principalTags: { department: 'custom:department' },
      },
    }),
  },
  { name: 'users', expect: ['import'], record: on('StartUserImportJob', { jobId: 'import-a' }) },
  { name: 'no MFA', expect: ['weakened'], record: on('UpdateUserPool', { mfaConfiguration: 'OFF' }) },
  {
    name: 'everybody may sign up',
    expect: ['weakened'],
    record: on('UpdateUserPool', { adminCreateUserConfig: { allowAdminCreateUserOnly: false } }),
  },
  {
    name: 'no protection',
    expect: ['weakened'],
    record: on('UpdateUserPool', { userPoolAddOns: { advancedSecurityMode: 'OFF' } }),
  },
  {
    name: 'addresses that are not judged',
    expect: ['weakened'],
    record: on('SetRiskConfiguration', { riskExceptionConfiguration: { skippedIPRangeList: ['0.0.0.0/1'] } }),
  },
  {
    name: 'passwords in the clear',
    expect: ['client'],
    severity: 'low',
    record: on('CreateUserPoolClient', {
      clientName: 'app',
      explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    }),
  },
  {
    name: 'a secret',
    expect: ['secret'],
    record: on('AddUserPoolClientSecret', { clientId: '1example23456789' }),
  },
  {
    name: 'refused',
    expect: ['role'],
    severity: 'low',
    record: on('CreateGroup', {}, { error: denied('cognito-idp:CreateGroup') }),
  },
];

const quiet = (): Example[] => [
  { name: 'a group without a role', expect: [], record: on('CreateGroup', { groupName: 'readers' }) },
  { name: 'MFA on', expect: [], record: on('UpdateUserPool', { mfaConfiguration: 'ON' }) },
  {
    name: 'only administrators make users',
    expect: [],
    record: on('UpdateUserPool', { adminCreateUserConfig: { allowAdminCreateUserOnly: true } }),
  },
  {
    name: 'a client without passwords',
    expect: [],
    record: on('CreateUserPoolClient', { clientName: 'app', explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] }),
  },
  {
    name: 'risks are blocked',
    expect: [],
    record: on('SetRiskConfiguration', {
      accountTakeoverRiskConfiguration: { actions: { highAction: { eventAction: 'BLOCK' } } },
    }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
