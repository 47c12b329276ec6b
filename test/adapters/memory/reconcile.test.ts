import { memoryHeartbeats } from '../../../shared/adapters/memory/heartbeats.ts';
import { memoryProcessedEvents } from '../../../shared/adapters/memory/processed-events.ts';
import { memoryReconcileLog } from '../../../shared/adapters/memory/reconcile-log.ts';
import { describeHeartbeats } from '../../contract/heartbeats.ts';
import { describeProcessedEvents } from '../../contract/processed-events.ts';
import { describeReconcileLog } from '../../contract/reconcile-log.ts';

describeProcessedEvents('memory', async () => {
  const events = memoryProcessedEvents();
  return [events, events];
});

describeReconcileLog('memory', async () => {
  const log = memoryReconcileLog();
  return [log, log];
});

describeHeartbeats('memory', async () => {
  const heartbeats = memoryHeartbeats();
  return [heartbeats, heartbeats];
});
