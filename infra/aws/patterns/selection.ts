import type { DetailPattern, Tier } from '../../../shared/rules/trigger.ts';
import {
  type AskedFor,
  type Branch,
  branchesFor,
  channelNames,
  channels,
  eventSourceOf,
} from './branches.ts';
import {
  type EventKind,
  type EventPattern,
  maxPatternLength,
  patternOf,
  type SelectionRule,
} from './event-pattern.ts';
import { exceptOwnCalls } from './own-calls.ts';

// These services append an API version to the name: AddPermission20150331v2, UpdateDistribution2020_05_31.
const versioned = new Set(['lambda', 'cloudfront']);

const asDetail = (branch: Branch): DetailPattern => {
  if ('detail' in branch) return branch.detail;
  const { service, names, where } = branch;
  return {
    eventSource: eventSourceOf(service),
    eventName: versioned.has(service) ? names.map((name) => ({ prefix: name })) : names,
    ...where,
  };
};

/**
 * Rule combinations as EventBridge counts them: the product of the lengths of all `$or` in the pattern, at most 1,000
 * (EventBridge User Guide, "Comparison operators", `$or`).
 */
const combinationsOf = (node: unknown): number => {
  if (typeof node !== 'object' || node === null) return 1;
  return Object.entries(node)
    .map(([key, value]) => combinationsOf(value) * (key === '$or' && Array.isArray(value) ? value.length : 1))
    .reduce((product, factor) => product * factor, 1);
};

const maxCombinations = 1000;

const fits = (pattern: EventPattern): boolean =>
  JSON.stringify(pattern).length <= maxPatternLength && combinationsOf(pattern) <= maxCombinations;

/** Takes one branch after the other, and of a list of calls as many names as there is room for. */
const pack = (
  branches: readonly Branch[],
  conditions: readonly DetailPattern[],
  kind: EventKind | undefined,
): readonly EventPattern[] => {
  const toPattern = (packed: readonly Branch[]) => patternOf(packed.map(asDetail), conditions, kind);
  const done: EventPattern[] = [];
  let current: readonly Branch[] = [];
  const close = () => {
    if (current.length > 0) done.push(toPattern(current));
    current = [];
  };
  const pieces = branches
    .flatMap(inPieces)
    .flatMap((piece) => inHalves(piece, (one) => fits(toPattern([one]))));
  for (const piece of pieces) {
    if (!fits(toPattern(joined(current, piece)))) close();
    current = joined(current, piece);
    if (!fits(toPattern(current)))
      throw new Error(
        `an event pattern of one branch is longer than ${maxPatternLength} characters: ${JSON.stringify(asDetail(piece))}. Shorten the "where" of the trigger.`,
      );
  }
  close();
  return done;
};

const inPieces = (branch: Branch): readonly Branch[] =>
  'detail' in branch ? [branch] : branch.names.map((name) => ({ ...branch, names: [name] }));

/** A filter that lists many names, cut until each part fits: the names of our own roles leave little room. */
const inHalves = (branch: Branch, isShort: (one: Branch) => boolean): readonly Branch[] => {
  const names = 'detail' in branch ? branch.detail['eventName'] : undefined;
  if (!('detail' in branch) || !Array.isArray(names) || names.length < 2 || isShort(branch)) return [branch];
  const middle = Math.ceil(names.length / 2);
  return [names.slice(0, middle), names.slice(middle)].flatMap((half) =>
    inHalves({ ...branch, detail: { ...branch.detail, eventName: half } }, isShort),
  );
};

const joined = (packed: readonly Branch[], piece: Branch): readonly Branch[] => {
  const last = packed.at(-1);
  const sameService =
    last && 'service' in last && 'service' in piece && last.service === piece.service ? last : undefined;
  if (!sameService || 'detail' in piece) return [...packed, piece];
  return [...packed.slice(0, -1), { ...sameService, names: [...sameService.names, ...piece.names] }];
};

/** What the patterns of one installation are made for. */
export interface Selection {
  readonly rules: readonly AskedFor[];
  readonly tier: Tier;
  /**
   * ARNs of the roles of this installation, as long as they will be once partition and account are known: patterns are split
   * by their length.
   */
  readonly ownRoleArns: readonly string[];
}

/**
 * The EventBridge rules that bring an installation what its rules want to see, and as little else as the pattern language
 * allows. Deterministic: same rules, same names and patterns.
 *
 * @throws Error when a trigger's filter is too long for a pattern or collides with the exception for our own reads
 */
export const selectionRules = ({ rules, tier, ownRoleArns }: Selection): readonly SelectionRule[] => {
  const branches = branchesFor(rules, tier);
  return channelNames.flatMap((channel) => {
    const { state, exception, ...of } = channels[channel];
    return pack(
      branches.filter((branch) => branch.channel === channel),
      exceptOwnCalls(exception, ownRoleArns),
      'kind' in of ? of.kind : undefined,
    ).map((pattern, index) => ({ name: `${channel}-${index + 1}`, state, pattern }));
  });
};
