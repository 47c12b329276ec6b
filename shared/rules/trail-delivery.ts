import { coversAction } from '../policy/match-pattern.ts';
import type { Policy, Statement } from '../policy/policy.ts';
import { namesEveryone } from '../policy/trust.ts';
import type { DocumentInRequest } from './policy-in-request.ts';

const cloudTrail = /^cloudtrail\.amazonaws\.com(\.cn)?$/;

const isForCloudTrail = (statement: Statement): boolean =>
  namesEveryone(statement) ||
  statement.principals.list.some(({ type, id }) => type === 'Service' && cloudTrail.test(id));

const isAllowed = ({ statements }: Policy, action: string): boolean => {
  const about = statements.filter(
    (statement) => isForCloudTrail(statement) && coversAction(statement.actions, action),
  );
  // With a condition it may be about others (no TLS, another ACL): what CloudTrail does fulfils those that are customary.
  const isRefused = about.some(({ effect, conditions }) => effect === 'Deny' && conditions.length === 0);
  return !isRefused && about.some(({ effect }) => effect === 'Allow');
};

/**
 * Whether a policy of a bucket or key, as a call writes it, lets CloudTrail do what it needs to deliver ("Amazon S3 bucket policy for
 * CloudTrail" and "Configure AWS KMS key policies for CloudTrail", CloudTrail User Guide). `unknown` when there is no document to judge.
 */
export const deliveryVerdict = (
  document: DocumentInRequest,
  action: 's3:PutObject' | 'kms:GenerateDataKey',
): 'allowed' | 'refused' | 'unknown' => {
  if (document.status !== 'read') return 'unknown';
  return isAllowed(document.policy, action) ? 'allowed' : 'refused';
};
