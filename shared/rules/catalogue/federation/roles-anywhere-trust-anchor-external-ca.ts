import { call, denied } from '../../../events/example.ts';
import { objectAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { rolesAnywhereOf } from '../../roles-anywhere.ts';

export default defineRule({
  id: 'roles-anywhere-trust-anchor-external-ca',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['rolesanywhere:CreateTrustAnchor'] },
  outcome: 'attempted',
  title: 'Foreign certificate authority trusted by IAM Roles Anywhere',
  why: 'Whoever holds the key of that authority can make certificates and exchange them for sessions of the roles that trust Roles Anywhere: access that no key rotation ends.',
  fix: 'Disable the trust anchor, compare the certificate with your authorities, and look for CreateSession calls since.',
  misses: 'Authorities in AWS Private CA, also of other accounts. Which roles trust the anchor.',
  falsePositives: 'Setting up Roles Anywhere with a company’s own authority.',
  attack: ['T1098.001', 'T1484.002'],
  messages: {
    created: {
      done: '{actor} made IAM Roles Anywhere trust a certificate authority outside AWS: trust anchor {anchor}.',
      tried: '{actor} tried to make IAM Roles Anywhere trust a certificate authority; AWS refused it.',
    },
  },
  undo: { created: 'aws rolesanywhere disable-trust-anchor --region {region} --trust-anchor-id {id}' },

  evaluate(event) {
    const sourceType = textAt(objectAt(event.request, 'source'), 'sourceType');
    if (sourceType === 'AWS_ACM_PCA') return [];
    const { resource, id } = rolesAnywhereOf(event, 'trustAnchor');
    const anchor = textAt(event.request, 'name') ?? 'unknown';
    return [{ message: 'created', resource, data: { anchor, id } }];
  },
});

const bundle = {
  sourceType: 'CERTIFICATE_BUNDLE',
  sourceData: { x509CertificateData: '-----BEGIN CERTIFICATE-----' },
};
const trustAnchorArn =
  'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/0a1b2c3d-0000-4000-8000-000000000000';

export const examples = (): Example[] => [
  {
    name: 'a certificate of one’s own',
    expect: ['created'],
    severity: 'high',
    record: call('rolesanywhere:CreateTrustAnchor', {
      request: { name: 'anchor', source: bundle, enabled: true },
      response: {
        trustAnchor: { trustAnchorArn, trustAnchorId: '0a1b2c3d-0000-4000-8000-000000000000' },
      },
    }),
  },
  {
    name: 'refused',
    expect: ['created'],
    severity: 'medium',
    record: call('rolesanywhere:CreateTrustAnchor', {
      error: denied('rolesanywhere:CreateTrustAnchor', 'arn:aws:rolesanywhere:us-east-1:111122223333:*'),
    }),
  },
  {
    name: 'AWS Private CA',
    expect: [],
    record: call('rolesanywhere:CreateTrustAnchor', {
      request: {
        name: 'anchor',
        source: {
          sourceType: 'AWS_ACM_PCA',
          sourceData: { acmPcaArn: 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/a' },
        },
      },
    }),
  },
  {
    name: 'a certificate that is none',
    expect: [],
    record: call('rolesanywhere:CreateTrustAnchor', {
      request: { name: 'anchor', source: bundle },
      error: { code: 'ValidationException' },
    }),
  },
];
