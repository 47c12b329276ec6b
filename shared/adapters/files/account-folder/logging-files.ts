import * as z from 'zod/mini';
import type { TrailDetail, TrailSelectors, TrailStatus } from '../../../account/snapshot-logging.ts';
import { cliTime } from './cli-time.ts';
import { listOf, shaped } from './shape.ts';

const text = z.string('expected text');
const truth = z._default(z.boolean('expected true or false'), false);

const trail = z.object({
  Name: text,
  TrailARN: text,
  HomeRegion: text,
  IsMultiRegionTrail: truth,
  IsOrganizationTrail: truth,
  S3BucketName: text,
  KmsKeyId: z.exactOptional(text),
  CloudWatchLogsLogGroupArn: z.exactOptional(text),
  LogFileValidationEnabled: truth,
});

/** `aws cloudtrail describe-trails`. */
export const readTrails = (json: unknown): readonly TrailDetail[] =>
  listOf(trail, 'trailList', json).map((found) => ({
    name: found.Name,
    arn: found.TrailARN,
    homeRegion: found.HomeRegion,
    isMultiRegion: found.IsMultiRegionTrail,
    isOrganizationTrail: found.IsOrganizationTrail,
    bucket: found.S3BucketName,
    ...(found.KmsKeyId ? { kmsKeyId: found.KmsKeyId } : {}),
    ...(found.CloudWatchLogsLogGroupArn ? { logGroupArn: found.CloudWatchLogsLogGroupArn } : {}),
    validatesLogFiles: found.LogFileValidationEnabled,
  }));

/** A document about one trail, which it names as `TrailARN`. */
export interface OfTrail<T> {
  readonly key: string;
  readonly value: T;
}

const status = z.object({
  TrailARN: text,
  IsLogging: z.boolean('expected true or false'),
  LatestCloudWatchLogsDeliveryTime: z.exactOptional(z.nullable(cliTime)),
  LatestDeliveryError: z.exactOptional(z.nullable(text)),
});

/** `aws cloudtrail get-trail-status`, with the `TrailARN` it is of, which the command does not print. */
export const readTrailStatus = (json: unknown): OfTrail<TrailStatus> => {
  const found = shaped(status, json);
  const { LatestCloudWatchLogsDeliveryTime: deliveredAt, LatestDeliveryError: error } = found;
  return {
    key: found.TrailARN,
    value: {
      isLogging: found.IsLogging,
      ...(deliveredAt ? { lastCloudWatchDeliveryAt: deliveredAt } : {}),
      ...(error ? { lastDeliveryError: error } : {}),
    },
  };
};

const values = z._default(z.array(text), []);
const selectors = z.object({
  TrailARN: text,
  EventSelectors: z._default(
    z.array(
      z.object({
        ReadWriteType: z._default(text, 'All'),
        IncludeManagementEvents: z._default(z.boolean(), true),
        ExcludeManagementEventSources: values,
        DataResources: z._default(z.array(z.object({ Type: text, Values: values })), []),
      }),
    ),
    [],
  ),
  AdvancedEventSelectors: z._default(
    z.array(
      z.object({
        FieldSelectors: z.array(
          z.object({
            Field: text,
            Equals: values,
            StartsWith: values,
            EndsWith: values,
            NotEquals: values,
            NotStartsWith: values,
            NotEndsWith: values,
          }),
        ),
      }),
    ),
    [],
  ),
});

/** `aws cloudtrail get-event-selectors`. */
export const readTrailSelectors = (json: unknown): OfTrail<TrailSelectors> => {
  const { TrailARN, EventSelectors, AdvancedEventSelectors } = shaped(selectors, json);
  return {
    key: TrailARN,
    value: {
      basic: EventSelectors.map((found) => ({
        readWriteType: found.ReadWriteType,
        includesManagementEvents: found.IncludeManagementEvents,
        excludedSources: found.ExcludeManagementEventSources,
        dataResources: found.DataResources.map(({ Type, Values }) => ({ type: Type, values: Values })),
      })),
      advanced: AdvancedEventSelectors.map(({ FieldSelectors }) => ({
        fields: FieldSelectors.map((found) => ({
          field: found.Field,
          equals: found.Equals,
          startsWith: found.StartsWith,
          endsWith: found.EndsWith,
          notEquals: found.NotEquals,
          notStartsWith: found.NotStartsWith,
          notEndsWith: found.NotEndsWith,
        })),
      })),
    },
  };
};

const insights = z.object({
  TrailARN: text,
  InsightSelectors: z._default(z.array(z.object({ InsightType: text })), []),
});

/** `aws cloudtrail get-insight-selectors`: types of insights. */
export const readTrailInsights = (json: unknown): OfTrail<readonly string[]> => {
  const { TrailARN, InsightSelectors } = shaped(insights, json);
  return { key: TrailARN, value: InsightSelectors.map(({ InsightType }) => InsightType) };
};
