/** Kleene's three values: whether something holds, does not, or cannot be told from what is known. */
export type Truth = 'yes' | 'no' | 'unknown';

export const truthOf = (holds: boolean): Truth => (holds ? 'yes' : 'no');

export const not = (value: Truth): Truth => (value === 'yes' ? 'no' : value === 'no' ? 'yes' : 'unknown');

/** All of them; `yes` for none. */
export const allOf = (values: readonly Truth[]): Truth => {
  let answer: Truth = 'yes';
  for (const value of values) {
    if (value === 'no') return 'no';
    if (value === 'unknown') answer = 'unknown';
  }
  return answer;
};

/** At least one of them; `no` for none. */
export const anyOf = (values: readonly Truth[]): Truth => {
  let answer: Truth = 'no';
  for (const value of values) {
    if (value === 'yes') return 'yes';
    if (value === 'unknown') answer = 'unknown';
  }
  return answer;
};
