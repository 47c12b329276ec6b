import type { AccountSettings } from '../account/account-settings.ts';
import { foundIn, type Lookup } from '../account/lookup.ts';
import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import { accountArn } from '../events/target.ts';
import type { Facts } from './facts.ts';
import { kmsKeyOf } from './kms-key.ts';
import { refusedArnOf } from './resource-arn.ts';

/** The bucket that a call of S3 is about, by name; undefined when a refused call names none. */
export const bucketOf = (event: IamEvent): string | undefined => {
  const given = textAt(event.request, 'bucketName');
  if (given !== undefined) return given;
  const arn = refusedArnOf(event);
  return arn?.startsWith(`arn:${event.partition}:s3:::`) ? arn.split(':::')[1] : undefined;
};

const bucketArn = (event: IamEvent, bucket: string): string => `arn:${event.partition}:s3:::${bucket}`;

const askForTrails: Lookup = { kind: 'trails', id: '' };

/** What must be looked up to tell whether a bucket is a trail's: nothing where the owner lists such buckets. */
export const bucketLookups = (
  bucket: string | undefined,
  { trailBuckets }: AccountSettings,
): readonly Lookup[] => (bucket === undefined || trailBuckets !== undefined ? [] : [askForTrails]);

/** Whether a trail writes to the bucket, by the owner's list or else by the trails of the account. */
export const isTrailBucket = (bucket: string | undefined, { settings, lookups }: Facts): boolean => {
  const known = settings.trailBuckets ?? (foundIn(lookups, 'trails') ?? []).map((trail) => trail.bucket);
  return bucket !== undefined && known.includes(bucket);
};

// A call names the key itself, and which key an alias stands for only KMS knows.
const isAlias = (key: string): boolean => /(^|:)alias\//.test(key);

const idOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** What must be looked up to tell whether a key is a trail's: nothing where the owner lists such keys, unless by alias. */
const keyLookups = ({ trailKeys }: AccountSettings): readonly Lookup[] =>
  trailKeys === undefined || trailKeys.some(isAlias) ? [askForTrails] : [];

/** Whether a trail is encrypted with the key (an ARN), by the owner's list or by the trails of the account. */
const isTrailKey = (keyArn: string, { settings, lookups }: Facts): boolean => {
  const listed = (settings.trailKeys ?? []).filter((key) => !isAlias(key));
  const used = (foundIn(lookups, 'trails') ?? []).flatMap(({ kmsKeyId }) => kmsKeyId ?? []);
  return [...listed, ...used].map(idOf).includes(idOf(keyArn));
};

const isAboutKey = ({ action }: IamEvent): boolean => action.startsWith('kms:');

/** ARN of the key or bucket that a call of KMS or S3 is about; the account's when a refused call names none. */
export const storageOf = (event: IamEvent): string => {
  if (isAboutKey(event)) return kmsKeyOf(event);
  const bucket = bucketOf(event);
  return bucket === undefined ? accountArn(event) : bucketArn(event, bucket);
};

/** What must be looked up to tell whether a call of KMS or S3 is about a key or bucket of a trail. */
export const storageLookups = (event: IamEvent, settings: AccountSettings): readonly Lookup[] =>
  isAboutKey(event) ? keyLookups(settings) : bucketLookups(bucketOf(event), settings);

/** Whether the key or bucket that a call of KMS or S3 is about is one of a trail. */
export const isTrailStorage = (event: IamEvent, facts: Facts): boolean =>
  isAboutKey(event) ? isTrailKey(kmsKeyOf(event), facts) : isTrailBucket(bucketOf(event), facts);
