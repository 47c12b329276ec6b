import { byTime, millisOf, reachMillis } from './noted-order.ts';
import type { HistoryNeed, KnownHistory, NotedEvent } from './window.ts';

type SequenceNeed = Extract<HistoryNeed, { kind: 'sequence' }>;

/** CloudTrail's times are whole seconds, so events of one time count as in order, whichever it was. */
const canFollow = (earlier: NotedEvent, later: NotedEvent): boolean => earlier.time <= later.time;

const before = (next: NotedEvent, step: string, sorted: readonly NotedEvent[], used: Set<NotedEvent>) =>
  sorted.findLast((one) => one.value === step && !used.has(one) && canFollow(one, next));

const after = (last: NotedEvent, step: string, sorted: readonly NotedEvent[], used: Set<NotedEvent>) =>
  sorted.find((one) => one.value === step && !used.has(one) && canFollow(last, one));

/** The steps around the event at one place of the sequence, each as near to it as can be: the shortest span there is. */
const around = (
  { steps }: SequenceNeed,
  place: number,
  event: NotedEvent,
  sorted: readonly NotedEvent[],
): readonly NotedEvent[] => {
  const own = sorted.find((one) => one.id === event.id && one.value === event.value) ?? event;
  const used = new Set([own]);
  const chain = [own];
  for (const step of steps.slice(0, place).reverse()) {
    const found = before(chain[0] ?? own, step, sorted, used);
    if (!found) break;
    used.add(found);
    chain.unshift(found);
  }
  for (const step of steps.slice(place + 1)) {
    const found = after(chain.at(-1) ?? own, step, sorted, used);
    if (!found) break;
    used.add(found);
    chain.push(found);
  }
  return chain;
};

const spanOf = (chain: readonly NotedEvent[]): number => {
  const [first, last] = [chain[0], chain.at(-1)];
  return first && last ? millisOf(last) - millisOf(first) : 0;
};

/**
 * Looks for all steps in their order within the window, with the event as one of them.
 *
 * @param event with its step as `value`
 * @param noted what is noted under the key, the event included, in any order; `value` is the step
 * @returns when met, one event a step; else the steps next to the event that were found
 */
export const findSequence = (
  need: SequenceNeed,
  event: NotedEvent,
  noted: readonly NotedEvent[],
): KnownHistory => {
  const sorted = noted.toSorted(byTime);
  const places = need.steps.flatMap((step, place) => (step === need.step ? [place] : []));
  const chains = places.map((place) => around(need, place, event, sorted));
  const whole = chains.find(
    (chain) => chain.length === need.steps.length && spanOf(chain) <= reachMillis(need.withinMinutes),
  );
  if (whole) return { status: 'met', count: whole.length, events: whole };
  return { status: 'not-met', count: 1, events: [event] };
};
