import type { CustomRule, Detection } from '../custom-rules/custom-rule.ts';
import type { Expression, FieldTest } from '../custom-rules/expression.ts';
import { literalOf } from '../custom-rules/wildcard.ts';
import { isRecordField } from './known-fields.ts';
import { type Documents, linkCorrelation } from './link-correlation.ts';
import { faultOn, type OpenDocument, openDocuments } from './open-documents.ts';
import type { ReadDocument } from './read-document.ts';
import type { SigmaFile, SigmaRemark } from './sigma-file.ts';
import { readsAmong, triggerOf } from './trigger-of.ts';

/** A rule that is not used at all, and every reason. */
export interface RefusedRule {
  readonly path: string;
  readonly line: number;
  readonly title?: string;
  readonly faults: readonly SigmaRemark[];
}

/** What a folder of Sigma files gave. */
export interface ReadRules {
  readonly rules: readonly CustomRule[];
  readonly refused: readonly RefusedRule[];
  /** Worth knowing of rules that are used. */
  readonly notes: readonly SigmaRemark[];
}

const placeOf = (document: OpenDocument): string => `${document.path}:${document.line}`;

/** Each id, name and Sigma id belongs to the document that has it first; a later one is refused. */
const byWhatTheyAreCalled = (documents: readonly OpenDocument[]): Documents => {
  const called = new Map<string, OpenDocument>();
  const ids = new Map<string, OpenDocument>();
  const take = (map: Map<string, OpenDocument>, key: string, document: OpenDocument, what: string) => {
    const first = map.get(key);
    if (first) faultOn(document)(document.line, `${what} "${key}" is taken by ${placeOf(first)}`);
    else map.set(key, document);
  };
  for (const document of documents) {
    const { id, name, sigmaId } = document;
    take(ids, id, document, 'the rule id');
    if (sigmaId !== undefined) take(called, sigmaId, document, 'the id');
    if (name !== undefined && name !== sigmaId) take(called, name, document, 'the name');
  }
  return called;
};

const expressionOf = (detects: Detection): Expression =>
  detects.kind === 'event'
    ? detects.expression
    : { kind: 'or', of: detects.rules.map(({ expression }) => expression) };

const ruleOf = (
  { id, path, line }: OpenDocument,
  { header }: ReadDocument,
  detects: Detection,
): CustomRule => {
  const { title, severity, description, falsePositives, references, attack } = header;
  return {
    id,
    file: path,
    line,
    title,
    severity,
    ...(description === undefined ? {} : { description }),
    falsePositives,
    references,
    attack,
    on: triggerOf(expressionOf(detects)),
    detects,
  };
};

const noteOn = ({ path, line, notes }: OpenDocument, message: string): void => {
  notes.push({ path, line, message });
};

const noteReads = (document: OpenDocument, { detects }: CustomRule): void => {
  const reads = readsAmong(expressionOf(detects)).join(', ');
  if (reads !== '') noteOn(document, `reads among its calls reach it in the tier read-only only: ${reads}`);
};

const networkActivity: Readonly<Record<string, readonly string[]>> = {
  eventCategory: ['networkactivity'],
  eventType: ['awsvpceevent', 'awsvpceevents'],
};

/** Whether a field says, in plain words and nothing else, that an event is a network activity event. */
const namesNetworkActivity = ({ field, tests }: FieldTest): boolean => {
  const wanted = networkActivity[field];
  const isWanted = (test: FieldTest['tests'][number]): boolean =>
    test.is === 'text' &&
    test.patterns.every((pattern) => wanted?.includes(literalOf(pattern)?.toLowerCase() ?? ''));
  return wanted !== undefined && tests.length > 0 && tests.every(isWanted);
};

/** Whether every event that a condition means is a network activity event. */
const asksNetworkActivity = (expression: Expression): boolean => {
  if (expression.kind === 'field') return namesNetworkActivity(expression);
  if (expression.kind === 'not' || expression.of.length === 0) return false;
  return expression.kind === 'and'
    ? expression.of.some(asksNetworkActivity)
    : expression.of.every(asksNetworkActivity);
};

const noteNetworkActivity = (document: OpenDocument, { detects }: CustomRule): void => {
  if (asksNetworkActivity(expressionOf(detects)))
    noteOn(
      document,
      'network activity events (of VPC endpoints) do not reach rules of your own: it will never fire. The rules vpce-access-denied, vpce-external-principal and vpce-sensitive-call see them',
    );
};

const noteGroups = (document: OpenDocument, { detects }: CustomRule): void => {
  if (detects.kind === 'event') return;
  const fields = detects.rules.flatMap(({ groupBy, counted }) => [...groupBy, ...counted]);
  for (const field of new Set(fields))
    if (!isRecordField(field))
      noteOn(document, `CloudTrail records have no field "${field}": no event belongs to a group by it`);
};

interface Linked {
  readonly document: OpenDocument;
  readonly read: ReadDocument;
  readonly detects: Detection;
  /** Of a correlation. */
  readonly refersTo: readonly OpenDocument[];
  /** Whether those also run by themselves. */
  readonly generate: boolean;
}

const link = (document: OpenDocument, documents: Documents): readonly Linked[] => {
  const { read } = document;
  if (!read) return [];
  const { detects } = read;
  if (detects.kind === 'event') return [{ document, read, detects, refersTo: [], generate: true }];
  const { correlation, refersTo } = linkCorrelation(document, detects, documents);
  return [{ document, read, detects: correlation, refersTo, generate: detects.generate }];
};

const isWhole = ({ faults }: OpenDocument): boolean => faults.length === 0;

/** Rules that only correlations use, each with one of them. A correlation that lets its rules run by themselves wins. */
const silencedBy = (linked: readonly Linked[]): ReadonlyMap<OpenDocument, OpenDocument> => {
  const generated = new Set(linked.filter(({ generate }) => generate).flatMap(({ refersTo }) => refersTo));
  return new Map(
    linked
      .filter(({ generate }) => !generate)
      .flatMap(({ document, refersTo }) =>
        refersTo.filter((one) => !generated.has(one)).map((one) => [one, document] as const),
      ),
  );
};

const refusalOf = ({ path, line, title, faults }: OpenDocument): RefusedRule => ({
  path,
  line,
  ...(title === undefined ? {} : { title }),
  faults: faults.toSorted((a, b) => a.line - b.line),
});

/** Reads Sigma files. A rule with anything wrong or not supported is refused as a whole; the others are not touched by that. */
export const readRules = (files: readonly SigmaFile[]): ReadRules => {
  const documents = files.flatMap(openDocuments);
  const called = byWhatTheyAreCalled(documents);
  const linked = documents.flatMap((document) => link(document, called));
  const whole = linked.filter(({ document }) => isWhole(document));
  const silenced = silencedBy(whole);
  const rules = whole.flatMap(({ document, read, detects }) => {
    const by = silenced.get(document);
    if (by) {
      const where = placeOf(by);
      noteOn(
        document,
        `does not run by itself: the correlation ${where} refers to it without "generate: true"`,
      );
      return [];
    }
    const rule = ruleOf(document, read, detects);
    noteReads(document, rule);
    noteNetworkActivity(document, rule);
    noteGroups(document, rule);
    return [rule];
  });
  return {
    rules,
    refused: documents.filter((document) => !isWhole(document)).map(refusalOf),
    notes: documents.filter(isWhole).flatMap(({ notes }) => notes),
  };
};
