import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import { accountArn } from '../events/target.ts';
import { arnOfName, globalArn, refusedArnOf } from './resource-arn.ts';

/** ARN of the SAML provider that a call is about; the account's when a refused call names none. */
export const samlProviderOf = (event: IamEvent): string => {
  const arn = textAt(event.request, 'sAMLProviderArn') ?? textAt(event.response, 'sAMLProviderArn');
  const name = textAt(event.request, 'name');
  return (
    arn ??
    (name === undefined ? refusedArnOf(event) : globalArn(event, 'iam', `saml-provider/${name}`)) ??
    accountArn(event)
  );
};

/** ARN of the OIDC provider that a call is about; the account's when a refused call names none. */
export const oidcProviderOf = (event: IamEvent): string => {
  const logged =
    textAt(event.request, 'openIDConnectProviderArn') ?? textAt(event.response, 'openIDConnectProviderArn');
  if (logged !== undefined) return logged;
  const host = textAt(event.request, 'url')?.replace(/^https?:\/\//, '');
  return host === undefined
    ? (refusedArnOf(event) ?? accountArn(event))
    : arnOfName(host, (name) => globalArn(event, 'iam', `oidc-provider/${name}`));
};

/**
 * Whether IAM Identity Center itself makes the call: it keeps one SAML provider in each account that it manages. Told by the path
 * of its service-linked role, which nobody else can create, not by a name.
 */
export const isIdentityCenterItself = ({ actor }: IamEvent): boolean =>
  actor.invokedBy === 'sso.amazonaws.com' || actor.roleArn?.includes(':role/aws-service-role/sso.') === true;
