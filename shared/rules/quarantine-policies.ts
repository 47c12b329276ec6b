import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';

/**
 * The policies that AWS itself puts on an identity whose key was found in public: the managed
 * `AWSCompromisedKeyQuarantine`, `…V2`, `…V3`, `…V4` (AWS Managed Policy Reference) and, before those, the inline
 * `AWSExposedCredentialPolicy_DO_NOT_REMOVE`. Later versions are expected to follow the same pattern.
 */
const managed = /^arn:[^:]+:iam::aws:policy\/(AWSCompromisedKeyQuarantine(?:V\d+)?)$/;
const inline = /^(AWSExposedCredentialPolicy|AWSCompromisedKeyQuarantine)/;

/** Name of the quarantine policy that a call attaches, detaches, puts or deletes; undefined for any other policy. */
export const quarantinePolicyOf = (event: IamEvent): string | undefined => {
  const attached = managed.exec(textAt(event.request, 'policyArn') ?? '')?.[1];
  if (attached !== undefined) return attached;
  const put = textAt(event.request, 'policyName');
  return put !== undefined && inline.test(put) ? put : undefined;
};
