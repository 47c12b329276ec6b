/** A source of randomness that a number starts: the same number gives the same sequence on every machine. */
export interface Random {
  /** 0 to below 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Hexadecimal digits. */
  hex(digits: number): string;
  /** Capital letters and digits, as in ids of AWS. */
  code(length: number): string;
  uuid(): string;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state are plenty for names and times. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Makes the sequence that begins with `seed`. */
export const randomFrom = (seed: number): Random => {
  const next = mulberry32(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    const one = list[whole(0, list.length - 1)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const hex = (digits: number): string => {
    let text = '';
    while (text.length < digits)
      text += Math.floor(next() * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    return text.slice(0, digits);
  };
  return {
    next,
    whole,
    pick,
    hex,
    chance: (probability) => next() < probability,
    code: (length) => Array.from({ length }, () => letters[whole(0, letters.length - 1)]).join(''),
    uuid: () => hex(32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5'),
  };
};

const fnv = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** The sequence that belongs to a name: what is made of it does not depend on what was made before. */
export const randomOf = (name: string): Random => randomFrom(fnv(name));
