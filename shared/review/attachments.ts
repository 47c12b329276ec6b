import type { AuthorizationDetails } from '../account/snapshot-identities.ts';

/** Who has which policies. */
export interface Attachment {
  readonly holderArn: string;
  readonly holderName: string;
  readonly policyArn: string;
}

/** Every managed policy that is attached to a user, group or role. */
export const attachments = ({ users, groups, roles }: AuthorizationDetails): readonly Attachment[] =>
  [...users, ...groups, ...roles].flatMap(({ arn, name, attachedPolicies }) =>
    attachedPolicies.map((policy) => ({ holderArn: arn, holderName: name, policyArn: policy.arn })),
  );
