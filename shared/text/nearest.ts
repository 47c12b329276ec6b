/** Edits (insert, delete, replace, swap of neighbours) that make `a` into `b`: the optimal string alignment distance. */
const distance = (a: string, b: string): number => {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (same ? 0 : 1),
          swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
};

/** The share of a word that may be mistyped for another still to count as meant. */
const tolerance = 0.4;

/** What of `known` was probably meant by `given`, best first, at most three; empty when nothing is near. */
export const nearest = (given: string, known: readonly string[]): readonly string[] => {
  const wanted = given.toLowerCase();
  const score = (name: string) =>
    wanted.length > 2 && name.includes(wanted) ? 0 : distance(wanted, name) / Math.max(wanted.length, 1);
  return known
    .map((name) => ({ name, score: score(name) }))
    .filter((candidate) => candidate.score <= tolerance)
    .sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map((candidate) => candidate.name);
};
