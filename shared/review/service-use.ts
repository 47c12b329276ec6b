import type { ReviewSettings, Thresholds } from '../account/review-settings.ts';
import type { ServiceAccess } from '../account/snapshot-access.ts';
import { isDaysOld } from './age.ts';
import type { Criteria } from './criteria.ts';

/** Services whose unused access is worth telling by itself: money, data, or more access. Prowler: bedrock 60, sagemaker 90. */
const sensitiveByDefault: Readonly<Record<string, number | 'default'>> = {
  bedrock: 60,
  sagemaker: 'default',
  iam: 'default',
  kms: 'default',
  organizations: 'default',
};

/** Days after which access to each sensitive service is stale, by namespace. */
export const sensitiveServices = ({
  settings,
  thresholds,
}: {
  readonly settings: ReviewSettings;
  readonly thresholds: Thresholds;
}): Readonly<Record<string, number>> =>
  settings.sensitiveServices ??
  Object.fromEntries(
    Object.entries(sensitiveByDefault).map(([name, days]) => [
      name,
      days === 'default' ? thresholds.serviceUnusedDays : days,
    ]),
  );

/** The sensitive services that a user or role may call and has not called in time. */
export const staleServices = (access: ServiceAccess, at: number, criteria: Criteria): readonly string[] => {
  const days = sensitiveServices(criteria);
  return access.services
    .filter(({ namespace, lastAttemptAt }) => {
      const limit = Object.hasOwn(days, namespace) ? days[namespace] : undefined;
      return limit !== undefined && (lastAttemptAt === undefined || isDaysOld(at, lastAttemptAt, limit));
    })
    .map(({ namespace }) => namespace)
    .toSorted();
};

/** The most days that any sensitive service may be left alone: who is younger could not have used them for so long. */
export const longestStale = (criteria: Criteria): number =>
  Math.max(0, ...Object.values(sensitiveServices(criteria)));
