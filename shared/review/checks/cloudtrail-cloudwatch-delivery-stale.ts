import { daysAgo, noTrails, reads, trailSources } from '../../account/example.ts';
import { readingsBy } from '../../account/source.ts';
import { isHoursOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { trailMessages } from '../trails.ts';

export const check = defineCheck({
  id: 'cloudtrail-cloudwatch-delivery-stale',
  topic: 'monitoring',
  severity: 'low',
  title: 'Trail delivers nothing to CloudWatch Logs',
  why: 'Alarms on log lines, where you have them, are deaf.',
  fix: 'Give the trail a log group and a role, or mend the role: `aws cloudtrail get-trail-status` says what failed.',
  misses:
    'Whether any alarm looks at the log group. Trailwarden does not need it: it listens to EventBridge.',
  needs: ['trails', 'trailStatus'],
  thresholds: ['logDeliveryHours'],
  messages: {
    FAIL: {
      'no-group': 'The trail {trail} has no log group.',
      never: 'The trail {trail} has a log group and never delivered to it.',
      stale:
        'The trail {trail} last delivered to CloudWatch Logs at {delivered}; {limit} hours are the limit.',
    },
    PASS: { fresh: 'The trail {trail} last delivered to CloudWatch Logs at {delivered}.' },
    NOT_APPLICABLE: trailMessages,
    NOT_EVALUATED: { unknown: 'The status of the trail {trail} is not known: {cause}.' },
  },

  judge({ sources, account, at, criteria }) {
    const limit = criteria.thresholds.logDeliveryHours;
    const statusOf = readingsBy(sources.trailStatus);
    return judgeEach(sources.trails, account, 'no-trails', ({ name, arn, logGroupArn }) => {
      const about = { resource: arn, resourceId: name };
      const data = { trail: name };
      if (logGroupArn === undefined) return { message: 'no-group', ...about, data };
      const status = statusOf(arn);
      if (status.status !== 'read')
        return { message: 'unknown', ...about, data: { ...data, cause: status.cause } };
      const delivered = status.value.lastCloudWatchDeliveryAt;
      if (delivered === undefined) return { message: 'never', ...about, data };
      return {
        message: isHoursOld(at, delivered, limit) ? 'stale' : 'fresh',
        ...about,
        data: { ...data, delivered: delivered.slice(0, 16), limit },
      };
    });
  },
});

const state = (hours?: number) =>
  trailSources({
    detail: { logGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:trail:*' },
    status: hours === undefined ? {} : { lastCloudWatchDeliveryAt: daysAgo(hours / 24) },
  });

export const examples = (): CheckExample[] => [
  { name: 'no log group', expect: ['no-group'], severity: 'low', state: trailSources() },
  { name: 'never', expect: ['never'], state: state() },
  { name: '24 hours ago', expect: ['stale'], state: state(24) },
  { name: '23 hours ago', expect: ['fresh'], state: state(23) },
  {
    name: 'a status that nobody asked for',
    expect: ['unknown'],
    state: { ...state(1), ...reads({ trailStatus: [] }) },
  },
  { name: 'no trail', expect: ['no-trails'], state: noTrails() },
];
