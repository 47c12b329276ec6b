import {
  GetEventSelectorsCommand,
  GetInsightSelectorsCommand,
  GetTrailStatusCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  GetBucketAclCommand,
  GetBucketLoggingCommand,
  GetBucketPolicyStatusCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { ask, CallFailedError } from './calls.ts';
import type { RegionalClients } from './clients.ts';
import { fileNameOf, keyed, type ReadSource } from './reading.ts';

/** A file for each trail, asked for in its home Region. */
const ofEachTrail = (
  folder: string,
  calls: string,
  read: (clients: RegionalClients, arn: string) => Promise<object>,
): ReadSource =>
  keyed({
    folder,
    calls,
    keys: ({ known }) => known.trails(),
    nameOf: ({ arn }) => arn,
    fileOf: ({ arn }) => fileNameOf(arn),
    read: async ({ clients }, { arn, region }) => ({
      ...(await read(clients.in(region), arn)),
      TrailARN: arn,
    }),
  });

export const readTrailStatus = ofEachTrail('trail-status', 'GetTrailStatus', async ({ cloudTrail }, Name) => {
  const { $metadata: _, ...status } = await ask('GetTrailStatus', () =>
    cloudTrail.send(new GetTrailStatusCommand({ Name })),
  );
  return status;
});

export const readTrailSelectors = ofEachTrail(
  'trail-event-selectors',
  'GetEventSelectors',
  async ({ cloudTrail }, TrailName) => {
    const { EventSelectors, AdvancedEventSelectors } = await ask('GetEventSelectors', () =>
      cloudTrail.send(new GetEventSelectorsCommand({ TrailName })),
    );
    return { EventSelectors, AdvancedEventSelectors };
  },
);

export const readTrailInsights = ofEachTrail(
  'trail-insight-selectors',
  'GetInsightSelectors',
  async ({ cloudTrail }, TrailName) => {
    const { InsightSelectors } = await ask('GetInsightSelectors', () =>
      cloudTrail.send(new GetInsightSelectorsCommand({ TrailName })),
    );
    return { InsightSelectors };
  },
);

type Send<T> = (s3: S3Client, Bucket: string) => Promise<T & { readonly $metadata: unknown }>;

/** What is asked of a bucket, each a call that can fail by itself. */
const asks: Readonly<Record<string, Send<object>>> = {
  GetBucketPolicyStatus: (s3, Bucket) => s3.send(new GetBucketPolicyStatusCommand({ Bucket })),
  GetBucketAcl: (s3, Bucket) => s3.send(new GetBucketAclCommand({ Bucket })),
  GetPublicAccessBlock: (s3, Bucket) => s3.send(new GetPublicAccessBlockCommand({ Bucket })),
  GetBucketLogging: (s3, Bucket) => s3.send(new GetBucketLoggingCommand({ Bucket })),
  GetBucketVersioning: (s3, Bucket) => s3.send(new GetBucketVersioningCommand({ Bucket })),
};

const answerOr = async (call: string, send: () => Promise<object>): Promise<object> => {
  try {
    const { $metadata: _, ...answer } = (await ask(call, send)) as { readonly $metadata?: unknown };
    return answer;
  } catch (error) {
    if (error instanceof CallFailedError) return error.failed;
    throw error;
  }
};

/** A file for each bucket that a trail writes to; a call that fails stands in the file in the place of its answer. */
export const readBuckets = keyed({
  folder: 'buckets',
  calls: 'GetBucketAcl',
  keys: async ({ known }) => [...new Set((await known.trails()).map(({ bucket }) => bucket))],
  nameOf: (bucket) => bucket,
  fileOf: (bucket) => `${bucket}.json`,
  read: async ({ clients: { s3 } }, bucket) => {
    const answers = await Promise.all(
      Object.entries(asks).map(async ([call, send]) => [call, await answerOr(call, () => send(s3, bucket))]),
    );
    return { Bucket: bucket, ...Object.fromEntries(answers) };
  },
});
