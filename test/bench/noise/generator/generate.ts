import { randomOf } from './random.ts';
import { type Emit, type Labelled, recordOf } from './record.ts';
import { type Day, dayOf, type Scene, type Size } from './scene.ts';
import { attacks } from './stories/attacks.ts';
import { backups, baseline } from './stories/baseline.ts';
import { chatter } from './stories/chatter.ts';
import { handiwork } from './stories/handiwork.ts';
import { officeDay } from './stories/people.ts';
import { deployments, nightlyPlan, teardowns } from './stories/pipelines.ts';
import { legacyPrograms, onCall } from './stories/programs.ts';
import { roughEdges } from './stories/rough-edges.ts';
import { postureScan, vendorPolling } from './stories/scanners.ts';
import { stackDeployments } from './stories/stacks.ts';
import type { Chatter } from './stories/workloads.ts';

/** What to generate. */
export interface Plan {
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly days: number;
  /** Exactly so many. */
  readonly records: number;
  readonly size: Size;
  /** Whether attackers are at work: not in the days that are to be learnt as usual. */
  readonly attacked: boolean;
}

const ordinary: Readonly<Record<string, (scene: Scene) => void>> = {
  'office day': officeDay,
  'on call': onCall,
  deployments,
  'review environments': teardowns,
  'nightly plan': nightlyPlan,
  stacks: stackDeployments,
  'posture scan': postureScan,
  vendor: vendorPolling,
  backups,
  baseline,
  'work by hand': handiwork,
  'programs outside': legacyPrograms,
  'rough edges': roughEdges,
};

/** What a story tells of a day. The same story and day give the same, whatever else is told. */
const told = (
  tell: (scene: Scene) => void,
  what: Pick<Labelled, 'story' | 'label'>,
  day: Day,
  size: Size,
): readonly Labelled[] => {
  const random = randomOf(`${what.story} ${day.date}`);
  const records: Labelled[] = [];
  const emit: Emit = (at, call) => records.push({ ...what, at, record: recordOf(at, call, random) });
  tell({ day, random, size, emit });
  return records;
};

const totalWeight = chatter.reduce((sum, [weight]) => sum + weight, 0);

/** @param share 0 to below 1: where in the sum of all weights */
const chatterAt = (share: number): Chatter => {
  let left = share * totalWeight;
  for (const [weight, say] of chatter) {
    left -= weight;
    if (left < 0) return say;
  }
  throw new Error(`${share} is not below 1`);
};

/** Fills up to `count` with what goes on all the time, evenly over the days. */
const chatterOf = (days: readonly Day[], count: number): readonly Labelled[] => {
  const random = randomOf(`chatter ${days[0]?.date} ${days.length}`);
  const records: Labelled[] = [];
  const emit: Emit = (at, call) =>
    records.push({ at, label: 'ordinary', story: 'machines', record: recordOf(at, call, random) });
  while (records.length < count) {
    const day = random.pick(days);
    chatterAt(random.next())(day.start + Math.floor(random.next() * 86_399) * 1000, random, emit);
  }
  return records.slice(0, count);
};

/**
 * Records of an imaginary organisation, in the order of time, each with what it is in truth. The same plan gives the same records. It imports
 * nothing of this project but itself: what is ordinary must not be decided by what the rules think of it.
 *
 * @throws Error when the stories alone tell more than `records`
 */
export const generate = ({
  from,
  days: count,
  records: wanted,
  size,
  attacked,
}: Plan): readonly Labelled[] => {
  const days = Array.from({ length: count }, (_, offset) => dayOf(from, offset));
  const stories = days.flatMap((day) => [
    ...Object.entries(ordinary).flatMap(([story, tell]) =>
      told(tell, { story, label: 'ordinary' }, day, size),
    ),
    ...attacks
      .filter(([dayOfTwelve]) => attacked && day.number % 12 === dayOfTwelve)
      .flatMap(([, story, tell]) => told(tell, { story, label: 'attack' }, day, size)),
  ]);
  if (stories.length > wanted)
    throw new Error(`the stories alone are ${stories.length} records, and ${wanted} were asked for`);
  return [...stories, ...chatterOf(days, wanted - stories.length)].toSorted(
    (a, b) => a.at - b.at || (a.record.eventID < b.record.eventID ? -1 : 1),
  );
};
