import type { AccountReader } from './account-reader.ts';
import {
  foundIn,
  type KnownAnswer,
  type Lookup,
  type LookupAnswer,
  type LookupKind,
  type LookupValues,
} from './lookup.ts';
import type { HeldPolicy, PermissionsFact } from './policy-facts.ts';

type Unavailable = Extract<LookupAnswer, { status: 'unavailable' }>;

/** One answer of the inner reader, with its type. */
type Part<K extends LookupKind> =
  | { readonly status: 'found'; readonly value: LookupValues[K] }
  | { readonly status: 'absent' }
  | Unavailable;

/** Asks for the parts of one answer. */
type AskPart = <K extends LookupKind>(kind: K, id: string) => Promise<Part<K>>;

const partsOf =
  (reader: AccountReader, accountId: string): AskPart =>
  async <K extends LookupKind>(kind: K, id: string): Promise<Part<K>> => {
    const answer = await reader.read(accountId, { kind, id });
    if (answer.status === 'unavailable') return answer;
    const value = foundIn([answer as KnownAnswer], kind);
    return value === undefined ? { status: 'absent' } : { status: 'found', value };
  };

/** A part that may be had a little later: then the whole is asked for again, and not made without it. */
class LaterError extends Error {
  override readonly name = 'LaterError';
  readonly answer: Unavailable;

  constructor(answer: Unavailable) {
    super(answer.cause);
    this.answer = answer;
  }
}

/** Collects what is there; says what is not. */
const sorted = <K extends LookupKind>(
  part: Part<K>,
  what: string,
  gaps: string[],
): LookupValues[K] | undefined => {
  if (part.status === 'found') return part.value;
  if (part.status === 'unavailable') {
    if (part.transient) throw new LaterError(part);
    gaps.push(`${what}: ${part.cause}`);
  }
  // Absent: taken away since the list of policies was read.
  return undefined;
};

const documentsOf = async (
  holder: string,
  { managed, inline }: LookupValues['attached-policies'],
  ask: AskPart,
  gaps: string[],
): Promise<readonly HeldPolicy[]> => {
  const asked = [
    ...managed.map(async (name) => {
      const part = await ask('managed-policy', name);
      const document = sorted(part, `policy ${name}`, gaps)?.document;
      return document === undefined ? [] : [{ name, kind: 'managed' as const, holder, document }];
    }),
    ...inline.map(async (name) => {
      const part = await ask('inline-policy', `${holder} ${name}`);
      const document = sorted(part, `inline policy ${name} of ${holder}`, gaps);
      return document === undefined ? [] : [{ name, kind: 'inline' as const, holder, document }];
    }),
  ];
  return (await Promise.all(asked)).flat();
};

const heldBy = async (holder: string, ask: AskPart, gaps: string[]): Promise<readonly HeldPolicy[]> => {
  const part = await ask('attached-policies', holder);
  const lists = sorted(part, `policies of ${holder}`, gaps);
  return lists === undefined ? [] : documentsOf(holder, lists, ask, gaps);
};

const boundaryOf = async (
  boundaryArn: string | undefined,
  ask: AskPart,
  gaps: string[],
): Promise<Pick<PermissionsFact, 'boundary'>> => {
  if (boundaryArn === undefined) return {};
  const part = await ask('managed-policy', boundaryArn);
  const found = sorted(part, `permissions boundary ${boundaryArn}`, gaps);
  return found === undefined ? {} : { boundary: { arn: boundaryArn, document: found.document } };
};

const groupsOf = async (
  kind: string,
  name: string,
  ask: AskPart,
  gaps: string[],
): Promise<readonly string[]> => {
  if (kind !== 'user') return [];
  return sorted(await ask('groups-of-user', name), `groups of user ${name}`, gaps) ?? [];
};

const boundaryArnOf = async (
  kind: string,
  name: string,
  ask: AskPart,
  gaps: string[],
): Promise<string | undefined> => {
  if (kind === 'group') return undefined;
  const part = await ask(kind === 'user' ? 'user' : 'role', name);
  return sorted(part, `permissions boundary of ${kind} ${name}`, gaps)?.boundaryArn;
};

const permissionsOf = async (id: string, ask: AskPart): Promise<PermissionsFact | 'absent' | Unavailable> => {
  const [, kind = '', name = ''] = /^(user|role|group)\/([^/]+)$/.exec(id) ?? [];
  if (kind === '')
    return {
      status: 'unavailable',
      cause: `permissions of "${id}": neither user/NAME, role/NAME nor group/NAME`,
    };
  // Without its own policies there is nothing to say of it; whatever else is missing is a gap.
  const own = await ask('attached-policies', id);
  if (own.status !== 'found') return own.status === 'absent' ? 'absent' : own;
  const gaps: string[] = [];
  const [policies, groups, boundaryArn] = await Promise.all([
    documentsOf(id, own.value, ask, gaps),
    groupsOf(kind, name, ask, gaps),
    boundaryArnOf(kind, name, ask, gaps),
  ]);
  const [ofGroups, boundary] = await Promise.all([
    Promise.all(groups.map((group) => heldBy(`group/${group}`, ask, gaps))),
    boundaryOf(boundaryArn, ask, gaps),
  ]);
  return { policies: [...policies, ...ofGroups.flat()], groups, ...boundary, gaps: gaps.toSorted() };
};

const answerTo = async ({ id, kind }: Lookup, ask: AskPart, now: () => number): Promise<LookupAnswer> => {
  const readAt = new Date(now()).toISOString();
  try {
    const value = await permissionsOf(id, ask);
    if (value === 'absent') return { status: 'absent', kind, readAt };
    return 'gaps' in value ? { status: 'found', kind, value, readAt } : value;
  } catch (error) {
    if (error instanceof LaterError) return error.answer;
    throw error;
  }
};

/**
 * Answers `permissions` by asking for its parts one by one, so that each is cached and counted against the limit of look-ups like any other
 * question; all other questions go to the reader itself.
 *
 * @param now epoch milliseconds
 */
export const withPermissions = (reader: AccountReader, now: () => number): AccountReader => ({
  read: (accountId, lookup) =>
    lookup.kind === 'permissions'
      ? answerTo(lookup, partsOf(reader, accountId), now)
      : reader.read(accountId, lookup),
});
