import type { IamEvent } from '../events/iam-event.ts';
import { accountArn, targetRoleOf } from '../events/target.ts';
import { type DocumentInRequest, documentIn } from './policy-in-request.ts';

/** The calls that write a role's trust policy. */
export const trustWritingActions = ['iam:CreateRole', 'iam:UpdateAssumeRolePolicy'] as const;

/** A role's trust policy as a call writes it. */
export interface WrittenTrust {
  /** ARN of the role; the account's when a refused call names none. */
  readonly resource: string;
  readonly role: string;
  readonly document: DocumentInRequest;
}

/** Reads the role and its new trust policy of CreateRole and UpdateAssumeRolePolicy, which name the document differently. */
export const writtenTrustOf = (event: IamEvent): WrittenTrust => {
  const target = targetRoleOf(event);
  const field = event.name === 'CreateRole' ? 'assumeRolePolicyDocument' : 'policyDocument';
  return {
    resource: target?.arn ?? accountArn(event),
    role: target?.name ?? 'unknown',
    document: documentIn(event, field),
  };
};

/**
 * What ends a finding about a role's trust policy: the deletion of the role, and a new document that can be read. What the new
 * one says is found by the same event, and a condition that is opened and ended by one event stays open.
 */
export const trustUndoing = {
  actions: ['iam:UpdateAssumeRolePolicy', 'iam:DeleteRole'],
  undoes(event: IamEvent) {
    const { resource, document } = writtenTrustOf(event);
    return event.name === 'DeleteRole' || document.status === 'read' ? [{ resource }] : [];
  },
} as const;
