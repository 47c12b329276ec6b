import { call, denied } from '../../../events/example.ts';
import type { Action } from '../../../events/iam-event.ts';
import { isObject, objectAt, textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

type Message = 'tokens' | 'endpoint' | 'properties';

const messageOf: Readonly<Record<string, Message>> = {
  'iam:SetSecurityTokenServicePreferences': 'tokens',
  'iam:SetSTSRegionalEndpointStatus': 'endpoint',
  'iam:PutAccountProperties': 'properties',
};

export default defineRule({
  id: 'account-identity-settings-changed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: Object.keys(messageOf) as Action[] },
  outcome: 'attempted',
  title: 'Settings of IAM that hold for the whole account changed',
  why: 'They decide in which regions sessions can be had and are good for: tokens of version 2 work in regions that nobody watches, and a regional endpoint that is active hands out sessions there.',
  fix: 'Put the setting back in the account settings of IAM unless a change request names it. Look for activity in regions you do not use (unused-region-activity).',
  misses: 'What the setting was before. Which properties an account has is not documented for every one.',
  falsePositives: 'Opting in to a region.',
  attack: ['T1535', 'T1098'],
  messages: {
    tokens: {
      done: '{actor} set tokens of the global STS endpoint of account {account} to {setting}.',
      tried: '{actor} tried to change the tokens of the global STS endpoint; AWS refused it.',
    },
    endpoint: {
      done: '{actor} changed the status of a regional STS endpoint of account {account}: {setting}.',
      tried: '{actor} tried to change the status of a regional STS endpoint; AWS refused it.',
    },
    properties: {
      done: '{actor} changed properties of account {account} in IAM: {setting}.',
      tried: '{actor} tried to change properties of account {account} in IAM; AWS refused it.',
    },
  },

  evaluate(event) {
    const message = messageOf[event.action];
    if (message === undefined) return [];
    const properties = objectAt(event.request, 'properties');
    const named = textAt(event.request, 'globalEndpointTokenVersion');
    const rest = isObject(event.request) ? JSON.stringify(event.request) : '';
    const setting = named ?? (Object.keys(properties).length > 0 ? JSON.stringify(properties) : rest);
    return [{ message, resource: accountArn(event), aspect: event.name, data: { setting } }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'tokens for all regions',
    expect: ['tokens'],
    severity: 'medium',
    record: call('iam:SetSecurityTokenServicePreferences', {
      request: { globalEndpointTokenVersion: 'v2Token' },
    }),
  },
  {
    name: 'an endpoint',
    expect: ['endpoint'],
    record: call('iam:SetSTSRegionalEndpointStatus', { request: { region: 'ap-east-1', status: 'ACTIVE' } }),
  },
  {
    name: 'a property',
    expect: ['properties'],
    record: call('iam:PutAccountProperties', { request: { properties: { a: 'b' } } }),
  },
  {
    name: 'refused',
    expect: ['tokens'],
    severity: 'low',
    record: call('iam:SetSecurityTokenServicePreferences', {
      error: denied('iam:SetSecurityTokenServicePreferences'),
    }),
  },
  {
    name: 'in error',
    expect: [],
    record: call('iam:SetSecurityTokenServicePreferences', { error: { code: 'ServiceFailure' } }),
  },
];
