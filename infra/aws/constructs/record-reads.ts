import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Deployment } from '../../../shared/config/deployment.ts';
import type { WideResources } from './monitored-function.ts';

/** How a function gets at CloudTrail's own records. */
export interface RecordReads {
  readonly environment: Readonly<Record<string, string>>;
  readonly permissions: readonly PolicyStatement[];
  readonly wide: WideResources;
}

const fromEventHistory: RecordReads = {
  environment: {},
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html: it knows no resources.
  permissions: [new PolicyStatement({ actions: ['cloudtrail:LookupEvents'], resources: ['*'] })],
  wide: { resources: ['*'], reason: 'Read-only. cloudtrail:LookupEvents knows no resources.' },
};

const fromBucket = (stack: Stack, folder: string, trailKey: string | undefined): RecordReads => {
  const path = folder.slice('s3://'.length).replace(/\/$/, '');
  const [bucket = '', ...prefix] = path.split('/');
  const arn = (resource: string) => stack.formatArn({ service: 's3', region: '', account: '', resource });
  const files = arn(`${path}/*`);
  const list = new PolicyStatement({
    actions: ['s3:ListBucket'],
    resources: [arn(bucket)],
    conditions: { StringLike: { 's3:prefix': `${prefix.join('/')}/*` } },
  });
  const decrypt = new PolicyStatement({ actions: ['kms:Decrypt'], resources: trailKey ? [trailKey] : [] });
  return {
    environment: { TRAIL_FOLDER: folder },
    permissions: [
      list,
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [files] }),
      ...(trailKey ? [decrypt] : []),
    ],
    wide: {
      resources: [files],
      reason: 'Read-only. The files of one trail and account, new ones each minute.',
    },
  };
};

/** To read the event history or, for an account with very many events, the files of its trail. */
export const readRecords = (
  stack: Stack,
  { trailFolder, trailKey }: Pick<Deployment, 'trailFolder' | 'trailKey'>,
): RecordReads => (trailFolder === undefined ? fromEventHistory : fromBucket(stack, trailFolder, trailKey));
