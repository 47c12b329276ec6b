import type { IamEvent } from '../events/iam-event.ts';
import { objectAt, textAt } from '../events/json.ts';

/**
 * ARN of the OIDC provider that vouched for the session behind a call, or for the caller of AssumeRoleWithWebIdentity itself. Every call of
 * the session carries it ("CloudTrail userIdentity element", AWS CloudTrail User Guide).
 */
export const oidcProviderOfCaller = ({ record }: IamEvent): string | undefined => {
  const identity = objectAt(record, 'userIdentity');
  const session = objectAt(objectAt(identity, 'sessionContext'), 'webIdFederationData');
  return textAt(session, 'federatedProvider') ?? textAt(identity, 'identityProvider');
};

/** `system:serviceaccount:NAMESPACE:NAME`, where a pod of a Kubernetes cluster asks for a session. */
export const serviceAccountOf = ({ actor }: IamEvent): string | undefined =>
  /system:serviceaccount:[^:]+:[^:]+$/.exec(actor.userName ?? actor.principalId ?? '')?.[0];

/** Id of the temporary access key that a call to STS gave out. */
export const issuedKeyOf = ({ response }: IamEvent): string | undefined =>
  textAt(objectAt(response, 'credentials'), 'accessKeyId');
