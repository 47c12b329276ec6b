import type { Judgement } from './diagnosis.ts';
import type { TrailState } from './installation.ts';

/** Whether a trail feeds EventBridge: it does only while it logs, and only what its selectors take. */
export const judgeTrails = (trails: readonly TrailState[]): readonly Judgement[] => {
  const feeding = trails.filter((trail) => trail.logging && trail.managementEvents === 'all');
  if (feeding.length === 0)
    return [
      {
        status: 'fail',
        says:
          trails.length === 0
            ? 'No trail: EventBridge gets no API calls.'
            : `No trail both logs and takes all management events (${trails.map(({ name }) => name).join(', ')}): EventBridge gets no API calls, or not all.`,
        fix: 'Start the trail with `aws cloudtrail start-logging`, and let it take read and write management events. Trailwarden never makes a trail of its own.',
      },
    ];
  const everywhere = feeding.filter(({ multiRegion }) => multiRegion);
  return everywhere.length > 0
    ? [
        {
          status: 'ok',
          says: `${everywhere.map(({ name }) => name).join(', ')} takes all management events of all Regions.`,
        },
      ]
    : [
        {
          status: 'warn',
          says: `${feeding.map(({ name }) => name).join(', ')} takes this Region's management events only.`,
          fix: 'Make it a trail of all Regions: calls elsewhere are neither logged nor seen.',
        },
      ];
};
