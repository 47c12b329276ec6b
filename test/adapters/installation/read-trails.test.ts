import type {
  CloudTrailClient,
  GetEventSelectorsCommandOutput,
  Trail,
  TrailInfo,
} from '@aws-sdk/client-cloudtrail';
import { describe, expect, it } from 'vitest';
import { readTrails } from '../../../shared/adapters/installation/read-trails.ts';

type Selectors = Partial<GetEventSelectorsCommandOutput>;

/** Answers as CloudTrail does, by the name of the command. */
const cloudTrail = (trail: Trail & TrailInfo, selectors: Selectors, isLogging = true): CloudTrailClient => {
  const answers: Readonly<Record<string, unknown>> = {
    DescribeTrailsCommand: { trailList: [trail] },
    GetTrailStatusCommand: { IsLogging: isLogging },
    GetEventSelectorsCommand: selectors,
  };
  return {
    send: async (command: object) => answers[command.constructor.name],
  } as unknown as CloudTrailClient;
};

const trail = {
  Name: 'org',
  TrailARN: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/org',
  IsMultiRegionTrail: true,
};
const managed = (...more: readonly { Field: string; Equals: string[] }[]): Selectors => ({
  AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }, ...more] }],
});

describe('readTrails', () => {
  it.each<[string, Selectors, 'all' | 'some' | 'none']>([
    ['the default', { EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }] }, 'all'],
    ['no word about either, which are the defaults', { EventSelectors: [{}] }, 'all'],
    [
      'writes only',
      { EventSelectors: [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true }] },
      'some',
    ],
    [
      'a source left out',
      { EventSelectors: [{ ExcludeManagementEventSources: ['kms.amazonaws.com'] }] },
      'some',
    ],
    ['data events only', { EventSelectors: [{ IncludeManagementEvents: false }] }, 'none'],
    ['one selector of two', { EventSelectors: [{ IncludeManagementEvents: false }, {}] }, 'all'],
    ['advanced selectors for all', managed(), 'all'],
    ['advanced selectors for writes', managed({ Field: 'readOnly', Equals: ['false'] }), 'some'],
    [
      'advanced selectors for data',
      { AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'] }] }] },
      'none',
    ],
    ['no selectors at all', {}, 'none'],
  ])('tells which management events a trail takes: %s', async (_, selectors, managementEvents) => {
    expect(await readTrails(cloudTrail(trail, selectors))).toEqual([
      { name: 'org', multiRegion: true, logging: true, managementEvents },
    ]);
  });

  it('tells a stopped trail', async () => {
    const [found] = await readTrails(cloudTrail(trail, managed(), false));
    expect(found?.logging).toBe(false);
  });
});
