/** Modifiers that change a value before it is looked for. */
export const encodingNames = [
  'windash',
  'wide',
  'utf16le',
  'utf16be',
  'utf16',
  'base64',
  'base64offset',
] as const;

export type Encoding = (typeof encodingNames)[number];

type Utf16 = 'wide' | 'utf16le' | 'utf16be' | 'utf16';

/** Whether the encoding makes bytes that no log holds as they are, but only in Base64. */
export const isUtf16 = (encoding: Encoding | undefined): encoding is Utf16 =>
  encoding === 'wide' || encoding === 'utf16le' || encoding === 'utf16be' || encoding === 'utf16';

const bytesOf = (value: string, utf16: Utf16 | undefined): Buffer => {
  if (utf16 === undefined) return Buffer.from(value, 'utf8');
  const bytes = Buffer.from(value, 'utf16le');
  if (utf16 === 'utf16be') return bytes.swap16();
  return utf16 === 'utf16' ? Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]) : bytes;
};

/**
 * What of a value's Base64 stays the same wherever in a longer text it stands: one variant for each shift by 0, 1 and 2 bytes. The characters at
 * the ends hold bits of the neighbours and are cut off.
 */
const offsetVariants = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const start = [0, 2, 3][shift] as number;
    const cut = [0, 3, 2][(shift + bytes.length) % 3] as number;
    return encoded.slice(start, encoded.length - cut);
  });

const dashes = ['-', '/', '\u2013', '\u2014', '\u2015'] as const;
const maxDashes = 4;
// A dash that begins a word: `-Command`, `/c`; not the one in `well-known`.
const flagDash = /\B[-/\u2013-\u2015](?=\w)/g;

const dashVariants = (value: string): readonly string[] => {
  const pieces = value.split(flagDash);
  return pieces
    .slice(1)
    .reduce<readonly string[]>(
      (variants, piece) => variants.flatMap((variant) => dashes.map((dash) => `${variant}${dash}${piece}`)),
      [pieces[0] ?? ''],
    );
};

/** The value cannot be encoded; the message says why. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
}

/**
 * The `windash` variants of a value as written, wildcards and all.
 *
 * @throws EncodingError when they would be too many
 */
export const withDashes = (value: string): readonly string[] => {
  if (value.split(flagDash).length - 1 > maxDashes)
    throw new EncodingError(`windash: more than ${maxDashes} dashes in one value; split it with "all"`);
  return dashVariants(value);
};

/** A text as it appears in Base64. */
export const inBase64 = (text: string, how: 'base64' | 'base64offset', utf16?: Utf16): readonly string[] => {
  const bytes = bytesOf(text, utf16);
  return how === 'base64' ? [bytes.toString('base64')] : offsetVariants(bytes);
};
