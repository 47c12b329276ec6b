import { exampleAccount, keyed, readSource, reads } from './example-core.ts';
import type { SnapshotSources } from './snapshot.ts';
import type { BucketDetail, TrailDetail, TrailSelectors, TrailStatus } from './snapshot-logging.ts';

export const trailArn = (name: string): string =>
  `arn:aws:cloudtrail:eu-west-1:${exampleAccount}:trail/${name}`;

/** A trail of all Regions that validates its files. */
export const trail = (name: string, over: Partial<TrailDetail> = {}): TrailDetail => ({
  name,
  arn: trailArn(name),
  homeRegion: 'eu-west-1',
  isMultiRegion: true,
  isOrganizationTrail: false,
  bucket: 'trail-bucket',
  validatesLogFiles: true,
  ...over,
});

/** Selectors of the older kind; one that records all management events but for what is said. */
export const basicSelectors = (over: Partial<TrailSelectors['basic'][number]> = {}): TrailSelectors => ({
  basic: [
    {
      readWriteType: 'All',
      includesManagementEvents: true,
      excludedSources: [],
      dataResources: [],
      ...over,
    },
  ],
  advanced: [],
});

/** An advanced selector that asks each field to equal one of the values. */
export const advancedSelectors = (
  ...selectors: readonly Readonly<Record<string, readonly string[]>>[]
): TrailSelectors => ({
  basic: [],
  advanced: selectors.map((selector) => ({
    fields: Object.entries(selector).map(([field, equals]) => ({
      field,
      equals,
      startsWith: [],
      endsWith: [],
      notEquals: [],
      notStartsWith: [],
      notEndsWith: [],
    })),
  })),
});

/** The trail `main`, which logs, with what is said of it. */
export const trailSources = ({
  detail = {},
  status = {},
  selectors = basicSelectors(),
}: {
  readonly detail?: Partial<TrailDetail>;
  readonly status?: Partial<TrailStatus>;
  readonly selectors?: TrailSelectors;
} = {}): Partial<SnapshotSources> => {
  const main = trail('main', detail);
  return reads({
    regions: ['eu-west-1', 'us-east-1'],
    trails: [main],
    trailStatus: [keyed(main.arn, { isLogging: true, ...status })],
    trailSelectors: [keyed(main.arn, selectors)],
  });
};

/** No trail at all. */
export const noTrails = (): Partial<SnapshotSources> =>
  reads({
    regions: ['eu-west-1'],
    trails: [],
    trailStatus: [],
    trailSelectors: [],
    trailInsights: [],
    buckets: [],
  });

/** The trail `main` with its bucket: private, logged, with MFA Delete, but for what is said. */
export const trailBucket = (over: Partial<BucketDetail> = {}): Partial<SnapshotSources> => ({
  ...trailSources(),
  ...reads({
    buckets: [
      keyed('trail-bucket', {
        exposure: readSource({
          isPolicyPublic: false,
          aclGroups: [],
          ignoresPublicAcls: false,
          restrictsPublicBuckets: false,
        }),
        accessLogBucket: readSource('log-bucket'),
        hasMfaDelete: readSource(true),
        ...over,
      }),
    ],
  }),
});
