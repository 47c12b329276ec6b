import * as z from 'zod/mini';

/** Text in one form; the message says what to write. The pattern is published in the JSON Schema, so editors check it as well. */
export const written = (form: RegExp, message: string) => z.string(message).check(z.regex(form, message));

/** A number of an AWS account. */
export const account = written(
  /^\d{12}$/,
  'expected an account number: 12 digits in quotes, e.g. "111122223333" (without quotes a leading zero would be lost)',
);
/** ARN of a role, with `*` for whole parts. */
export const rolePattern = written(
  /^arn:(aws[a-z-]*|\*):iam::(\d{12}|\*):role(\/(\*|[\w+=,.@-]+))+$/,
  'expected the ARN of a role, e.g. "arn:aws:iam::111122223333:role/deploy"; a "*" stands for one whole part between ":" or "/"',
);
/** Key of a tag. */
export const tagKey = written(/^.{1,128}$/u, 'expected the key of a tag');

/** What is said where a list is expected. */
export const listMessage = 'expected a list: one value a line, each after "- "';
/** A list that may be left out. */
export const list = <T extends z.core.$ZodType>(of: T, meaning: string) =>
  z.exactOptional(z.array(of, listMessage).check(z.describe(meaning)));
/** A list whose being empty would say nothing, or call everything wrong. */
export const filled = <T extends z.core.$ZodType>(of: T, meaning: string) =>
  z.exactOptional(
    z
      .array(of, listMessage)
      .check(z.minLength(1, 'is empty: name one at least, or leave the setting out'), z.describe(meaning)),
  );
