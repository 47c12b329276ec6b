interface Head<T> {
  readonly value: T;
  readonly rest: AsyncIterator<T>;
}

const headOf = async <T>(rest: AsyncIterator<T>): Promise<readonly Head<T>[]> => {
  const { done, value } = await rest.next();
  return done ? [] : [{ value, rest }];
};

const firstOf = <T>(heads: readonly Head<T>[], compare: (a: T, b: T) => number): Head<T> | undefined =>
  heads.reduce<Head<T> | undefined>(
    (first, head) => (first === undefined || compare(head.value, first.value) < 0 ? head : first),
    undefined,
  );

/** Merges sorted streams into one sorted stream; of each it holds one element (and what the stream itself reads ahead). */
export const mergeInOrder = async function* <T>(
  streams: readonly AsyncIterable<T>[],
  compare: (a: T, b: T) => number,
): AsyncGenerator<T> {
  const iterators = streams.map((stream) => stream[Symbol.asyncIterator]());
  let heads: readonly Head<T>[] = (await Promise.all(iterators.map(headOf))).flat();
  for (let first = firstOf(heads, compare); first; first = firstOf(heads, compare)) {
    yield first.value;
    const taken = first;
    const next = await headOf(taken.rest);
    heads = [...heads.filter((head) => head !== taken), ...next];
  }
};
