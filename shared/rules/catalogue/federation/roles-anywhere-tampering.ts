import { call, denied } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { rolesAnywhereOf } from '../../roles-anywhere.ts';

type Message = 'anchor' | 'profile' | 'revocation';

// Names: API Reference of IAM Roles Anywhere.
const messageOf: Readonly<Record<string, Message>> = {
  UpdateTrustAnchor: 'anchor',
  EnableTrustAnchor: 'anchor',
  DisableTrustAnchor: 'anchor',
  EnableProfile: 'profile',
  UpdateProfile: 'profile',
  PutAttributeMapping: 'profile',
  DeleteAttributeMapping: 'profile',
  ImportCrl: 'revocation',
  UpdateCrl: 'revocation',
  DisableCrl: 'revocation',
  DeleteCrl: 'revocation',
};

const kinds = { anchor: 'trustAnchor', profile: 'profile', revocation: 'crl' } as const;

export default defineRule({
  id: 'roles-anywhere-tampering',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: [
      'rolesanywhere:UpdateTrustAnchor',
      'rolesanywhere:EnableTrustAnchor',
      'rolesanywhere:DisableTrustAnchor',
      'rolesanywhere:EnableProfile',
      'rolesanywhere:UpdateProfile',
      'rolesanywhere:PutAttributeMapping',
      'rolesanywhere:DeleteAttributeMapping',
      'rolesanywhere:ImportCrl',
      'rolesanywhere:UpdateCrl',
      'rolesanywhere:DisableCrl',
      'rolesanywhere:DeleteCrl',
    ],
  },
  outcome: 'attempted',
  title: 'Trust in certificates changed in IAM Roles Anywhere',
  why: 'A swapped trust anchor admits another authority; a widened profile hands out other roles; a revocation list that is off lets stolen certificates work again.',
  fix: 'Compare trust anchors, profiles and revocation lists with what you set up, put back what differs, and look for CreateSession calls since.',
  misses: 'What was there before. Deleted anchors and profiles, which only take access away.',
  falsePositives: 'Renewing an authority’s certificate; the regular import of revocation lists.',
  attack: ['T1484.002', 'T1556'],
  messages: {
    anchor: {
      done: '{actor} changed which certificate authority IAM Roles Anywhere trusts ({eventName} {id}).',
      tried:
        '{actor} tried to change which certificate authority IAM Roles Anywhere trusts ({eventName}); AWS refused it.',
    },
    profile: {
      done: '{actor} changed which roles IAM Roles Anywhere hands out, or to whom ({eventName} {id}).',
      tried:
        '{actor} tried to change which roles IAM Roles Anywhere hands out ({eventName}); AWS refused it.',
    },
    revocation: {
      done: '{actor} changed a certificate revocation list of IAM Roles Anywhere ({eventName} {id}).',
      tried:
        '{actor} tried to change a certificate revocation list of IAM Roles Anywhere ({eventName}); AWS refused it.',
    },
  },

  evaluate(event) {
    const message = messageOf[event.name];
    if (message === undefined) return [];
    const { resource, id } = rolesAnywhereOf(event, kinds[message]);
    return [{ message, resource, data: { id } }];
  },
});

const id = '0a1b2c3d-0000-4000-8000-000000000000';

export const examples = (): Example[] => [
  {
    name: 'an anchor',
    expect: ['anchor'],
    severity: 'high',
    record: call('rolesanywhere:UpdateTrustAnchor', {
      request: { trustAnchorId: id, source: { sourceType: 'CERTIFICATE_BUNDLE' } },
    }),
  },
  {
    name: 'a profile',
    expect: ['profile'],
    record: call('rolesanywhere:PutAttributeMapping', {
      request: { profileId: id, certificateField: 'x509Subject' },
    }),
  },
  {
    name: 'a revocation list',
    expect: ['revocation'],
    record: call('rolesanywhere:DisableCrl', { request: { crlId: id } }),
  },
  ...(
    [
      ['rolesanywhere:EnableTrustAnchor', 'anchor'],
      ['rolesanywhere:DisableTrustAnchor', 'anchor'],
      ['rolesanywhere:EnableProfile', 'profile'],
      ['rolesanywhere:UpdateProfile', 'profile'],
      ['rolesanywhere:DeleteAttributeMapping', 'profile'],
      ['rolesanywhere:ImportCrl', 'revocation'],
      ['rolesanywhere:UpdateCrl', 'revocation'],
    ] as const
  ).map(([action, message]) => ({ name: action, expect: [message], record: call(action) })),
  {
    name: 'refused',
    expect: ['revocation'],
    severity: 'medium',
    record: call('rolesanywhere:DeleteCrl', {
      error: denied('rolesanywhere:DeleteCrl', `arn:aws:rolesanywhere:us-east-1:111122223333:crl/${id}`),
    }),
  },
  {
    name: 'no such list',
    expect: [],
    record: call('rolesanywhere:DisableCrl', {
      request: { crlId: id },
      error: { code: 'ResourceNotFoundException' },
    }),
  },
];
