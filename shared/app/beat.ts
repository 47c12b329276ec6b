import { type Heartbeats, type HeartbeatVerdict, judgeHeartbeat } from '../reconcile/heartbeat.ts';

/** What a heartbeat needs. */
export interface BeatPorts {
  readonly regions: readonly string[];
  readonly heartbeats: Heartbeats;
  /** Takes on the empty role in a Region: a real call, which CloudTrail records. */
  call(region: string): Promise<void>;
}

/** What became of a Region's heartbeats. */
export interface Beat {
  readonly region: string;
  /** Of the one before; undefined when it is not known. */
  readonly last?: HeartbeatVerdict;
  /** Why the next one could not be made, or the last one not be judged. */
  readonly fault?: string;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const lastOf = async ({ heartbeats }: BeatPorts, now: Date) => {
  const states = new Map((await heartbeats.all()).map((state) => [state.region, state]));
  return (region: string): HeartbeatVerdict => judgeHeartbeat(states.get(region) ?? {}, now.getTime());
};

const beatIn = async (region: string, ports: BeatPorts, now: Date): Promise<string | undefined> => {
  try {
    await ports.call(region);
    await ports.heartbeats.noteSent(region, now.toISOString());
    return undefined;
  } catch (error) {
    return `no heartbeat could be sent: ${messageOf(error)}`;
  }
};

/**
 * Judges the last heartbeat of each Region and sends the next. A call that was made shows, when it comes back, that trail, event rules, queue and
 * function work; nothing else does as long as nobody changes anything. Never throws for what a port does.
 */
export const beat = async (ports: BeatPorts, now: Date): Promise<readonly Beat[]> => {
  let last: ((region: string) => HeartbeatVerdict) | undefined;
  let unread: string | undefined;
  try {
    last = await lastOf(ports, now);
  } catch (error) {
    unread = `what was seen could not be read: ${messageOf(error)}`;
  }
  return Promise.all(
    ports.regions.map(async (region) => {
      const faults = [unread, await beatIn(region, ports, now)].filter((fault) => fault !== undefined);
      return {
        region,
        ...(last ? { last: last(region) } : {}),
        ...(faults.length > 0 ? { fault: faults.join('; ') } : {}),
      };
    }),
  );
};

/** Whether a Region must be told of: its last heartbeat is lost, or nobody can say. */
export const isSilent = ({ last, fault }: Beat): boolean => last === 'missing' || fault !== undefined;
