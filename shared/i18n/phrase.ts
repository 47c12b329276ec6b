/**
 * Phrases of ours that rules put into the data of a finding (`an unknown user`, `user alice`), by the placeholder they stand in, as pairs of
 * the language they are written in and another. `{}` stands for a name or number, at most once, and is kept.
 */
export type Phrases = Readonly<Record<string, readonly (readonly [string, string])[]>>;

const gap = '{}';

const filled = (value: string, from: string, to: string): string | undefined => {
  const at = from.indexOf(gap);
  if (at === -1) return value === from ? to : undefined;
  const before = from.slice(0, at);
  const after = from.slice(at + gap.length);
  const fits =
    value.length > before.length + after.length && value.startsWith(before) && value.endsWith(after);
  return fits ? to.replace(gap, () => value.slice(before.length, value.length - after.length)) : undefined;
};

/** The value in the other language where it is a phrase of ours; as it is where it is a name. */
export const translatePhrase = (phrases: Phrases, placeholder: string, value: string): string => {
  const pairs = Object.hasOwn(phrases, placeholder) ? (phrases[placeholder] ?? []) : [];
  for (const [from, to] of pairs) {
    const text = filled(value, from, to);
    if (text !== undefined) return text;
  }
  return value;
};
