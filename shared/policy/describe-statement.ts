import type { Condition, Principal, Scope, Statement } from './policy.ts';

/** Entries of one element that are named; the others are counted. */
const shown = 3;

const listed = (texts: readonly string[]): string => {
  const rest = texts.length - shown;
  return rest > 0 ? `${texts.slice(0, shown).join(', ')} … ${rest} more` : texts.join(', ');
};

const scopeText = ({ except, patterns }: Scope): string =>
  except ? `all but ${listed(patterns)}` : listed(patterns);

const principalText = ({ type, id }: Principal): string =>
  type === '*' || type.toLowerCase() === 'aws' ? id : `${type} ${id}`;

/** `StringEquals aws:SourceVpc vpc-1 or vpc-2`. */
export const describeCondition = ({ operator, key, values }: Condition): string =>
  `${operator} ${key} ${values.length > shown ? listed(values) : values.join(' or ')}`;

/**
 * One line that says what a statement says: `Allow iam:*, sts:AssumeRole on * to 123837392027 if Bool aws:MultiFactorAuthPresent true`.
 * Long lists are cut. The text is the document's author's: escape it where it is written.
 */
export const describeStatement = ({
  effect,
  actions,
  resources,
  principals,
  conditions,
}: Statement): string => {
  const hasResource = resources.except || resources.patterns.length > 0;
  const whom = listed(principals.list.map(principalText));
  return [
    `${effect} ${scopeText(actions)}`,
    ...(hasResource ? [`on ${scopeText(resources)}`] : []),
    ...(principals.list.length > 0 ? [`to ${principals.except ? `all but ${whom}` : whom}`] : []),
    ...(conditions.length > 0 ? [`if ${conditions.map(describeCondition).join(' and ')}`] : []),
  ].join(' ');
};
