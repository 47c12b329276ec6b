import type { AccountReader } from './account-reader.ts';
import type { Lookup, LookupAnswer, LookupKind, LookupValues } from './lookup.ts';
import { withPermissions } from './permissions-reader.ts';
import type { PriorStateFact } from './policy-facts.ts';
import { documentText, priorStateRows } from './prior-state.ts';
import type { AccountSnapshot, SnapshotSources } from './snapshot.ts';
import type { AccessKeyDetail, CredentialRow, ReportDate } from './snapshot-credentials.ts';
import type { AuthorizationDetails } from './snapshot-identities.ts';
import { inlinePolicyIn, managedPolicyIn, policyBeforeIn, userIn } from './snapshot-policies.ts';
import type { Source, Unavailable } from './source.ts';

/** `absent`: the account has no such thing. */
type Reading<T> = Source<T> | { readonly status: 'absent'; readonly readAt: string };

const from = <S, T>(source: Source<S>, find: (value: S) => T | undefined): Reading<T> => {
  if (source.status === 'unavailable') return source;
  const value = find(source.value);
  return value === undefined
    ? { status: 'absent', readAt: source.readAt }
    : { status: 'read', value, readAt: source.readAt };
};

const lacking = (cause: string): Unavailable => ({ status: 'unavailable', reason: 'missing', cause });

const named = <T extends { readonly name: string }>(all: readonly T[], name: string): T | undefined =>
  all.find((one) => one.name === name);

const policiesOf = (details: AuthorizationDetails, kind: string, name: string) => {
  const lists = { user: details.users, role: details.roles, group: details.groups };
  const holder = kind in lists ? named<Holder>(lists[kind as keyof typeof lists], name) : undefined;
  return (
    holder && {
      managed: holder.attachedPolicies.map(({ arn }) => arn),
      inline: holder.inlinePolicies.map((policy) => policy.name),
    }
  );
};
type Holder = AuthorizationDetails['groups'][number];

const roleInProfile = ({ roles }: AuthorizationDetails, profile: string): string | undefined =>
  roles.find(({ instanceProfileArns }) => instanceProfileArns.some((arn) => arn.endsWith(`/${profile}`)))
    ?.name;

const attachedPolicies = (
  { authorization, instanceProfiles }: SnapshotSources,
  id: string,
): Reading<LookupValues['attached-policies']> => {
  const [, kind = '', name = ''] = /^(user|role|group|instance-profile)\/([^/]+)$/.exec(id) ?? [];
  if (kind !== 'instance-profile') return from(authorization, (details) => policiesOf(details, kind, name));
  const role = from(authorization, (details) => {
    const inside = roleInProfile(details, name);
    return inside === undefined ? undefined : policiesOf(details, 'role', inside);
  });
  if (role.status !== 'absent') return role;
  // A profile without a role is in no role's list.
  return from(instanceProfiles, (profiles) =>
    named(profiles, name) ? { managed: [], inline: [] } : undefined,
  );
};

const accessKeys = (
  { accessKeys: keys, authorization }: SnapshotSources,
  userName: string,
): Reading<LookupValues['access-keys']> =>
  from(keys, (all) => {
    const its = all
      .filter((key) => key.userName === userName)
      .map(({ id, active, createdAt }) => ({
        id,
        status: active ? ('Active' as const) : ('Inactive' as const),
        createdAt,
      }));
    const isKnown = authorization.status !== 'read' || named(authorization.value.users, userName);
    return its.length > 0 || isKnown ? its : undefined;
  });

/** A slot of the report names no key; creation does, unless the key was switched since. */
const slotOf = ({ keys }: CredentialRow, { createdAt }: AccessKeyDetail) => {
  const second = (date: ReportDate) => ('at' in date ? date.at.slice(0, 19) : undefined);
  const fitting = keys.filter(({ lastRotated }) => second(lastRotated) === createdAt.slice(0, 19));
  return fitting.length === 1 ? fitting[0] : undefined;
};

