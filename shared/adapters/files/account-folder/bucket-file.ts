import * as z from 'zod/mini';
import { type FailedCall, saysNoSuchThing, unavailableFor } from '../../../account/failed-call.ts';
import type { BucketDetail, BucketExposure } from '../../../account/snapshot-logging.ts';
import type { Source, Unavailable } from '../../../account/source.ts';
import { shaped } from './shape.ts';

const text = z.string('expected text');
const truth = z._default(z.boolean('expected true or false'), false);
const failed = z.object({ code: text, message: z._default(text, '') });
const answerOr = <T extends z.ZodMiniType>(answer: T) => z.exactOptional(z.union([failed, answer]));

const bucket = z.object({
  Bucket: text,
  GetBucketPolicyStatus: answerOr(z.object({ PolicyStatus: z.object({ IsPublic: truth }) })),
  GetBucketAcl: answerOr(
    z.object({ Grants: z.array(z.object({ Grantee: z.object({ URI: z.exactOptional(text) }) })) }),
  ),
  GetPublicAccessBlock: answerOr(
    z.object({
      PublicAccessBlockConfiguration: z.object({ IgnorePublicAcls: truth, RestrictPublicBuckets: truth }),
    }),
  ),
  GetBucketLogging: answerOr(z.object({ LoggingEnabled: z.exactOptional(z.object({ TargetBucket: text })) })),
  GetBucketVersioning: answerOr(z.object({ MFADelete: z.exactOptional(text) })),
});

type Answers = z.infer<typeof bucket>;

interface Part<A, T> {
  readonly call: string;
  readonly answer: A | undefined;
  pick(answer: Exclude<A, FailedCall>): T;
  /** What it means when S3 says that there is no such configuration. */
  readonly none?: T;
}

const isAnswer = <A extends object>(answer: A): answer is Exclude<A, FailedCall> => !('code' in answer);

const partOf = <A extends object, T>({ call, answer, pick, none }: Part<A, T>): T | Unavailable => {
  if (answer === undefined)
    return { status: 'unavailable', reason: 'missing', cause: `the answer of ${call} is not in the file` };
  if (isAnswer(answer)) return pick(answer);
  const refused = answer as A & FailedCall;
  return none !== undefined && saysNoSuchThing(refused) ? none : unavailableFor(call, refused);
};

const isUnavailable = (value: unknown): value is Unavailable =>
  typeof value === 'object' && value !== null && 'status' in value && value.status === 'unavailable';

const source = <T>(value: T | Unavailable, readAt: string): Source<T> =>
  isUnavailable(value) ? value : { status: 'read', value, readAt };

const exposureOf = (answers: Answers): BucketExposure | Unavailable => {
  const isPolicyPublic = partOf({
    call: 'GetBucketPolicyStatus',
    answer: answers.GetBucketPolicyStatus,
    pick: ({ PolicyStatus }) => PolicyStatus.IsPublic,
    none: false,
  });
  const aclGroups = partOf({
    call: 'GetBucketAcl',
    answer: answers.GetBucketAcl,
    pick: ({ Grants }) => Grants.flatMap(({ Grantee }) => Grantee.URI ?? []),
  });
  const block = partOf({
    call: 'GetPublicAccessBlock',
    answer: answers.GetPublicAccessBlock,
    pick: ({ PublicAccessBlockConfiguration: set }) => ({
      ignoresPublicAcls: set.IgnorePublicAcls,
      restrictsPublicBuckets: set.RestrictPublicBuckets,
    }),
    none: { ignoresPublicAcls: false, restrictsPublicBuckets: false },
  });
  if (isUnavailable(isPolicyPublic)) return isPolicyPublic;
  if (isUnavailable(aclGroups)) return aclGroups;
  return isUnavailable(block) ? block : { isPolicyPublic, aclGroups, ...block };
};

/**
 * What was asked about a bucket: `Bucket`, and by the name of each call (`GetBucketAcl` …) what the command printed, or
 * `{"code": …, "message": …}` where AWS refused it.
 */
export const readBucket = (
  json: unknown,
  readAt: string,
): { readonly key: string; readonly value: BucketDetail } => {
  const answers = shaped(bucket, json);
  const accessLogBucket = partOf({
    call: 'GetBucketLogging',
    answer: answers.GetBucketLogging,
    pick: ({ LoggingEnabled }) => LoggingEnabled?.TargetBucket ?? 'none',
  });
  const hasMfaDelete = partOf({
    call: 'GetBucketVersioning',
    answer: answers.GetBucketVersioning,
    pick: ({ MFADelete }) => MFADelete === 'Enabled',
  });
  return {
    key: answers.Bucket,
    value: {
      exposure: source(exposureOf(answers), readAt),
      accessLogBucket: source(accessLogBucket, readAt),
      hasMfaDelete: source(hasMfaDelete, readAt),
    },
  };
};
