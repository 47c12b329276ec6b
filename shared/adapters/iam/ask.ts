/** AWS was asked and gave no answer; the message names the action and what to do. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  /** Whether AWS may answer a little later. */
  readonly isTransient: boolean;

  constructor(message: string, options: ErrorOptions & { readonly isTransient?: boolean } = {}) {
    super(message, options);
    this.isTransient = options.isTransient ?? false;
  }
}

const denied = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation)$/;
const throttled = /^(Throttling|ThrottlingException|TooManyRequestsException|RequestLimitExceeded)$/;
const timedOut = /^(AbortError|TimeoutError)$/;
/** Nothing that a later try would mend: a permission that is missing, a question that AWS does not understand. */
const permanent = /Denied|NotAuthorized|Unauthorized|Validation|Invalid|Malformed/;

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const causeOf = (action: string, error: unknown): string => {
  const name = nameOf(error);
  if (denied.test(name))
    return `${action} was denied: allow it to the role of the function (docs/permissions.md) and look for a policy that forbids it`;
  if (throttled.test(name))
    return `${action} was throttled by AWS: the account makes too many such calls just now; it will be asked again`;
  if (timedOut.test(name))
    return `${action} gave no answer in time: is the endpoint reachable from the function's network? It will be asked again`;
  return `${action} failed: ${error instanceof Error ? `${name}: ${error.message}` : String(error)}`;
};

/** Whether AWS said that there is no such thing, which is an answer. */
const isAbsent = (error: unknown): boolean => nameOf(error).startsWith('NoSuchEntity');

/**
 * Makes a call to AWS.
 *
 * @param action as permissions write it, e.g. `iam:GetRole`
 * @returns undefined when AWS says that there is no such thing
 * @throws NoAnswerError for every other error
 */
export const ask = async <T>(action: string, call: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await call();
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw new NoAnswerError(causeOf(action, error), {
      cause: error,
      isTransient: !permanent.test(nameOf(error)),
    });
  }
};

/** All items of an answer that comes in pages. */
export const allOf = async <P, T>(
  pages: AsyncIterable<P>,
  itemsOf: (page: P) => readonly T[] | undefined,
): Promise<readonly T[]> => {
  const items: T[] = [];
  for await (const page of pages) items.push(...(itemsOf(page) ?? []));
  return items;
};
