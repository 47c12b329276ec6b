import { call, denied, role, service } from '../../../events/example.ts';
import type { Action } from '../../../events/iam-event.ts';
import { isObject, textAt, textsAt } from '../../../events/json.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { namedInCall } from '../../named-in-call.ts';

type Message = 'grant' | 'scope' | 'authentication' | 'metadata';

const rows: Readonly<Record<string, readonly [Message, NonNullable<Match['severity']>]>> = {
  'sso:PutApplicationGrant': ['grant', 'medium'],
  'sso:PutApplicationAccessScope': ['scope', 'medium'],
  'sso:PutApplicationAuthenticationMethod': ['authentication', 'high'],
  'sso:ImportApplicationInstanceServiceProviderMetadata': ['metadata', 'medium'],
};

export default defineRule({
  id: 'identity-center-application-trust-changed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: Object.keys(rows) as Action[] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'How an application of Identity Center gets tokens changed',
  why: 'A new redirect address, token issuer, scope or caller lets somebody else collect tokens in the name of every person who uses the application, and act for them in AWS services.',
  fix: 'Compare redirect addresses, issuers and the policy of the application with what its owner knows. Put them back, and end the sessions of the people who signed in meanwhile.',
  misses: 'What the settings were before. Settings that are made with the application.',
  falsePositives: 'Setting up Amazon Q, Redshift, QuickSight and other applications that pass identities on.',
  attack: ['T1550.001', 'T1098'],
  messages: {
    grant: {
      done: '{actor} changed how application {resource} gets tokens ({what}).',
      tried: '{actor} tried to change how an application gets tokens; AWS refused it.',
    },
    scope: {
      done: '{actor} gave application {resource} the scope {what}.',
      tried: '{actor} tried to give an application a scope; AWS refused it.',
    },
    authentication: {
      done: '{actor} changed who may act as application {resource} ({what}).',
      tried: '{actor} tried to change who may act as an application; AWS refused it.',
    },
    metadata: {
      done: '{actor} imported metadata of the service provider of application {resource}.',
      tried: '{actor} tried to import metadata of a service provider; AWS refused it.',
    },
  },

  evaluate(event) {
    const row = rows[event.action];
    if (!row) return [];
    const [message, severity] = row;
    const { request } = event;
    const targets = textsAt(request, 'authorizedTargets');
    const grant = isObject(request['grant']) ? JSON.stringify(request['grant']) : '';
    const what = [
      textAt(request, 'grantType') ?? textAt(request, 'scope') ?? textAt(request, 'authenticationMethodType'),
      grant,
      ...targets,
    ].filter((text) => text !== undefined && text !== '');
    const resource = namedInCall(event, 'applicationArn', 'instanceArn');
    return [{ message, severity, resource, data: { what: what.length > 0 ? what.join(' ') : 'not logged' } }];
  },
});

const applicationArn = 'arn:aws:sso::111122223333:application/ssoins-1234567890abcdef/apl-1234567890abcdef';

export const examples = (): Example[] => [
  {
    name: 'a redirect address',
    expect: ['grant'],
    severity: 'medium',
    record: call('sso:PutApplicationGrant', {
      request: {
        applicationArn,
        grantType: 'authorization_code',
        grant: { authorizationCode: { redirectUris: ['https://app.example.net/callback'] } },
      },
    }),
  },
  {
    name: 'a scope',
    expect: ['scope'],
    record: call('sso:PutApplicationAccessScope', {
      request: { applicationArn, scope: 'sso:account:access' },
    }),
  },
  {
    name: 'who may act',
    expect: ['authentication'],
    severity: 'high',
    record: call('sso:PutApplicationAuthenticationMethod', {
      request: { applicationArn, authenticationMethodType: 'IAM' },
    }),
  },
  {
    name: 'metadata',
    expect: ['metadata'],
    record: call('sso:ImportApplicationInstanceServiceProviderMetadata', {
      request: { instanceId: 'ins-1234567890abcdef' },
    }),
  },
  {
    name: 'a scope, through CloudFormation',
    expect: ['scope'],
    severity: 'low',
    record: call('sso:PutApplicationAccessScope', {
      request: { applicationArn, scope: 'all' },
      by: role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'refused',
    expect: ['grant'],
    severity: 'low',
    record: call('sso:PutApplicationGrant', { error: denied('sso:PutApplicationGrant', applicationArn) }),
  },
  {
    name: 'a scope, by AWS itself',
    expect: [],
    record: call('sso:PutApplicationAccessScope', {
      request: { applicationArn, scope: 'all' },
      by: service('redshift.amazonaws.com'),
    }),
  },
  {
    name: 'in error',
    expect: [],
    record: call('sso:PutApplicationAccessScope', {
      request: { applicationArn, scope: 'all' },
      error: { code: 'ValidationException' },
    }),
  },
];
