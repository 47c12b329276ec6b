import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type { CollectNews } from '../../shared/app/collect-account.ts';
import { type Night, reviewNight } from '../../shared/app/review-night.ts';
import type { SettingsNews } from '../../shared/app/settings-in-force.ts';
import { count, logger, metrics } from '../../shared/runtime/observability.ts';
import { wire } from './wire.ts';

/** What the schedule sends; a person may send nothing. */
interface ReviewEvent {
  /** When the run was due, ISO 8601: the same when it is tried again. */
  readonly scheduledAt?: string;
}

/** What is answered to a person who starts a review by hand. */
interface ReviewAnswer extends Pick<Night, 'accountId' | 'runId' | 'recorded' | 'resolved' | 'calls'> {
  readonly digest: Pick<Night['digest'], 'id' | 'verdicts'>;
}

const tellSettings = (news: SettingsNews): void => {
  if (news.kind === 'in-force') return;
  count('SettingsRefused');
  logger.error('settings could not be used: those of before are in force', { ...news });
};

const tellProgress = (news: CollectNews): void => {
  if (news.kind !== 'read') return;
  const failures = Object.entries(news.collected.failures).slice(0, 5);
  if (failures.length > 0)
    logger.warn('calls were answered with an error', {
      source: news.source,
      failures: Object.fromEntries(failures),
    });
};

const wired = wire(process.env, tellSettings);

/** What is left for judging and for writing, when no more users and roles are asked about. */
const reserveMillis = 240_000;

const report = (night: Night): void => {
  const { digest, accountId, runId, calls, accessLeft, faults, recorded, resolved, failures } = night;
  for (const { file, cause } of faults) logger.error('an answer of AWS could not be read', { file, cause });
  logger.info('account reviewed', {
    accountId,
    runId,
    verdicts: digest.verdicts,
    recorded,
    resolved,
    calls,
    accessLeft,
    failures: failures.slice(0, 20),
  });
  count('AccountReviewed');
  count('ReviewApiCalls', calls);
  count('UnjudgedVerdicts', digest.verdicts.notEvaluated);
  count('UnreadAnswers', faults.length);
};

const review = async ({ scheduledAt }: ReviewEvent, context: Context): Promise<ReviewAnswer> => {
  const { settings } = await wired.settings();
  const ports = wired.ports(settings, {
    hasTime: () => context.getRemainingTimeInMillis() > reserveMillis,
    tell: tellProgress,
  });
  const { accountId } = wired;
  // Lambda tries a failed run again under the same request id.
  const run = { accountId, runId: scheduledAt ?? context.awsRequestId, at: Date.now() };
  const night = await reviewNight({ ...run, settings }, ports);
  report(night);
  const { id, verdicts } = night.digest;
  const { runId, recorded, resolved, calls } = night;
  return { accountId, runId, recorded, resolved, calls, digest: { id, verdicts } };
};

/** Scheduler, every night: the account is read, judged and its findings brought up to date; one digest tells what changed. */
export const handler = middy<ReviewEvent, ReviewAnswer>()
  .use(injectLambdaContext(logger, { resetKeys: true }))
  .use(logMetrics(metrics))
  .handler(review);
