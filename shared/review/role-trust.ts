import type { AccountSettings } from '../account/account-settings.ts';
import { isKnownAccount } from '../account/known-accounts.ts';
import { asksExternalId, limitsCaller } from '../policy/narrowing.ts';
import type { Policy, Statement } from '../policy/policy.ts';
import { isAboutAssuming } from '../policy/trust.ts';
import { accountOfPrincipal } from '../rules/foreign-principals.ts';
import type { AccountRef } from './account-ref.ts';

/** A principal of another account that may take on a role, and what it must bring. */
export interface ForeignTrust {
  readonly account: string;
  /** The account is of the organisation or a partner's, as the settings say. */
  readonly isKnown: boolean;
  /** A condition says who may call: an organisation, a principal, an address. */
  readonly isLimited: boolean;
  readonly asksExternalId: boolean;
}

const allows = (policy: Policy): readonly Statement[] =>
  policy.statements.filter((statement) => statement.effect === 'Allow' && isAboutAssuming(statement));

/** The accounts but the own one that a trust policy names. What names everybody is told by `opennessOf`. */
export const foreignTrusts = (
  policy: Policy,
  account: AccountRef,
  settings: AccountSettings,
): readonly ForeignTrust[] =>
  allows(policy).flatMap(({ principals, conditions }) =>
    (principals.except ? [] : principals.list)
      .map(({ id }) => accountOfPrincipal(id))
      .filter((id) => id !== undefined && id !== account.id)
      .map((id) => ({
        account: id ?? '',
        isKnown: isKnownAccount(settings, id ?? ''),
        isLimited: conditions.some(limitsCaller),
        asksExternalId: conditions.some(asksExternalId),
      })),
  );

/** The service principals that a trust policy lets in, each with whether a condition says for whom the service must call. */
export const serviceTrusts = (
  policy: Policy,
): readonly { readonly service: string; readonly saysForWhom: boolean }[] =>
  allows(policy).flatMap(({ principals, conditions }) =>
    (principals.except ? [] : principals.list)
      .filter(({ type }) => type === 'Service')
      .map(({ id }) => ({
        service: id,
        saysForWhom: conditions.some(({ key }) =>
          /^aws:source(account|arn|orgid|orgpaths)$/.test(key.toLowerCase()),
        ),
      })),
  );
