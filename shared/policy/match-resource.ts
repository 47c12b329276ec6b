import { type ArnPattern, matchesArn, readArnPattern } from './arn-pattern.ts';
import type { Context } from './context.ts';
import { isEverything, matches, type Pattern, patternOf } from './pattern.ts';
import type { Scope } from './policy.ts';
import type { PolicyKind } from './policy-kind.ts';
import {
  colonOutsideVariables,
  fixedPattern,
  resolve,
  type Template,
  templateOf,
  variablesVersion,
} from './template.ts';
import { anyOf, not, type Truth, truthOf } from './truth.ts';

/** Tells whether a Resource or NotResource element covers a resource, which is an ARN or `*`. */
export type ResourceMatcher = (resource: string, context: Context) => Truth;

const arnFieldCount = 6;

/**
 * Whether a policy of this kind may hold an ARN with fields missing, which then are `*`. AWS documents it of identity-based policies
 * ("Identify AWS resources with Amazon Resource Names (ARNs)", IAM User Guide); resource, endpoint and control policies are as others
 * observed them (docs/adr/0074-short-arns.md). A short ARN that is not accepted matches nothing.
 */
const acceptsShort: Readonly<Record<PolicyKind, (arn: string) => boolean>> = {
  identity: () => true,
  boundary: () => true,
  session: () => true,
  resource: (arn) => arn.includes('*'),
  endpoint: (arn) => arn.includes('*'),
  scp: (arn) => arn.endsWith('*'),
  rcp: () => false,
};

/** The first five fields of an ARN, or all there are when it has no more. */
const leadingFields = (arn: string): { readonly fields: readonly string[]; readonly isShort: boolean } => {
  const fields: string[] = [];
  let from = 0;
  while (fields.length < arnFieldCount - 1) {
    const colon = colonOutsideVariables(arn, from);
    if (colon < 0) return { fields: [...fields, arn.slice(from)], isShort: true };
    fields.push(arn.slice(from, colon));
    from = colon + 1;
  }
  return { fields, isShort: false };
};

/**
 * Whether all wildcards of the leading fields are a `*` at the end of their field. Such a `*` "can expand to match beyond the colon
 * boundaries" ("Resource", IAM User Guide).
 */
const runsAcrossColons = (fields: readonly string[]): boolean =>
  fields.every((field) => !field.includes('?') && !field.slice(0, -1).includes('*'));

type Matcher = (resource: string) => boolean;

const fieldMatcher = (pattern: Pattern): Matcher => {
  const fields: ArnPattern | undefined = readArnPattern(pattern);
  return (resource) => fields !== undefined && matchesArn(fields, resource);
};

const matcherOf = (pattern: Pattern, runsAcross: boolean): Matcher =>
  runsAcross ? (resource) => matches(pattern, resource) : fieldMatcher(pattern);

/** How an entry covers a resource; `void` when it covers nothing at all, `open` when that hangs on an unknown key. */
type Coverage = Truth | 'void' | 'open';
type Entry = (resource: string, context: Context) => Coverage;

const fixedEntry =
  (matcher: Matcher): Entry =>
  (resource) =>
    truthOf(matcher(resource));

const variableEntry =
  (template: Template, runsAcross: boolean): Entry =>
  (resource, context) => {
    const resolved = resolve(template, context);
    if (resolved.status === 'void') return 'void';
    const covers = matcherOf(resolved.pattern, runsAcross)(resource);
    if (resolved.status === 'exact') return truthOf(covers);
    return covers ? 'unknown' : 'open';
  };

const nothing: Entry = () => 'void';

const shortEntry = (text: string, fields: readonly string[], kind: PolicyKind): Entry => {
  if (!acceptsShort[kind](text)) return nothing;
  const full = matcherOf(
    patternOf(text + ':*'.repeat(arnFieldCount - fields.length)),
    runsAcrossColons(fields),
  );
  const short = patternOf(text);
  return fixedEntry((resource) => full(resource) || matches(short, resource));
};

const entryOf = (text: string, kind: PolicyKind, version: string | undefined): Entry => {
  if (isEverything(patternOf(text))) return () => 'yes';
  const { fields, isShort } = leadingFields(text);
  // A variable is replaced in the sixth field only.
  const isMisplaced = version === variablesVersion && fields.some((field) => field.includes('${'));
  if (!text.startsWith('arn:') || isMisplaced) return nothing;
  if (isShort) return shortEntry(text, fields, kind);
  const template = templateOf(text, version);
  const pattern = fixedPattern(template);
  const runsAcross = runsAcrossColons(fields);
  return pattern === undefined
    ? variableEntry(template, runsAcross)
    : fixedEntry(matcherOf(pattern, runsAcross));
};

const asTruth = (coverage: Coverage): Truth => (coverage === 'void' || coverage === 'open' ? 'no' : coverage);

/**
 * Compiles a Resource or NotResource element. ARNs match in the same case, field by field. A request on no resource in particular has
 * `*` for its resource, which only `*` covers. An entry that covers nothing by itself (a variable without a value, a short ARN where
 * none may be) does not turn into a match of everything under NotResource: the statement then covers nothing.
 */
export const compileResource = (
  { except, patterns }: Scope,
  kind: PolicyKind,
  version: string | undefined,
): ResourceMatcher => {
  const entries = patterns.map((text) => entryOf(text, kind, version));
  if (!except) return (resource, context) => anyOf(entries, (entry) => asTruth(entry(resource, context)));
  return (resource, context) => {
    const coverages = entries.map((entry) => entry(resource, context));
    if (coverages.includes('void')) return 'no';
    const covered = not(anyOf(coverages, asTruth));
    return covered === 'yes' && coverages.includes('open') ? 'unknown' : covered;
  };
};
