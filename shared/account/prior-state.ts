import { decodeDocument } from '../policy/decode-document.ts';
import type { AccountReader } from './account-reader.ts';
import type { LookupAnswer } from './lookup.ts';
import type { PriorStateFact } from './policy-facts.ts';
import type { AccountSnapshot } from './snapshot.ts';
import type {
  AuthorizationDetails,
  GroupDetail,
  ManagedPolicy,
  RawPolicyDocument,
  RoleDetail,
  UserDetail,
} from './snapshot-identities.ts';
import type { OrganizationPolicy } from './snapshot-organization.ts';

/** What the snapshot says of one thing, small enough to be read for one event. */
export interface PriorStateRow {
  /** As in the look-up `prior-state`: `role/NAME`, `policy/ARN` … */
  readonly id: string;
  readonly state: PriorStateFact;
}

/**
 * Keeps what the last snapshot says, by account and thing. Port; `unavailable` when the store did not answer, `none` when there is no
 * snapshot of the account, which is no fault.
 */
export interface PriorStateStore {
  read(
    accountId: string,
    id: string,
  ): Promise<
    | { readonly status: 'read'; readonly readAt: string; readonly state?: PriorStateFact }
    | { readonly status: 'none' }
    | { readonly status: 'unavailable'; readonly cause: string; readonly transient?: true }
  >;
}

/** Keeps what a snapshot leaves for the event path. Port. */
export interface PriorStateKeeper {
  /**
   * Replaces what is kept of an account; what is not among the rows is gone. Safe to repeat.
   *
   * @param at of the run, ISO 8601: a later run replaces an earlier one
   */
  keep(accountId: string, at: string, rows: readonly PriorStateRow[]): Promise<void>;
}

export const documentText = (document: RawPolicyDocument): string =>
  typeof document === 'string' ? decodeDocument(document).text : JSON.stringify(document);

const inlineOf = ({
  inlinePolicies,
}: UserDetail | RoleDetail | GroupDetail): Readonly<Record<string, string>> =>
  Object.fromEntries(inlinePolicies.map(({ name, document }) => [name, documentText(document)]));

const attachedOf = ({ attachedPolicies }: UserDetail | RoleDetail | GroupDetail): readonly string[] =>
  attachedPolicies.map(({ arn }) => arn);

const holderState = (holder: UserDetail | RoleDetail | GroupDetail, readAt: string): PriorStateFact => ({
  readAt,
  inline: inlineOf(holder),
  attached: attachedOf(holder),
  ...('boundaryArn' in holder && holder.boundaryArn !== undefined ? { boundaryArn: holder.boundaryArn } : {}),
  ...('trustPolicy' in holder ? { trustPolicy: documentText(holder.trustPolicy) } : {}),
});

const policyState = ({ versions }: ManagedPolicy, readAt: string): PriorStateFact => {
  const inForce = versions.find(({ isDefault }) => isDefault);
  return inForce === undefined
    ? { readAt }
    : { readAt, version: inForce.id, document: documentText(inForce.document) };
};

const rowsOfIdentities = (
  { users, groups, roles, policies }: AuthorizationDetails,
  readAt: string,
): readonly PriorStateRow[] => [
  ...users.map((user) => ({ id: `user/${user.name}`, state: holderState(user, readAt) })),
  ...groups.map((group) => ({ id: `group/${group.name}`, state: holderState(group, readAt) })),
  ...roles.map((role) => ({ id: `role/${role.name}`, state: holderState(role, readAt) })),
  // Policies of AWS are not changed by events of the account.
  ...policies
    .filter(({ isAwsManaged }) => !isAwsManaged)
    .map((policy) => ({ id: `policy/${policy.arn}`, state: policyState(policy, readAt) })),
];

const controlRow = ({ id, content }: OrganizationPolicy, readAt: string): PriorStateRow => ({
  id: `control-policy/${id}`,
  state: { readAt, document: documentText(content) },
});

/**
 * What a snapshot leaves for the event path, one row a thing; undefined when the snapshot has no users, roles and policies, in which case
 * the rows of an older one are worth more than none.
 */
export const priorStateRows = ({
  sources,
}: Pick<AccountSnapshot, 'sources'>): readonly PriorStateRow[] | undefined => {
  const { authorization, organizationPolicies } = sources;
  if (authorization.status !== 'read') return undefined;
  const controls =
    organizationPolicies.status === 'read' && organizationPolicies.value.inOrganization
      ? organizationPolicies.value.value.map((policy) => controlRow(policy, organizationPolicies.readAt))
      : [];
  return [...rowsOfIdentities(authorization.value, authorization.readAt), ...controls];
};

const answerOf = (answer: Awaited<ReturnType<PriorStateStore['read']>>, accountId: string): LookupAnswer => {
  if (answer.status === 'none')
    return {
      status: 'unavailable',
      off: true,
      cause: `there is no nightly snapshot of account ${accountId} yet`,
    };
  if (answer.status === 'unavailable') return answer;
  const { readAt, state: value } = answer;
  const kind = 'prior-state';
  return value === undefined ? { status: 'absent', kind, readAt } : { status: 'found', kind, value, readAt };
};

/** Answers `prior-state` from the store of snapshots, all other questions by the reader. */
export const withPriorState = (reader: AccountReader, store: PriorStateStore): AccountReader => ({
  read: async (accountId, lookup) =>
    lookup.kind === 'prior-state'
      ? answerOf(await store.read(accountId, lookup.id), accountId)
      : reader.read(accountId, lookup),
});

/** For an installation that keeps no snapshots. */
export const noPriorState: PriorStateStore = { read: async () => ({ status: 'none' }) };
