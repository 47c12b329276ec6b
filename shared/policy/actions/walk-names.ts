import { type PatternPlaces, PatternSet } from '../pattern-set.ts';
import type { ActionCatalogue, ActionDetail } from './action-catalogue.ts';

const commonLength = (a: string, b: string): number => {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
};

/**
 * Walks a set of patterns along each action of a service that some may match. What a name has in common with the one before it, as its
 * verb, is walked once.
 *
 * @param isDecided whether the rest of the name makes no difference
 */
export const walkNames = (
  set: PatternSet,
  service: string,
  catalogue: ActionCatalogue,
  isDecided: (places: PatternPlaces) => boolean,
  visit: (action: ActionDetail, places: PatternPlaces) => void,
): void => {
  const start = set.after(set.start(), `${service}:`);
  if (start.length === 0) return;
  /** The places after so many characters of the name. */
  const walked = [start];
  let before = '';
  for (const action of catalogue.actionsOf(service)) {
    const { name } = action;
    walked.length = Math.min(walked.length, commonLength(before, name) + 1);
    before = name;
    let places = walked.at(-1) ?? start;
    for (let at = walked.length - 1; at < name.length && !isDecided(places); at += 1) {
      places = set.step(places, name.charCodeAt(at));
      walked.push(places);
    }
    if (places.length > 0) visit(action, places);
  }
};

/** The actions of a service that some pattern matches. */
export const matchedOf = (
  set: PatternSet,
  service: string,
  catalogue: ActionCatalogue,
): readonly ActionDetail[] => {
  const found: ActionDetail[] = [];
  const isDecided = (places: PatternPlaces) => places.length === 0 || PatternSet.takesAll(places);
  walkNames(set, service, catalogue, isDecided, (action, places) => {
    if (PatternSet.takesAll(places) || PatternSet.ending(places) !== undefined) found.push(action);
  });
  return found;
};

/** The numbers of the patterns that match some action of a service. */
export const matchingOf = (
  set: PatternSet,
  service: string,
  catalogue: ActionCatalogue,
): ReadonlySet<number> => {
  const found = new Set<number>();
  walkNames(
    set,
    service,
    catalogue,
    ({ length }) => length === 0,
    (_, places) => {
      for (const { ends } of places) if (ends !== undefined) found.add(ends);
    },
  );
  return found;
};
