import type { Deployment } from '../config/deployment.ts';
import { type HeartbeatState, judgeHeartbeat } from '../reconcile/heartbeat.ts';
import type { Judgement } from './diagnosis.ts';
import type { Heartbeats } from './installation.ts';

/** One is sent each hour; a run may be late. */
const sentWithin = 135 * 60_000;

const look =
  'docs/operating.md, "Whether everything arrived", says where to look; the log of reconcile names the cause.';

const judgeRegion = (region: string, state: HeartbeatState | undefined, now: number): Judgement => {
  if (state?.sentAt === undefined)
    return {
      status: 'warn',
      says: `No heartbeat was sent in ${region} yet: there is one at minute 35 of each hour.`,
      fix: 'Wait for it. If there is none after an hour, read the log of reconcile.',
    };
  if (now - Date.parse(state.sentAt) > sentWithin)
    return {
      status: 'fail',
      says: `The last heartbeat of ${region} was sent at ${state.sentAt}: the hourly run does not take place, or the call fails.`,
      fix: look,
    };
  const seen = state.seenAt === undefined ? 'none ever did' : `the last that did is of ${state.seenAt}`;
  if (judgeHeartbeat(state, now) === 'missing')
    return {
      status: 'fail',
      says: `The heartbeat sent in ${region} at ${state.sentAt} did not come back; ${seen}: calls there may not be seen.`,
      fix: look,
    };
  return {
    status: 'ok',
    says:
      state.seenAt === undefined
        ? `The first heartbeat of ${region} is under way, sent at ${state.sentAt}.`
        : `Calls in ${region} arrive: the heartbeat of ${state.seenAt} came back.`,
  };
};

/** Whether the hourly call of each Region came back. */
export const judgeHeartbeats = (
  { at, states }: Heartbeats,
  { homeRegion, forwardFrom }: Pick<Deployment, 'homeRegion' | 'forwardFrom'>,
): readonly Judgement[] =>
  [homeRegion, ...forwardFrom].map((region) =>
    judgeRegion(
      region,
      states.find((state) => state.region === region),
      Date.parse(at),
    ),
  );
