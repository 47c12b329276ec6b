import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { type CheckedEvent, checkEvent, RulesUndecidedError } from '../../shared/app/check-event.ts';
import { onceEach } from '../../shared/app/once-each.ts';
import { gatherUses } from '../../shared/app/record-uses.ts';
import { takeNeighbour } from '../../shared/app/take-neighbour.ts';
import type { IamEvent } from '../../shared/events/iam-event.ts';
import { parseMessage } from '../../shared/events/parse-message.ts';
import type { NeighbourFinding } from '../../shared/neighbours/neighbour-finding.ts';
import { parseNeighbours } from '../../shared/neighbours/parse-neighbour.ts';
import { isHeartbeat } from '../../shared/reconcile/heartbeat.ts';
import { isLookedUp } from '../../shared/reconcile/looked-up.ts';
import { count, logger, metrics, recordLatency } from '../../shared/runtime/observability.ts';
import { tell } from './tell.ts';
import { type Ports, wire } from './wire.ts';

// Built once per sandbox, so a bad setting stops the cold start and not the hundredth event.
const portsNow = wire(process.env, tell);
const once = onceEach<CheckedEvent | undefined>({ now: () => Date.now() });
const processor = new BatchProcessor(EventType.SQS);

interface Parsed {
  readonly events: readonly IamEvent[];
  readonly neighbours: readonly NeighbourFinding[];
}

const parse = ({ body, messageId, attributes }: SQSRecord): Parsed => {
  try {
    const neighbours = parseNeighbours(body);
    if (neighbours) return { neighbours, events: [] };
    const receivedAt = new Date(Number(attributes.SentTimestamp)).toISOString();
    return { neighbours: [], events: parseMessage(body, receivedAt) };
  } catch (error) {
    count('EventUnparsable');
    logger.error('message is neither a CloudTrail record nor a finding: it goes to the dead-letter queue', {
      messageId,
      error: error as Error,
    });
    throw error;
  }
};

const reportRules = (event: IamEvent, { crashes, inconclusive }: CheckedEvent): void => {
  for (const { rule, error } of crashes)
    logger.error('rule crashed', { ruleId: rule.id, eventId: event.id, error: error as Error });
  const faults = inconclusive.filter(({ because }) => because === 'unavailable');
  for (const { rule, causes, isPartial = false } of faults)
    logger.warn('rule could not be decided', { ruleId: rule.id, eventId: event.id, causes, isPartial });
  const others = inconclusive.filter(({ because }) => because !== 'unavailable');
  for (const { rule, because, causes } of others)
    logger.debug('rule was not asked', { ruleId: rule.id, eventId: event.id, because, causes });
  count('RuleCrash', crashes.length);
  count('InconclusiveRule', faults.length);
  count('RuleLearning', others.filter(({ because }) => because === 'learning').length);
  count('RuleOff', others.filter(({ because }) => because === 'off').length);
};

const report = (event: IamEvent, checked: CheckedEvent): void => {
  const { findings, alerts } = checked;
  reportRules(event, checked);
  if (findings.length > 0)
    logger.info('event matched', {
      eventId: event.id,
      action: event.action,
      findings: findings.map(({ id }) => id),
      alerts,
    });
  count('EventChecked');
  count('EventMatched', Math.min(1, checked.matches.length));
  count('AlertSent', alerts);
};

const takeHeartbeat = async ({ region, time }: IamEvent, { heartbeats }: Ports): Promise<void> => {
  await heartbeats.noteSeen(region, time);
  count('HeartbeatSeen');
};

const takeOne = async (found: NeighbourFinding, ports: Ports): Promise<void> => {
  const { finding, joined, alerts } = await takeNeighbour(found, ports, new Date().toISOString());
  const { product, id, type, status } = found;
  logger.info('finding of another service', { product, id, type, status, joined, finding: finding?.id });
  count('NeighbourTaken');
  count('AlertSent', alerts);
};

/** @returns undefined for a heartbeat, which no rule looks at */
const checkOne = async (event: IamEvent, tries: number, ports: Ports): Promise<CheckedEvent | undefined> => {
  const now = new Date();
  recordLatency('CallToCheck', now.getTime() - Date.parse(event.time));
  if (isHeartbeat(event, ports.accountId)) {
    await takeHeartbeat(event, ports);
    return undefined;
  }
  try {
    const checked = await checkEvent(event, ports, now.toISOString(), { count: tries });
    report(event, checked);
    return checked;
  } catch (error) {
    if (error instanceof RulesUndecidedError) {
      report(event, error.checked);
      count('EventRetried');
    }
    throw error;
  }
};

type Uses = ReturnType<typeof gatherUses>;

/** What a batch leaves to be written at its end. */
interface Batch {
  /** The events that were processed. */
  readonly done: IamEvent[];
  readonly uses: Uses;
}

const checkMessage = async (message: SQSRecord, { done, uses }: Batch): Promise<void> => {
  const tries = Number(message.attributes.ApproximateReceiveCount);
  const ports = await portsNow();
  const { events, neighbours } = parse(message);
  for (const found of neighbours) await takeOne(found, ports);
  const checked: (readonly [IamEvent, CheckedEvent | undefined])[] = [];
  for (const event of events) {
    const key = `${event.accountId} ${event.region} ${event.id}`;
    const first = await once.run(key, () => checkOne(event, tries, ports));
    if (first) checked.push([event, first.result]);
    else count('EventRepeated');
    done.push(event);
  }
  for (const [event, result] of checked) if (result) uses.take(message.messageId, event, result);
};

/** What is not noted would be called missed and be processed once more, which does no harm: no reason to repeat the batch. */
const noteProcessed = async (done: readonly IamEvent[]): Promise<void> => {
  try {
    const { processed, accountId } = await portsNow();
    await processed.note(done.filter((event) => event.accountId === accountId && isLookedUp(event)));
  } catch (error) {
    count('ProcessedUnnoted');
    logger.error('processed events could not be noted: reconciliation will process them again', {
      events: done.map(({ id }) => id),
      error: error as Error,
    });
  }
};

/** Records the inventory of a batch, after its alerts are out. Messages whose part could not be written are delivered again. */
const recordUses = async (uses: Uses, { batchItemFailures }: SQSBatchResponse): Promise<SQSBatchResponse> => {
  const { inventory } = await portsNow();
  const { messageIds, errors } = await uses.record(inventory);
  for (const error of errors)
    logger.error('inventory not recorded: its events are checked again', { error: error as Error });
  count('InventoryUnrecorded', errors.length);
  return {
    batchItemFailures: [...batchItemFailures, ...messageIds.map((itemIdentifier) => ({ itemIdentifier }))],
  };
};

/** SQS `events` → rules → findings → SNS `alerts`. Failed messages are returned one by one, the rest of the batch is done. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(injectLambdaContext(logger, { resetKeys: true }))
  .use(logMetrics(metrics))
  .handler(async (event, context) => {
    const batch: Batch = { done: [], uses: gatherUses() };
    const check = (message: SQSRecord) => checkMessage(message, batch);
    const options = { context, throwOnFullBatchFailure: false };
    let isDone = false;
    try {
      const response = await processPartialResponse(event, check, processor, options);
      if (batch.done.length > 0) await noteProcessed(batch.done);
      const recorded = await recordUses(batch.uses, response);
      isDone = recorded.batchItemFailures.length === 0;
      return recorded;
    } finally {
      // What is delivered again has something left to do, be it only the inventory of its batch.
      if (!isDone) once.forget();
    }
  });