const lastUsed = (
  { accessKeys: keys, credentialReport }: SnapshotSources,
  id: string,
): Reading<LookupValues['access-key-last-used']> => {
  if (keys.status === 'unavailable') return keys;
  if (credentialReport.status === 'unavailable') return credentialReport;
  const { readAt } = credentialReport;
  const key = keys.value.find((one) => one.id === id);
  if (!key) return { status: 'absent', readAt };
  const row = credentialReport.value.rows.find(({ user }) => user === key.userName);
  const slot = row && slotOf(row, key);
  if (!slot) return lacking(`the credential report does not tell which of ${key.userName}'s keys is ${id}`);
  const used = slot.lastUsed;
  if ('at' in used) return { status: 'read', value: { lastUsedAt: used.at, userName: key.userName }, readAt };
  return used.says === 'not-applicable'
    ? { status: 'read', value: { userName: key.userName }, readAt }
    : lacking(`the credential report does not tell when ${id} was last used`);
};

const priorRows = new WeakMap<SnapshotSources, ReadonlyMap<string, PriorStateFact>>();

/** The snapshot itself is what was before: whoever asks compares its time with the event's. */
const priorState = (sources: SnapshotSources, id: string): Reading<PriorStateFact> => {
  const { authorization } = sources;
  if (authorization.status === 'unavailable') return authorization;
  const rows =
    priorRows.get(sources) ?? new Map((priorStateRows({ sources }) ?? []).map((row) => [row.id, row.state]));
  priorRows.set(sources, rows);
  const state = rows.get(id);
  return state === undefined
    ? { status: 'absent', readAt: authorization.readAt }
    : { status: 'read', value: state, readAt: state.readAt };
};

type Answers = {
  readonly [K in LookupKind]?: (sources: SnapshotSources, id: string) => Reading<LookupValues[K]>;
};

const answers: Answers = {
  'access-keys': accessKeys,
  'access-key-last-used': lastUsed,
  'attached-policies': attachedPolicies,
  'groups-of-user': ({ authorization }, name) =>
    from(authorization, ({ users }) => named(users, name)?.groups),
  role: ({ authorization }, name) =>
    from(authorization, ({ roles }) => {
      const role = named(roles, name);
      if (role === undefined) return undefined;
      const { arn, createdAt, boundaryArn } = role;
      const boundary = boundaryArn === undefined ? {} : { boundaryArn };
      return { arn, trustPolicy: documentText(role.trustPolicy), createdAt, ...boundary };
    }),
  user: ({ authorization }, name) => from(authorization, (details) => userIn(details, name)),
  'managed-policy': ({ authorization }, id) => from(authorization, (details) => managedPolicyIn(details, id)),
  'policy-before': ({ authorization }, id) => from(authorization, (details) => policyBeforeIn(details, id)),
  'inline-policy': ({ authorization }, id) => from(authorization, (details) => inlinePolicyIn(details, id)),
  'prior-state': priorState,
  'password-policy': ({ passwordPolicy }) =>
    from(passwordPolicy, (policy) => (policy === 'none' ? undefined : policy)),
  trails: ({ trails }) => from(trails, (all) => all),
};

const answerOf = (sources: SnapshotSources, { kind, id }: Lookup): LookupAnswer => {
  const answer = answers[kind];
  if (!answer) return { status: 'unavailable', cause: `a snapshot of an account does not tell ${kind}` };
  const reading = answer(sources, id);
  if (reading.status === 'unavailable') return { status: 'unavailable', cause: reading.cause };
  const { readAt } = reading;
  return reading.status === 'absent'
    ? { status: 'absent', kind, readAt }
    : { status: 'found', kind, value: reading.value, readAt };
};

/**
 * Answers from snapshots, as of the time at which each was read, whatever the time of the event. About an account without a snapshot, it says what
 * `others` says.
 */
export const snapshotReader = (
  snapshots: readonly AccountSnapshot[],
  others: AccountReader,
): AccountReader => {
  const byAccount = new Map(snapshots.map((snapshot) => [snapshot.accountId, snapshot]));
  const reader: AccountReader = {
    async read(accountId, lookup) {
      const snapshot = byAccount.get(accountId);
      return snapshot ? answerOf(snapshot.sources, lookup) : others.read(accountId, lookup);
    },
  };
  const readAt = (accountId: string) => {
    const authorization = byAccount.get(accountId)?.sources.authorization;
    return authorization?.status === 'read' ? Date.parse(authorization.readAt) : 0;
  };
  return {
    read: (accountId, lookup) =>
      byAccount.has(accountId)
        ? withPermissions(reader, () => readAt(accountId)).read(accountId, lookup)
        : others.read(accountId, lookup),
  };
};
