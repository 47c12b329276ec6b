import { noTrails, trailSources } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { trailMessages } from '../trails.ts';

export const check = defineCheck({
  id: 'cloudtrail-kms-encryption-disabled',
  topic: 'monitoring',
  severity: 'medium',
  title: 'Trail is not encrypted with a KMS key',
  why: 'Who may read the bucket reads every call; with a key of yours two permissions are needed, and the second is logged.',
  fix: 'Give the trail a KMS key: `aws cloudtrail update-trail --name NAME --kms-key-id KEY`.',
  misses: 'Who may use the key.',
  needs: ['trails'],
  messages: {
    FAIL: { without: 'The trail {trail} is not encrypted with a KMS key.' },
    PASS: { with: 'The trail {trail} is encrypted with {key}.' },
    NOT_APPLICABLE: trailMessages,
  },

  judge: ({ sources, account }) =>
    judgeEach(sources.trails, account, 'no-trails', (found) => {
      const about = { resource: found.arn, resourceId: found.name };
      return found.kmsKeyId !== undefined
        ? { message: 'with', ...about, data: { trail: found.name, key: found.kmsKeyId ?? '' } }
        : { message: 'without', ...about, data: { trail: found.name } };
    }),
});

export const examples = (): CheckExample[] => [
  { name: 'without', expect: ['without'], severity: 'medium', state: trailSources({ detail: {} }) },
  {
    name: 'with',
    expect: ['with'],
    state: trailSources({ detail: { kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1' } }),
  },
  { name: 'no trail', expect: ['no-trails'], state: noTrails() },
];
