import type { Connection } from './connection.ts';

/** What was deployed, as the checks need to know it. Made by run.ts, handed over in the environment variable below. */
export interface Installation extends Connection {
  /** Origin of the fake Slack. */
  readonly slack: string;
  /** Origin of the fake CloudTrail. */
  readonly cloudTrail: string;
  readonly table: string;
  readonly historyTable: string;
  readonly alertsTopic: string;
  readonly mailTopic: string;
  /** URLs. */
  readonly queues: {
    readonly events: string;
    readonly eventsDlq: string;
    readonly notify: string;
    readonly notifyDlq: string;
    readonly deliver: string;
    readonly deliverDlq: string;
  };
  /** Function names. */
  readonly functions: {
    readonly checkEvent: string;
    readonly housekeeping: string;
    readonly reconcile: string;
    readonly review: string;
  };
  /** Name of the bucket with snapshots and verdicts. */
  readonly reviewBucket: string;
}

const variable = 'TRAILWARDEN_E2E_INSTALLATION';

/** The environment variable that carries an installation to the checks. */
export const handOver = (installation: Installation): Record<string, string> => ({
  [variable]: JSON.stringify(installation),
});

/** The installation that run.ts has deployed. @throws Error when the checks were started without it */
export const deployedInstallation = (): Installation => {
  const text = process.env[variable];
  if (text === undefined)
    throw new Error(
      'nothing is deployed: these checks are run by `npm run e2e`, which starts MiniStack and deploys',
    );
  return JSON.parse(text) as Installation;
};
