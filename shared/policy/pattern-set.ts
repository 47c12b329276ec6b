import { codesOf, one, type Pattern, run } from './pattern.ts';
import type { StepBudget } from './step-budget.ts';

/** A place in the patterns of a set: those that begin alike share it. */
interface PatternNode {
  /** The character that most have only one of behind them, and what is behind it. */
  code?: number;
  next?: PatternNode;
  /** Behind other characters. */
  others?: Map<number, PatternNode>;
  /** Behind a `?`. */
  any?: PatternNode;
  /** Behind a `*`. */
  run?: PatternNode;
  /** Whether it is itself behind a `*`, which takes in whatever comes. */
  readonly isRun: boolean;
  /** The number of a pattern that ends here. */
  ends?: number;
  /** The last walk that came by. */
  seenIn: number;
}

/** Most walks are in so many places at most, which costs a fraction of a step. */
const fewPlaces = 4;
const stepOnFew = 0.25;

/** Where a walk through the patterns may be, after some text. */
export type PatternPlaces = readonly PatternNode[];

const nodeOf = (isRun: boolean): PatternNode => ({ isRun, seenIn: 0 });

const behindCharacter = (node: PatternNode, code: number): PatternNode | undefined =>
  node.code === code ? node.next : node.others?.get(code);

/** The node behind a wildcard or a character; made when it is not there yet. Several `*` in a row are one. */
const behind = (node: PatternNode, code: number): PatternNode => {
  if (code === run) {
    if (node.isRun) return node;
    node.run ??= nodeOf(true);
    return node.run;
  }
  if (code === one) {
    node.any ??= nodeOf(false);
    return node.any;
  }
  const known = behindCharacter(node, code);
  if (known !== undefined) return known;
  const made = nodeOf(false);
  if (node.code === undefined) {
    node.code = code;
    node.next = made;
  } else {
    node.others ??= new Map();
    node.others.set(code, made);
  }
  return made;
};

/**
 * Many patterns as one: their common beginnings are walked once, and a text is held against all of them in one pass. Time is the
 * length of the text times the number of places where the patterns may be at once, mostly one or two.
 */
export class PatternSet {
  readonly #root = nodeOf(false);
  readonly #budget: StepBudget;
  #walk = 0;

  /** @param patterns the number of a pattern is its position; of two that are equal it is that of the first */
  constructor(patterns: readonly Pattern[], budget: StepBudget) {
    this.#budget = budget;
    for (const [index, pattern] of patterns.entries()) {
      let node = this.#root;
      const codes = codesOf(pattern);
      budget.spend(codes.length);
      for (const code of codes) node = behind(node, code);
      node.ends ??= index;
    }
  }

  #add(places: PatternNode[], node: PatternNode): void {
    if (node.seenIn === this.#walk) return;
    node.seenIn = this.#walk;
    places.push(node);
    if (node.run !== undefined) this.#add(places, node.run);
  }

  /** The places before any text. */
  start(): PatternPlaces {
    this.#walk += 1;
    const places: PatternNode[] = [];
    this.#add(places, this.#root);
    return places;
  }

  /** The places one character on; a wildcard as `code` stands for what only an equal or wider wildcard takes in. */
  step(places: PatternPlaces, code: number): PatternPlaces {
    this.#walk += 1;
    this.#budget.spend(places.length <= fewPlaces ? stepOnFew : places.length);
    const further: PatternNode[] = [];
    for (const node of places) {
      if (node.isRun) this.#add(further, node);
      if (code === run) continue;
      const same = behindCharacter(node, code);
      if (same !== undefined) this.#add(further, same);
      if (node.any !== undefined) this.#add(further, node.any);
    }
    return further;
  }

  /** Walks on over a text, from places that some text before it led to. */
  after(places: PatternPlaces, text: string): PatternPlaces {
    let now = places;
    for (let at = 0; at < text.length && now.length > 0; at += 1) now = this.step(now, text.charCodeAt(at));
    return now;
  }

  /** The lowest number of a pattern that ends at one of the places, but for one; undefined when none does. */
  static ending(places: PatternPlaces, except?: number): number | undefined {
    let lowest: number | undefined;
    for (const { ends } of places)
      if (ends !== undefined && ends !== except && (lowest === undefined || ends < lowest)) lowest = ends;
    return lowest;
  }

  /** Whether every text that goes on from the places matches: a pattern ends there with `*`. */
  static takesAll(places: PatternPlaces): boolean {
    return places.some(({ isRun, ends }) => isRun && ends !== undefined);
  }

  /** Whether one of the patterns matches. */
  matches(text: string): boolean {
    return PatternSet.ending(this.after(this.start(), text)) !== undefined;
  }

  /**
   * The lowest number of a pattern, but for one, that matches everything another pattern does; undefined when none does. As
   * `coversPattern`, of which this is the same for many: an answer is certain, none may be wrong.
   */
  covering(pattern: Pattern, except?: number): number | undefined {
    let places = this.start();
    for (const code of codesOf(pattern)) places = this.step(places, code);
    return PatternSet.ending(places, except);
  }
}
