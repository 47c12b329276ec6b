import { hasUnseen } from './clean.ts';

// What no POSIX shell reads as anything but itself; `=` is left out because zsh expands a leading one.
const plainWord = /^[\w@%+:,./-]+$/;

// The AWS CLI reads a file or fetches a page for such a value ("Loading a parameter from a file", AWS CLI User Guide).
const loadsFile = /^(file|fileb|https?):\/\//i;

/**
 * A value as one word of a POSIX command line, in single quotes where needed. Undefined when no command may be printed with it:
 * it has line breaks or characters that cannot be seen, is empty, would be read as an option, or makes the AWS CLI load a file.
 */
export const shellWord = (value: string): string | undefined => {
  if (value === '' || value.startsWith('-') || loadsFile.test(value) || hasUnseen(value)) return undefined;
  return plainWord.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
};
