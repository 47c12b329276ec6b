import { type AccountName, accounts } from '../organization.ts';
import type { Call } from '../record.ts';
import { between, clockFrom, type Scene } from '../scene.ts';
import { browser, cli, somebody } from './people.ts';

/** One call of a task; who makes it, and from where, is said once. */
type Step = Pick<Call, 'action'> & Partial<Pick<Call, 'request' | 'response' | 'more' | 'record' | 'error'>>;
/** What is done on a day. */
export type Task = (scene: Scene) => void;

/** Somebody does a task by hand, step by step. */
export const byHand = (
  scene: Scene,
  who: readonly [
    team: 'platform' | 'security' | 'backend' | 'data',
    account: AccountName,
    permissionSet: string,
  ],
  steps: readonly Step[],
  tool: 'console' | 'cli' = 'console',
): void => {
  const [team, account, permissionSet] = who;
  const at = between(scene, 7.5, 15.5);
  const { by, ip } = somebody(scene, team, account, permissionSet, at);
  const next = clockFrom(scene.random, at, [5, 50]);
  for (const step of steps)
    scene.emit(next(), {
      by,
      account: accounts[account],
      ip,
      agent: tool === 'console' ? browser : cli,
      ...step,
      record: { ...(tool === 'console' ? { sessionCredentialFromConsole: 'true' } : {}), ...step.record },
    });
};
