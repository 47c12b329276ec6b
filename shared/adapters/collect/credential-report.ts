import {
  GenerateCredentialReportCommand,
  GetCredentialReportCommand,
  type GetCredentialReportResponse,
} from '@aws-sdk/client-iam';
import { ask, CallFailedError } from './calls.ts';
import type { Aws, ReadSource } from './reading.ts';

const hour = 3_600_000;
/** AWS makes a new report every four hours at most ("Getting credential reports", IAM User Guide). */
const freshFor = 4 * hour;
const waitMillis = 5_000;
/** Two minutes: in a large account a report takes about one. */
const longestWait = 24;

/** GetCredentialReport, IAM API Reference, "Errors": as the SDK and as the wire name them. */
const notThere = /ReportNotPresent|ReportExpired|ReportNotReady|ReportInProgress/;

const existing = async ({ clients }: Aws): Promise<GetCredentialReportResponse | undefined> => {
  try {
    return await ask('GetCredentialReport', () => clients.iam.send(new GetCredentialReportCommand({})));
  } catch (error) {
    if (error instanceof CallFailedError && notThere.test(error.failed.code)) return undefined;
    throw error;
  }
};

const ageOf = (report: GetCredentialReportResponse | undefined, { now }: Aws): number =>
  now() - (report?.GeneratedTime?.getTime() ?? Number.NEGATIVE_INFINITY);

const generated = async (aws: Aws): Promise<GetCredentialReportResponse> => {
  for (let tries = 0; tries < longestWait; tries += 1) {
    const { State } = await ask('GenerateCredentialReport', () =>
      aws.clients.iam.send(new GenerateCredentialReportCommand({})),
    );
    const report = State === 'COMPLETE' ? await existing(aws) : undefined;
    if (report) return report;
    await aws.delay(waitMillis);
  }
  const message = `AWS has not made the report within ${(longestWait * waitMillis) / 1000} seconds`;
  throw new CallFailedError('GenerateCredentialReport', { code: 'ReportInProgress', message }, undefined);
};

/** The credential report, made anew unless there is one that AWS would give again anyway. */
export const readCredentialReport: ReadSource = async (aws) => {
  const readAt = new Date(aws.now()).toISOString();
  try {
    const there = await existing(aws);
    const report = there && ageOf(there, aws) < freshFor ? there : await generated(aws);
    const text = new TextDecoder().decode(report.Content);
    const madeAt = report.GeneratedTime?.toISOString() ?? readAt;
    return { files: [{ path: 'credential-report.csv', text, readAt: madeAt }], failures: {}, readAt };
  } catch (error) {
    if (!(error instanceof CallFailedError)) throw error;
    return { files: [], failures: { [error.call]: error.failed }, readAt };
  }
};
