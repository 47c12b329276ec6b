import { noTrails, reads, trail, trailSources } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { ofAccount } from '../judge-each.ts';
import { knownTrails } from '../trails.ts';

export const check = defineCheck({
  id: 'cloudtrail-region-not-logging',
  topic: 'monitoring',
  severity: 'high',
  title: 'Region has no trail that logs',
  why: 'What is done there leaves no trace, and Trailwarden hears nothing of it.',
  fix: 'Make a trail of all Regions, or start the one there is: `aws cloudtrail start-logging`.',
  misses: 'Trails of one Region that were not read, and whether the bucket still takes the files.',
  needs: ['trails', 'trailStatus', 'regions'],
  messages: {
    FAIL: { silent: 'No trail logs in {region}.' },
    PASS: { logs: 'In {region} these trails log: {trails}.' },
    NOT_EVALUATED: {
      unknown: 'Whether a trail logs in {region} is not known: the status of {trails} was not read.',
      'no-regions': 'Which Regions are enabled is not known.',
    },
  },

  judge({ sources, account }) {
    if (sources.regions.length === 0) return [ofAccount(account, 'no-regions')];
    const known = knownTrails(sources.trails, sources.trailStatus);
    return sources.regions.map((region) => {
      const about = { resource: account.regionalArn('cloudtrail', region, 'trail'), resourceId: region };
      const here = known.filter(
        ({ trail: { isMultiRegion, homeRegion } }) => isMultiRegion || homeRegion === region,
      );
      const named = (state: boolean | 'unknown') =>
        here.filter(({ isLogging }) => isLogging === state).map((found) => found.trail.name);
      const trails = named(true);
      if (trails.length > 0) return { message: 'logs', ...about, data: { region, trails } };
      const open = named('unknown');
      return open.length > 0
        ? { message: 'unknown', ...about, data: { region, trails: open } }
        : { message: 'silent', ...about, data: { region } };
    });
  },
});

export const examples = (): CheckExample[] => [
  { name: 'no trail', expect: ['silent'], severity: 'high', state: noTrails() },
  { name: 'a trail of all Regions', expect: ['logs', 'logs'], state: trailSources() },
  { name: 'stopped', expect: ['silent', 'silent'], state: trailSources({ status: { isLogging: false } }) },
  {
    name: 'a trail of one Region',
    expect: ['logs', 'silent'],
    state: trailSources({ detail: { isMultiRegion: false } }),
  },
  {
    name: 'a trail whose status nobody asked for',
    expect: ['unknown', 'unknown'],
    state: { ...trailSources(), ...reads({ trailStatus: [] }) },
  },
  {
    name: 'a second one that logs',
    expect: ['logs', 'logs'],
    state: {
      ...trailSources(),
      ...reads({ trails: [trail('other', { isMultiRegion: false }), trail('main')] }),
    },
  },
];
