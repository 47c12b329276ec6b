import { call, denied } from '../../../events/example.ts';
import { isObject, listAt, objectAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { identityCenterOf } from '../../identity-center.ts';

export default defineRule({
  id: 'identity-center-attributes-changed',
  kind: 'incident',
  severity: 'medium',
  on: {
    actions: [
      'sso:CreateInstanceAccessControlAttributeConfiguration',
      'sso:UpdateInstanceAccessControlAttributeConfiguration',
      'sso:DeleteInstanceAccessControlAttributeConfiguration',
    ],
  },
  outcome: 'attempted',
  title: 'Attributes for access control of Identity Center changed',
  why: 'These attributes become tags of every session, and policies decide by them who may reach what. Mapping one to something people set themselves lets them choose their access; deleting them opens what a Deny kept closed.',
  fix: 'Compare the mapping with the conditions on aws:PrincipalTag in your policies, and put it back.',
  misses: 'Attributes that an identity provider sends by itself. What the mapping was before.',
  falsePositives: 'Setting up access by attributes.',
  attack: ['T1098', 'T1484'],
  messages: {
    mapped: {
      done: '{actor} changed which attributes of people decide their access: {attributes}.',
      tried: '{actor} tried to change which attributes of people decide their access; AWS refused it.',
    },
    deleted: {
      done: '{actor} deleted the attributes that decide the access of people.',
      tried: '{actor} tried to delete the attributes that decide the access of people; AWS refused it.',
    },
  },

  evaluate(event) {
    const resource = identityCenterOf(event);
    if (event.name.startsWith('Delete')) return [{ message: 'deleted', resource, data: {} }];
    const configuration = objectAt(event.request, 'instanceAccessControlAttributeConfiguration');
    const attributes = listAt(configuration, 'accessControlAttributes')
      .filter(isObject)
      .map((attribute) => textAt(attribute, 'key') ?? 'unknown');
    return [
      {
        message: 'mapped',
        resource,
        data: { attributes: attributes.length > 0 ? attributes : ['not logged'] },
      },
    ];
  },
});

const instanceArn = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';

export const examples = (): Example[] => [
  {
    name: 'mapped',
    expect: ['mapped'],
    severity: 'medium',
    record: call('sso:UpdateInstanceAccessControlAttributeConfiguration', {
      request: {
        instanceArn,
        instanceAccessControlAttributeConfiguration: {
          // Whoever may change a nickname may then choose a cost centre.
          accessControlAttributes: [{ key: 'CostCenter', value: { source: ['nickname'] } }],
        },
      },
    }),
  },
  {
    name: 'deleted',
    expect: ['deleted'],
    record: call('sso:DeleteInstanceAccessControlAttributeConfiguration', { request: { instanceArn } }),
  },
  {
    name: 'refused',
    expect: ['mapped'],
    severity: 'low',
    record: call('sso:CreateInstanceAccessControlAttributeConfiguration', {
      error: denied('sso:CreateInstanceAccessControlAttributeConfiguration', instanceArn),
    }),
  },
  {
    name: 'in error',
    expect: [],
    record: call('sso:CreateInstanceAccessControlAttributeConfiguration', {
      request: { instanceArn },
      error: { code: 'ConflictException' },
    }),
  },
];
