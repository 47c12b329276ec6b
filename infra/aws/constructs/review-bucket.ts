import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Snapshots and verdicts are evidence: an auditor asks for the year before. */
const keptDays = 400;
/** What an unfinished run has read is of no use after a week. */
const workDays = 7;

/** Where the nightly review keeps what it read and found. Nothing of it is public, nothing is lost by a mistake. */
export class ReviewBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { key }: { readonly key: IKey }) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      // One call of the key for many objects.
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        {
          id: 'work',
          prefix: 'work/',
          expiration: Duration.days(workDays),
          noncurrentVersionExpiration: Duration.days(1),
        },
        ...['snapshots/', 'verdicts/'].map((prefix) => ({
          id: prefix.replace('/', ''),
          prefix,
          expiration: Duration.days(keptDays),
          noncurrentVersionExpiration: Duration.days(keptDays),
        })),
        { id: 'uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason:
        'A log of who reads it would need a bucket of its own; a trail with data events of S3 tells more, and whose it is is for the owner to say.',
    });
  }
}
