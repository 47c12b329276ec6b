import type { AccountReader } from '../../../shared/account/account-reader.ts';
import type { AccountSnapshot } from '../../../shared/account/snapshot.ts';
import { snapshotReader } from '../../../shared/account/snapshot-reader.ts';
import { withAddresses } from '../../../shared/account/with-addresses.ts';
import { sortOnDisk } from '../../../shared/adapters/files/sort-on-disk.ts';
import { memoryEventHistory } from '../../../shared/adapters/memory/event-history.ts';
import { noFactsCause } from '../../../shared/app/defer-event.ts';
import { byEventTime, type OrderedResult, scanInOrder } from '../../../shared/app/scan-in-order.ts';
import type { DeferredEvent, ScanResult } from '../../../shared/app/scan-result.ts';
import { emptyState, type HistoryState } from '../../../shared/history/history-state.ts';
import { knownSince } from '../../../shared/history/known-since.ts';
import { keepSpans } from '../../../shared/history/log-spans.ts';
import { showProgress } from './progress.ts';
import { rulesInForce } from './rules-in-force.ts';
import type { ScanSettings } from './scan-batch.ts';

/** Gathers what the first pass left, to be gone through in the order of time when everything has been read. */
export const gatherDeferred = () => {
  const sorter = sortOnDisk(byEventTime);
  const spans = keepSpans();
  let waiting = 0;
  return {
    async take({ deferred, spans: more }: ScanResult): Promise<void> {
      spans.addAll(more);
      waiting += deferred.length;
      await sorter.add(deferred);
    },
    async *inOrder(): AsyncGenerator<DeferredEvent> {
      const progress = showProgress(waiting, 'events, oldest first');
      let done = 0;
      for await (const event of sorter.inOrder()) {
        yield event;
        progress.at(++done);
      }
      progress.end();
    },
    spans: spans.spans,
    close: () => sorter.close(),
  };
};

const noFacts: AccountReader = {
  read: async () => ({ status: 'unavailable', off: true, cause: noFactsCause }),
};

/** What the second pass knows beyond the log. */
export interface SecondPassFacts {
  readonly snapshots: readonly AccountSnapshot[];
  /** Where addresses are. */
  readonly addresses: AccountReader;
  readonly history?: HistoryState;
}

/** Decides what the first pass left. */
export async function* secondPass(
  gathered: ReturnType<typeof gatherDeferred>,
  scan: ScanSettings,
  { snapshots, addresses, history: before = emptyState }: SecondPassFacts,
): AsyncGenerator<OrderedResult> {
  const ordered = scanInOrder({
    ...scan,
    ruleOf: rulesInForce(scan).ruleOf,
    facts: {
      settings: scan.settings,
      account: withAddresses(snapshotReader(snapshots, noFacts), addresses),
      history: memoryEventHistory({ since: knownSince(before, gathered.spans()), lateDays: 0, before }),
    },
  });
  for await (const event of gathered.inOrder()) yield await ordered.check(event);
}
