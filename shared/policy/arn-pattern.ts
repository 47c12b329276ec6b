import { isEverything, matches, type Pattern, patternOf } from './pattern.ts';

/** A pattern for each of the six fields of an ARN, or for all ARNs. */
export type ArnPattern = readonly Pattern[] | 'everything';

const colon = ':'.charCodeAt(0);

/** The pattern cut at its first five colons, wildcards kept; undefined when there are fewer. */
const fieldsOf = ({ text, codes }: Pattern): readonly Pattern[] | undefined => {
  if (codes === undefined) {
    const [a, b, c, d, e, ...rest] = text.split(':');
    const fields = [a, b, c, d, e, rest.length > 0 ? rest.join(':') : undefined];
    return fields.some((field) => field === undefined)
      ? undefined
      : fields.map((field) => ({ text: field ?? '' }));
  }
  const fields: Pattern[] = [];
  let from = 0;
  for (let at = 0; at < codes.length && fields.length < 5; at += 1) {
    if (codes[at] !== colon) continue;
    fields.push({ text: text.slice(from, at), codes: codes.slice(from, at) });
    from = at + 1;
  }
  return fields.length === 5 ? [...fields, { text: text.slice(from), codes: codes.slice(from) }] : undefined;
};

/** Undefined for what is no pattern of ARNs: fewer than six fields, and not `*` alone. */
export const readArnPattern = (pattern: Pattern): ArnPattern | undefined =>
  isEverything(pattern) ? 'everything' : fieldsOf(pattern);

/** Whether an ARN matches field by field. */
export const matchesArn = (pattern: ArnPattern, arn: string): boolean => {
  if (pattern === 'everything') return true;
  const fields = fieldsOf({ text: arn });
  return fields?.every((field, index) => matches(pattern[index] ?? patternOf(''), field.text)) ?? false;
};
