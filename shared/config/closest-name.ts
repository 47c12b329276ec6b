const distance = (one: string, other: string): number => {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const current = [row + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const replaced = (previous[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
};

/** The known name that was probably meant: by edit distance, at most a third of its letters wrong, case ignored. */
export const closestName = (name: string, known: readonly string[]): string | undefined =>
  known
    .map((candidate) => ({ candidate, wrong: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, wrong }) => wrong <= Math.max(1, candidate.length / 3))
    .sort((one, other) => one.wrong - other.wrong)[0]?.candidate;
