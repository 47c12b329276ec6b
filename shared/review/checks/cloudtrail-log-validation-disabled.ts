import { noTrails, trailSources } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { trailMessages } from '../trails.ts';

export const check = defineCheck({
  id: 'cloudtrail-log-validation-disabled',
  topic: 'monitoring',
  severity: 'medium',
  title: 'Trail does not validate its log files',
  why: 'Whoever can write to the bucket can change what happened, and nobody can prove it.',
  fix: '`aws cloudtrail update-trail --name NAME --enable-log-file-validation`; `aws cloudtrail validate-logs` then proves the files.',
  misses: 'Whether anybody ever runs the validation.',
  needs: ['trails'],
  messages: {
    FAIL: { without: 'The trail {trail} does not validate its log files.' },
    PASS: { with: 'The trail {trail} validates its log files.' },
    NOT_APPLICABLE: trailMessages,
  },

  judge: ({ sources, account }) =>
    judgeEach(sources.trails, account, 'no-trails', (found) => {
      const about = { resource: found.arn, resourceId: found.name };
      return found.validatesLogFiles
        ? { message: 'with', ...about, data: { trail: found.name } }
        : { message: 'without', ...about, data: { trail: found.name } };
    }),
});

export const examples = (): CheckExample[] => [
  {
    name: 'without',
    expect: ['without'],
    severity: 'medium',
    state: trailSources({ detail: { validatesLogFiles: false } }),
  },
  { name: 'with', expect: ['with'], state: trailSources({ detail: {} }) },
  { name: 'no trail', expect: ['no-trails'], state: noTrails() },
];
