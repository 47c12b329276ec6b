import type { Digest, DigestItem } from '../../shared/alerts/digest.ts';

/** An item on a key, unless `over` says else. */
export const digestItem = (over: Partial<DigestItem> = {}): DigestItem => ({
  findingId: 'F-7K2QX4M9TB',
  ruleId: 'access-key-unused',
  severity: 'high',
  resource: 'arn:aws:iam::111122223333:user/kim',
  title: 'Active access key is not used',
  sentence: 'Key AKIAOLD of kim was last used on 2025-11-01, 123 days ago; 45 is the limit.',
  said: {
    checkId: 'access-key-unused',
    message: 'unused',
    data: { key: 'AKIAOLD', user: 'kim', lastUsed: '2025-11-01', days: 123, limit: 45 },
  },
  since: '2026-01-02T03:04:05.000Z',
  ...over,
});

const none = { total: 0, items: [] };

/** A night on which nothing happened, unless `over` says else. */
export const digestLike = (over: Partial<Digest> = {}): Digest => ({
  schema: 'trailwarden.digest/1',
  id: '111122223333.2026-03-04.0a1b2c3d',
  accountId: '111122223333',
  runId: '2026-03-04',
  at: '2026-03-04T05:06:08.000Z',
  severity: 'info',
  verdicts: { pass: 120, fail: 0, notApplicable: 30, notEvaluated: 0, corrected: 0 },
  open: { info: 0, low: 0, medium: 0, high: 0, critical: 0 },
  opened: none,
  reopened: none,
  worsened: none,
  resolved: none,
  overdue: none,
  forecast: { ...none, soon: 0 },
  unjudged: none,
  ...over,
});

const one = <T>(item: T) => ({ total: 1, items: [item] });

/** A night with something of everything. */
export const fullDigest = (): Digest =>
  digestLike({
    severity: 'high',
    verdicts: { pass: 120, fail: 9, notApplicable: 30, notEvaluated: 3, corrected: 1 },
    open: { info: 0, low: 3, medium: 4, high: 1, critical: 0 },
    opened: { total: 40, items: [digestItem({ owner: 'team-payments' })] },
    reopened: one(digestItem({ findingId: 'F-REOPENED' })),
    worsened: one(digestItem({ findingId: 'F-WORSENED' })),
    resolved: one(digestItem({ findingId: 'F-RESOLVED', end: 'gone' })),
    overdue: one(digestItem({ findingId: 'F-OVERDUE' })),
    forecast: {
      total: 1,
      soon: 1,
      items: [
        {
          ...digestItem({ owner: 'lee' }),
          ruleId: 'access-key-not-rotated',
          resourceId: 'AKIANEXT',
          days: 3,
        },
      ],
    },
    unjudged: one({
      cause: 'GetAccountPasswordPolicy was denied',
      reason: 'denied',
      verdicts: 3,
      checkIds: ['password-policy-min-length'],
    }),
  });
