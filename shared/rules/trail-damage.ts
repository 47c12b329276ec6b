import type { IamEvent } from '../events/iam-event.ts';
import { objectAt } from '../events/json.ts';
import { findText } from './find-text.ts';
import { documentIn } from './policy-in-request.ts';
import { deliveryVerdict } from './trail-delivery.ts';

/** What of a trail's storage a call breaks; `unknown`: a policy that cannot be read. */
export type Damage = 'bucket' | 'policy' | 'encryption' | 'key' | 'keyPolicy' | 'unknown';

const ofPolicy = (event: IamEvent, field: string, message: Damage): Damage | undefined => {
  const verdict = deliveryVerdict(
    documentIn(event, field),
    field === 'policy' ? 'kms:GenerateDataKey' : 's3:PutObject',
  );
  if (verdict === 'allowed') return undefined;
  return verdict === 'unknown' ? 'unknown' : message;
};

/** Encryption with a key that CloudTrail is not told of: it cannot use it unless that key's policy lets it. */
const usesOtherKey = ({ request, outcome }: IamEvent): boolean => {
  const algorithm = findText(objectAt(request, 'ServerSideEncryptionConfiguration'), 'SSEAlgorithm');
  return algorithm === undefined ? outcome === 'denied' : algorithm.startsWith('aws:kms');
};

/**
 * What a call does to the bucket or key it is about, should a trail need it; undefined for what does no harm. Of calls of KMS any but
 * PutKeyPolicy puts the key out of use.
 */
export const damageOf = (event: IamEvent): Damage | undefined => {
  switch (event.name) {
    case 'DeleteBucket':
      return 'bucket';
    case 'DeleteBucketPolicy':
      return 'policy';
    case 'PutBucketPolicy':
      return ofPolicy(event, 'bucketPolicy', 'policy');
    case 'PutBucketEncryption':
      return usesOtherKey(event) ? 'encryption' : undefined;
    case 'PutKeyPolicy':
      return ofPolicy(event, 'policy', 'keyPolicy');
    default:
      return 'key';
  }
};
