import { Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { sendTo } from './permissions.ts';

/** A function that runs by the clock. */
export interface ScheduledRun {
  readonly function: IFunction;
  /** What the schedule is for, as the console shows it. */
  readonly description: string;
  /** `rate(…)` or `cron(…)`. */
  readonly expression: string;
  /** As the IANA names it; default UTC. */
  readonly timeZone?: string;
  /** What the function gets; default nothing. */
  readonly input?: Readonly<Record<string, string>>;
  /** Seconds after which a run that could not be started is of no use, since the next one does its work. */
  readonly maxAge: number;
  /** Where runs that could not be started are put. */
  readonly missedRuns: IQueue;
}

export interface SchedulesProps {
  readonly roleName: string;
  readonly runs: Readonly<Record<string, ScheduledRun>>;
}

/** Starts functions by the clock, with one role that may start these and nothing else. */
export class Schedules extends Construct {
  constructor(scope: Construct, id: string, { roleName, runs }: SchedulesProps) {
    super(scope, id);
    const all = Object.values(runs);
    const start = new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: all.map((run) => run.function.functionArn),
    });
    const role = new Role(this, 'Role', {
      roleName,
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      inlinePolicies: {
        Own: new PolicyDocument({ statements: [start, sendTo(...all.map(({ missedRuns }) => missedRuns))] }),
      },
    });
    for (const [name, run] of Object.entries(runs)) this.schedule(name, run, role);
  }

  private schedule(name: string, run: ScheduledRun, role: Role): void {
    new CfnSchedule(this, name, {
      description: run.description,
      scheduleExpression: run.expression,
      ...(run.timeZone === undefined ? {} : { scheduleExpressionTimezone: run.timeZone }),
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: run.function.functionArn,
        roleArn: role.roleArn,
        ...(run.input === undefined ? {} : { input: JSON.stringify(run.input) }),
        deadLetterConfig: { arn: run.missedRuns.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: run.maxAge, maximumRetryAttempts: 3 },
      },
    });
  }
}
