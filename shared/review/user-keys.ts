import type {
  AccessKeyDetail,
  CredentialReport,
  CredentialRow,
  ReportedKey,
} from '../account/snapshot-credentials.ts';
import type { AccountRef } from './account-ref.ts';
import { type KnownTime, timeIn, usersIn } from './report-rows.ts';

/** An access key of an IAM user with what the credential report knows of it. */
export interface UserKey {
  readonly key: AccessKeyDetail;
  readonly userArn: string;
  readonly row?: CredentialRow;
  /** Unknown when the report has no such key, or two that cannot be told apart. */
  readonly lastUsed: KnownTime;
}

/** An active key of the report whose id is not known: ListAccessKeys was not asked about the user, or the key is gone since. */
export interface KeyWithoutId {
  readonly row: CredentialRow;
}

export interface JoinedKeys {
  readonly keys: readonly UserKey[];
  readonly withoutId: readonly KeyWithoutId[];
}

const second = 1000;

const isSameSecond = (a: string, b: string): boolean =>
  Math.floor(Date.parse(a) / second) === Math.floor(Date.parse(b) / second);

const madeAt = ({ lastRotated }: ReportedKey): string | undefined =>
  'at' in lastRotated ? lastRotated.at : undefined;

const isMadeWith = (slot: ReportedKey, key: AccessKeyDetail): boolean => {
  const made = madeAt(slot);
  return made !== undefined && isSameSecond(made, key.createdAt);
};

/**
 * The slot of a key. The report has no ids and its slots are no identity: a key is told by its creation, which the report calls its last
 * rotation; two that were made in the same second by whether they are active.
 */
const slotsOf = (
  key: AccessKeyDetail,
  slots: readonly ReportedKey[],
  keys: readonly AccessKeyDetail[],
): readonly ReportedKey[] => {
  const made = slots.filter((slot) => isMadeWith(slot, key));
  if (made.length > 1) {
    const alike = made.filter(({ active }) => active === key.active);
    return alike.length === 1 ? alike : made;
  }
  if (made.length === 1) return made;
  // The guide calls the column "created or last changed": a slot that fits no key goes with the only key that fits no slot.
  const spare = slots.filter(
    (slot) => madeAt(slot) !== undefined && !keys.some((one) => isMadeWith(slot, one)),
  );
  const lonely = keys.filter((one) => !slots.some((slot) => isMadeWith(slot, one)));
  return spare.length === 1 && lonely.length === 1 && lonely[0] === key ? spare : [];
};

const lastUsedIn = (slots: readonly ReportedKey[]): KnownTime => {
  const times = slots.map(({ lastUsed }) => timeIn(lastUsed));
  const [first = 'unknown', ...rest] = times;
  return rest.every((time) => JSON.stringify(time) === JSON.stringify(first)) ? first : 'unknown';
};

/** AWS takes user names in any case as the same. */
const nameKey = (name: string): string => name.toLowerCase();

/** The keys of all IAM users, joined with the credential report. */
export const joinKeys = (
  report: CredentialReport | undefined,
  accessKeys: readonly AccessKeyDetail[],
  account: AccountRef,
): JoinedKeys => {
  const rows = report ? usersIn(report) : [];
  const rowOf = new Map(rows.map((row) => [nameKey(row.user), row]));
  const byUser = Map.groupBy(accessKeys, ({ userName }) => nameKey(userName));
  const used = new Set<ReportedKey>();
  const keys = accessKeys.map((key): UserKey => {
    const row = rowOf.get(nameKey(key.userName));
    const slots = row ? slotsOf(key, row.keys, byUser.get(nameKey(key.userName)) ?? []) : [];
    for (const slot of slots) used.add(slot);
    return {
      key,
      userArn: row?.arn ?? account.iamArn(`user/${key.userName}`),
      ...(row ? { row } : {}),
      lastUsed: lastUsedIn(slots),
    };
  });
  const withoutId = rows
    .filter((row) => row.keys.some((slot) => slot.active === true && !used.has(slot)))
    .map((row) => ({ row }));
  return { keys, withoutId };
};
