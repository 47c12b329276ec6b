import * as z from 'zod/mini';
import type { ServiceAccess } from '../../../account/snapshot-access.ts';
import { cliTime } from './cli-time.ts';
import { BadShapeError, shaped } from './shape.ts';

const text = z.string('expected text');
const job = z.object({
  Arn: text,
  JobStatus: text,
  JobType: z._default(text, 'SERVICE_LEVEL'),
  JobCreationDate: cliTime,
  Error: z.exactOptional(z.nullable(z.object({ Code: text, Message: text }))),
  ServicesLastAccessed: z._default(
    z.array(
      z.object({
        ServiceName: text,
        ServiceNamespace: text,
        LastAuthenticated: z.exactOptional(z.nullable(cliTime)),
        TrackedActionsLastAccessed: z._default(
          z.array(z.object({ ActionName: text, LastAccessedTime: z.exactOptional(z.nullable(cliTime)) })),
          [],
        ),
      }),
    ),
    [],
  ),
});

const attempt = (time: string | null | undefined): { readonly lastAttemptAt?: string } =>
  time === undefined || time === null ? {} : { lastAttemptAt: time };

/**
 * `aws iam get-service-last-accessed-details`, with the ARN it is of as `Arn`, which the command does not print.
 *
 * @throws BadShapeError also for a job that has not ended well: its list of services would be empty
 */
export const readServiceAccess = (json: unknown): { readonly key: string; readonly value: ServiceAccess } => {
  const found = shaped(job, json);
  if (found.JobStatus !== 'COMPLETED')
    throw new BadShapeError(
      'JobStatus',
      `the job for ${found.Arn} is ${found.JobStatus}${found.Error ? `: ${found.Error.Message}` : ''}`,
    );
  return {
    key: found.Arn,
    value: {
      granularity: found.JobType === 'ACTION_LEVEL' ? 'action' : 'service',
      generatedAt: found.JobCreationDate,
      services: found.ServicesLastAccessed.map((service) => ({
        namespace: service.ServiceNamespace,
        name: service.ServiceName,
        ...attempt(service.LastAuthenticated),
        actions: service.TrackedActionsLastAccessed.map(({ ActionName, LastAccessedTime }) => ({
          name: ActionName,
          ...attempt(LastAccessedTime),
        })),
      })),
    },
  };
};
