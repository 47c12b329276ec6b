import * as z from 'zod/mini';

/** A setting of the function is missing or malformed. Thrown at cold start, so that it shows at once and not at the hundredth event. */
export class BadEnvironmentError extends Error {
  override readonly name = 'BadEnvironmentError';
}

/**
 * Reads the environment variables that a function needs.
 *
 * @param schema by variable name
 * @param environment `process.env`
 * @throws BadEnvironmentError naming every variable that is wrong, and why
 */
export const readEnvironment = <T extends z.core.$ZodShape>(
  schema: T,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<z.ZodMiniObject<T>> => {
  const result = z.safeParse(z.object(schema), environment);
  if (result.success) return result.data as z.infer<z.ZodMiniObject<T>>;
  const causes = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new BadEnvironmentError(
    `environment of the function: ${causes.join('; ')}. The deployment sets these variables (infra/aws): deploy again.`,
  );
};

/** Text that must not be empty. */
export const text = () => z.string().check(z.minLength(1));

/** Text that may be left out. */
export const optionalText = () => z.optional(text());

/** One of some words. */
export const oneOf = <const T extends readonly string[]>(words: T) =>
  z.enum(words, `one of ${words.join(', ')}`);

/** JSON text of the given shape. */
export const json = <T extends z.core.$ZodType>(shape: T) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((value, context) => {
        try {
          return JSON.parse(value) as unknown;
        } catch (error) {
          context.issues.push({ code: 'custom', message: `no JSON (${String(error)})`, input: value });
          return z.NEVER;
        }
      }),
    ),
    shape,
  );
