import {
  accessKey,
  exampleAccount,
  exampleAt,
  notApplicable,
  report,
  reported,
  reportedKey,
  reportRow,
  rootRow,
  slots,
  snapshotOf,
} from '../../shared/account/example.ts';
import type { AccountSnapshot, SnapshotSources, SnapshotValues } from '../../shared/account/snapshot.ts';
import { memoryFindingStore } from '../../shared/adapters/memory/finding-store.ts';
import type { Digest } from '../../shared/alerts/digest.ts';
import { type ReviewPorts, type ReviewRequest, reviewAccount } from '../../shared/app/review-account.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import type { FindingStore } from '../../shared/findings/finding-store.ts';
import { checks } from '../../shared/review/checks/index.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';

const day = 24 * 60 * 60 * 1000;

/** The time of a night, epoch milliseconds; night 0 is the examples' time. */
export const night = (number: number): number => Date.parse(exampleAt) + number * day;

/** ISO 8601, some hours after a night. */
export const dayAfter = (number: number, hours: number): string =>
  new Date(night(number) + hours * 60 * 60 * 1000).toISOString();

/** Sources that were read when a night began. */
export const readOn = (number: number, values: Partial<SnapshotValues>): Partial<SnapshotSources> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { status: 'read', value, readAt: new Date(night(number)).toISOString() },
    ]),
  );

export const denied = (call: string) =>
  ({ status: 'unavailable', reason: 'denied', cause: `${call} was denied` }) as const;

/** A user with one key, made and last used so many days before night 0. */
export const withKey = (id: string, { age, active = true }: { age: number; active?: boolean }) => ({
  ...report(rootRow(), reportRow('kim', { keys: slots(reportedKey(age, notApplicable, active)) })),
  accessKeys: [accessKey('kim', id, age, active)],
});

/** A user whose key was used today and whose console password was not, for so many days. */
export const withPassword = (unusedDays: number) =>
  report(
    rootRow(),
    reportRow('lee', {
      password: {
        enabled: true,
        lastUsed: reported(unusedDays),
        lastChanged: reported(unusedDays),
        nextRotation: notApplicable,
      },
      mfaActive: true,
    }),
  );

/** One account under review, night after night. */
export const reviewedAccount = (
  ids: readonly string[],
  store: FindingStore = memoryFindingStore(),
  over: Partial<ReviewPorts> = {},
) => {
  const digests: Digest[] = [];
  const ports: ReviewPorts = {
    checks: checks.filter(({ id }) => ids.includes(id)),
    ruleOf: ruleById,
    store,
    digests: { send: async (digest) => void digests.push(digest) },
    ...over,
  };
  return {
    store,
    digests,
    review: (number: number, sources: Partial<SnapshotSources>, request: Partial<ReviewRequest> = {}) => {
      const snapshot: AccountSnapshot = snapshotOf(sources);
      return reviewAccount(
        { snapshot, settings: { account: {} }, at: night(number), runId: `night-${number}`, ...request },
        ports,
      );
    },
    open: async (): Promise<readonly Finding[]> => Array.fromAsync(store.everyOpen(exampleAccount)),
  };
};
