import type { IamEvent } from '../events/iam-event.ts';
import { accountArn } from '../events/target.ts';
import { findText } from './find-text.ts';
import { refusedArnOf, regionalArn } from './resource-arn.ts';

const segments = { trustAnchor: 'trust-anchor', profile: 'profile', crl: 'crl' } as const;

/** A trust anchor, profile or revocation list of IAM Roles Anywhere: its ARN and id, from wherever a call has them. */
export const rolesAnywhereOf = (
  event: IamEvent,
  kind: keyof typeof segments,
): { readonly resource: string; readonly id: string } => {
  const id = findText(event.request, `${kind}Id`) ?? findText(event.response, `${kind}Id`);
  const resource =
    findText(event.response, `${kind}Arn`) ??
    (id === undefined
      ? (refusedArnOf(event) ?? accountArn(event))
      : regionalArn(event, 'rolesanywhere', `${segments[kind]}/${id}`));
  return { resource, id: id ?? 'unknown' };
};
