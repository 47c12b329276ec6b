/** Kleene's three values: whether something holds, does not, or cannot be told from what is known. */
export type Truth = 'yes' | 'no' | 'unknown';

export const truthOf = (holds: boolean): Truth => (holds ? 'yes' : 'no');

export const not = (value: Truth): Truth => (value === 'yes' ? 'no' : value === 'no' ? 'yes' : 'unknown');

/** Whether it holds for all of a list; `yes` for none. Asks no further than needed. */
export const allOf = <T>(list: readonly T[], ask: (item: T) => Truth): Truth => {
  let answer: Truth = 'yes';
  for (const item of list) {
    const one = ask(item);
    if (one === 'no') return 'no';
    if (one === 'unknown') answer = 'unknown';
  }
  return answer;
};

/** Whether it holds for at least one of a list; `no` for none. Asks no further than needed. */
export const anyOf = <T>(list: readonly T[], ask: (item: T) => Truth): Truth => {
  let answer: Truth = 'no';
  for (const item of list) {
    const one = ask(item);
    if (one === 'yes') return 'yes';
    if (one === 'unknown') answer = 'unknown';
  }
  return answer;
};

const itself = (value: Truth): Truth => value;

/** All of these. */
export const both = (...values: readonly Truth[]): Truth => allOf(values, itself);

/** At least one of these. */
export const either = (...values: readonly Truth[]): Truth => anyOf(values, itself);
