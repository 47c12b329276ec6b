import type { HeartbeatState, Heartbeats } from '../../reconcile/heartbeat.ts';

/** Heartbeats in the memory of this process. */
export const memoryHeartbeats = (): Heartbeats => {
  const states = new Map<string, HeartbeatState>();
  const keep = (region: string, field: 'sentAt' | 'seenAt', at: string): void => {
    const known = states.get(region) ?? { region };
    const before = known[field];
    if (before === undefined || before < at) states.set(region, { ...known, [field]: at });
  };
  return {
    noteSent: async (region, at) => keep(region, 'sentAt', at),
    noteSeen: async (region, at) => keep(region, 'seenAt', at),
    all: async () => [...states.values()].sort((a, b) => (a.region < b.region ? -1 : 1)),
  };
};
