import { noAccount } from '../../../shared/account/account-reader.ts';
import { noAddresses, withAddresses } from '../../../shared/account/with-addresses.ts';
import { sortOnDisk } from '../../../shared/adapters/files/sort-on-disk.ts';
import { memoryEventHistory } from '../../../shared/adapters/memory/event-history.ts';
import { byEventTime, type OrderedResult, scanInOrder } from '../../../shared/app/scan-in-order.ts';
import type { ScanResult } from '../../../shared/app/scan-result.ts';
import { keepSpans } from '../../../shared/history/log-spans.ts';
import { ruleById } from '../../../shared/rules/catalogue.ts';
import { showProgress } from './progress.ts';
import type { ScanSettings } from './scan-batch.ts';

/** Gathers what the first pass left, and decides it in the order of time when everything has been read. */
export const secondPass = (scan: ScanSettings) => {
  const sorter = sortOnDisk(byEventTime);
  const spans = keepSpans();
  let waiting = 0;

  return {
    async take({ deferred, spans: more }: ScanResult): Promise<void> {
      spans.addAll(more);
      waiting += deferred.length;
      await sorter.add(deferred);
    },
    async *results(): AsyncGenerator<OrderedResult> {
      const ordered = scanInOrder({
        ...scan,
        ruleOf: ruleById,
        facts: {
          settings: scan.settings,
          account: withAddresses(noAccount, noAddresses),
          history: memoryEventHistory({
            since: (accountId) => spans.spans().get(accountId)?.from,
            lateDays: 0,
          }),
        },
      });
      const progress = showProgress(waiting, 'events that need others');
      let done = 0;
      for await (const event of sorter.inOrder()) {
        yield await ordered.check(event);
        progress.at(++done);
      }
      progress.end();
    },
    close: () => sorter.close(),
  };
};
