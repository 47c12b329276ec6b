import type { FiledEvent, Finding, Occurrence, Transition, Undoing } from '../../findings/finding.ts';
import { assertSameFinding, findingIdOfOccurrence } from '../../findings/finding-id.ts';
import type { FindingStore, Page, Recorded } from '../../findings/finding-store.ts';
import { defaultNewsPolicy, type NewsPolicy } from '../../findings/lifecycle.ts';
import {
  beyondOpenKeys,
  compareText,
  fromPageToken,
  lowestOpenKey,
  monthOf,
  openKeyOf,
  pendingKeyOf,
  toPageToken,
  transitionKeyOf,
} from '../../findings/listing-order.ts';
import {
  byEventTime,
  daysAfter,
  entryKeyOf,
  filedUndoing,
  type Recording,
  recordFirst,
  recordNext,
  recordUndoing,
  undoingDays,
} from '../../findings/recording.ts';

interface Kept {
  finding: Finding;
  readonly events: Map<string, FiledEvent>;
  readonly transitions: Transition[];
}

interface Remembered {
  readonly undoing: FiledEvent;
  readonly until: string;
}

const keyOf = (accountId: string, findingId: string): string => JSON.stringify([accountId, findingId]);

const isPending = ({ alertedVersion, version }: Finding): boolean => alertedVersion < version;

/** What is kept, and the one way to change it. */
class Shelf {
  readonly #all = new Map<string, Kept>();
  readonly #undoings = new Map<string, Remembered>();

  get(accountId: string, findingId: string): Kept | undefined {
    return this.#all.get(keyOf(accountId, findingId));
  }

  all(): readonly Kept[] {
    return [...this.#all.values()];
  }

  keep({ finding, entries }: Recording): Recorded {
    const { accountId, id } = finding;
    const kept: Kept = this.get(accountId, id) ?? { finding, events: new Map(), transitions: [] };
    kept.finding = finding;
    for (const { event, transition } of entries) {
      kept.events.set(entryKeyOf(event), event);
      if (transition) kept.transitions.push(transition);
    }
    this.#all.set(keyOf(accountId, id), kept);
    return { finding, isDuplicate: false };
  }

  remember(undoing: FiledEvent, recordedAt: string): void {
    const key = keyOf(undoing.accountId, undoing.findingId);
    const known = this.#undoings.get(key)?.undoing;
    if (!known || byEventTime(undoing, known) > 0)
      this.#undoings.set(key, { undoing, until: daysAfter(recordedAt, undoingDays) });
  }

  recall(accountId: string, findingId: string, now: string): FiledEvent | undefined {
    const known = this.#undoings.get(keyOf(accountId, findingId));
    return known && known.until > now ? known.undoing : undefined;
  }
}

const record = (shelf: Shelf, occurrence: Occurrence, recordedAt: string, policy: NewsPolicy): Recorded => {
  const { accountId, event } = occurrence;
  const findingId = findingIdOfOccurrence(occurrence);
  const kept = shelf.get(accountId, findingId);
  if (!kept) {
    const remembered = shelf.recall(accountId, findingId, recordedAt);
    return shelf.keep(recordFirst(occurrence, remembered, recordedAt, policy));
  }
  assertSameFinding(kept.finding, occurrence);
  return kept.events.has(entryKeyOf({ role: 'seen', event }))
    ? { finding: kept.finding, isDuplicate: true }
    : shelf.keep(recordNext(kept.finding, occurrence, recordedAt, policy));
};

const resolve = (
  shelf: Shelf,
  undoing: Undoing,
  recordedAt: string,
  policy: NewsPolicy,
): Recorded | undefined => {
  const event = filedUndoing(undoing);
  const kept = shelf.get(undoing.accountId, undoing.findingId);
  if (!kept) {
    shelf.remember(event, recordedAt);
    return undefined;
  }
  return kept.events.has(entryKeyOf(event))
    ? { finding: kept.finding, isDuplicate: true }
    : shelf.keep(recordUndoing(kept.finding, event, recordedAt, policy));
};

const markAlerted = (kept: Kept | undefined, version: number): void => {
  if (!kept || version > kept.finding.version || version <= kept.finding.alertedVersion) return;
  kept.finding = { ...kept.finding, alertedVersion: version };
};

const openPage = (
  findings: readonly Finding[],
  { minSeverity = 'info', limit = 100, after }: NonNullable<Parameters<FindingStore['openFindings']>[1]> = {},
): Page<Finding> => {
  const from = after === undefined ? beyondOpenKeys : fromPageToken(after);
  const matching = findings
    .filter(({ status }) => status === 'open')
    .filter((finding) => openKeyOf(finding) < from && openKeyOf(finding) >= lowestOpenKey(minSeverity))
    .sort((a, b) => compareText(openKeyOf(b), openKeyOf(a)));
  const items = matching.slice(0, limit);
  const last = items.at(-1);
  return last && matching.length > limit ? { items, next: toPageToken(openKeyOf(last)) } : { items };
};

/** Keeps findings in the memory of the process: for `scan` and for tests. Nothing expires but remembered undoings. */
export const memoryFindingStore = ({
  newsPolicy = defaultNewsPolicy,
}: {
  readonly newsPolicy?: NewsPolicy;
} = {}): FindingStore => {
  const shelf = new Shelf();
  const findings = (): readonly Finding[] => shelf.all().map(({ finding }) => finding);
  return {
    record: async (occurrence, recordedAt) => record(shelf, occurrence, recordedAt, newsPolicy),
    resolve: async (undoing, recordedAt) => resolve(shelf, undoing, recordedAt, newsPolicy),
    markAlerted: async (accountId, findingId, version) =>
      markAlerted(shelf.get(accountId, findingId), version),
    get: async (accountId, findingId) => shelf.get(accountId, findingId)?.finding,
    events: async (accountId, findingId) =>
      [...(shelf.get(accountId, findingId)?.events.values() ?? [])].sort(byEventTime),
    transitions: async (accountId, findingId) => [...(shelf.get(accountId, findingId)?.transitions ?? [])],
    async *transitionsIn(month) {
      yield* shelf
        .all()
        .flatMap(({ transitions }) => transitions)
        .filter(({ at }) => monthOf(at) === month)
        .sort((a, b) => compareText(transitionKeyOf(a), transitionKeyOf(b)));
    },
    openFindings: async (accountId, query) =>
      openPage(
        findings().filter((finding) => finding.accountId === accountId),
        query,
      ),
    async *everyOpen(accountId) {
      yield* findings().filter((finding) => finding.accountId === accountId && finding.status === 'open');
    },
    async *pendingAlerts(before) {
      yield* findings()
        .filter((finding) => isPending(finding) && finding.recordedAt < before)
        .sort((a, b) => compareText(pendingKeyOf(a), pendingKeyOf(b)));
    },
  };
};
