import {
  GenerateServiceLastAccessedDetailsCommand,
  GetServiceLastAccessedDetailsCommand,
  type GetServiceLastAccessedDetailsResponse,
  type ServiceLastAccessed,
} from '@aws-sdk/client-iam';
import type { Collected } from '../../account/collected.ts';
import { ask, CallFailedError } from './calls.ts';
import { type Aws, fileNameOf, jsonFile } from './reading.ts';

const generate = 'GenerateServiceLastAccessedDetails';
const get = 'GetServiceLastAccessedDetails';

/** Milliseconds before each look at a job; most are done within the first. */
const waits = [300, 700, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000] as const;

const page = ({ clients }: Aws, JobId: string, Marker?: string) =>
  ask(get, () =>
    clients.iam.send(
      new GetServiceLastAccessedDetailsCommand({
        JobId,
        MaxItems: 1000,
        ...(Marker === undefined ? {} : { Marker }),
      }),
    ),
  );

const endOf = async (aws: Aws, jobId: string): Promise<GetServiceLastAccessedDetailsResponse> => {
  for (const wait of waits) {
    await aws.delay(wait);
    const job = await page(aws, jobId);
    if (job.JobStatus !== 'IN_PROGRESS') return job;
  }
  throw new CallFailedError(
    get,
    { code: 'JobInProgress', message: 'the job did not end in time' },
    undefined,
  );
};

/** The services themselves, without what no check asks for: an administrator has four hundred. */
const printed = ({
  ServiceName,
  ServiceNamespace,
  LastAuthenticated,
  TrackedActionsLastAccessed,
}: ServiceLastAccessed) => ({
  ServiceName,
  ServiceNamespace,
  LastAuthenticated,
  TrackedActionsLastAccessed: TrackedActionsLastAccessed?.map(({ ActionName, LastAccessedTime }) => ({
    ActionName,
    LastAccessedTime,
  })),
});

const detailsOf = async (aws: Aws, Arn: string): Promise<unknown> => {
  const { JobId = '' } = await ask(generate, () =>
    aws.clients.iam.send(new GenerateServiceLastAccessedDetailsCommand({ Arn })),
  );
  const job = await endOf(aws, JobId);
  if (job.JobStatus !== 'COMPLETED') {
    const { Code = 'JobFailed', Message = 'the job failed' } = job.Error ?? {};
    throw new CallFailedError(get, { code: Code, message: Message }, undefined);
  }
  const services = (job.ServicesLastAccessed ?? []).map(printed);
  let { Marker } = job.IsTruncated ? job : {};
  while (Marker !== undefined) {
    const next: GetServiceLastAccessedDetailsResponse = await page(aws, JobId, Marker);
    services.push(...(next.ServicesLastAccessed ?? []).map(printed));
    Marker = next.IsTruncated ? next.Marker : undefined;
  }
  const { JobStatus, JobType, JobCreationDate } = job;
  return { Arn, JobStatus, JobType, JobCreationDate, ServicesLastAccessed: services };
};

/**
 * Services last accessed of a user or role. A job is read by who made it, at once: AWS lets nobody else read it, and many jobs at the same time
 * are throttled sooner than the same number one after another.
 */
export const readServiceAccess = async (aws: Aws, arn: string): Promise<Collected> => {
  const readAt = aws.now();
  const told = new Date(readAt).toISOString();
  try {
    const file = jsonFile(`service-last-accessed/${fileNameOf(arn)}`, await detailsOf(aws, arn), readAt);
    return { files: [file], failures: {}, readAt: told };
  } catch (error) {
    if (!(error instanceof CallFailedError)) throw error;
    return { files: [], failures: { [`${error.call}@${arn}`]: error.failed }, readAt: told };
  }
};
