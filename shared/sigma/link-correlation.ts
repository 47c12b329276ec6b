import type { CorrelatedRule, Correlation } from '../custom-rules/custom-rule.ts';
import type { Expression } from '../custom-rules/expression.ts';
import { nearest } from '../text/nearest.ts';
import type { Alias, CorrelationDraft } from './correlation.ts';
import { faultOn, type OpenDocument } from './open-documents.ts';
import type { Report } from './sigma-file.ts';

/** Documents by what correlations may call them: Sigma id or name. */
export type Documents = ReadonlyMap<string, OpenDocument>;

/** A rule that a correlation refers to, with the text it refers by. */
interface Referred {
  readonly ref: string;
  readonly document: OpenDocument;
  readonly expression: Expression;
}

const refer = (
  { ref, line }: CorrelationDraft['rules'][number],
  documents: Documents,
  fault: Report,
): readonly Referred[] => {
  const document = documents.get(ref);
  const detects = document?.read?.detects;
  if (!document) {
    const meant = nearest(ref, [...documents.keys()])[0];
    fault(
      line,
      `rules: no rule of the folder has the id or name "${ref}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    );
  } else if (document.faults.length > 0 || !detects)
    fault(line, `rules: "${ref}" is refused itself (${document.path}:${document.line})`);
  else if (detects.kind !== 'event')
    fault(line, `rules: "${ref}" is a correlation: a correlation of correlations is not supported`);
  else return [{ ref, document, expression: detects.expression }];
  return [];
};

/** The names by which aliases may call a rule: as the correlation does, or by its name. */
const isCalled = ({ ref, document }: Referred, name: string): boolean =>
  name === ref || name === document.name || name === document.sigmaId;

const checkAliases = ({ aliases }: CorrelationDraft, referred: readonly Referred[], fault: Report): void => {
  for (const { name, line, fields } of aliases)
    for (const rule of fields.keys())
      if (!referred.some((one) => isCalled(one, rule)))
        fault(line, `alias "${name}": "${rule}" is none of the correlation's rules`);
};

/** The field that a name stands for in the events of a rule. */
const fieldOf = (
  name: string,
  line: number,
  rule: Referred,
  aliases: readonly Alias[],
  fault: Report,
): string => {
  const alias = aliases.find((one) => one.name === name);
  if (!alias) return name;
  const [, field] = [...alias.fields].find(([called]) => isCalled(rule, called)) ?? [];
  if (field === undefined) fault(line, `alias "${name}" says nothing of the rule "${rule.ref}"`);
  return field ?? name;
};

const correlated = (rule: Referred, draft: CorrelationDraft, fault: Report): CorrelatedRule => {
  const { groupBy, groupByLine, counted, countedLine, aliases } = draft;
  return {
    id: rule.document.id,
    title: rule.document.read?.header.title ?? '',
    expression: rule.expression,
    groupBy: groupBy.map((name) => fieldOf(name, groupByLine, rule, aliases, fault)),
    counted: counted.map((name) => fieldOf(name, countedLine, rule, aliases, fault)),
  };
};

/** A correlation with its rules, and the documents it refers to. */
export interface LinkedCorrelation {
  readonly correlation: Correlation;
  readonly refersTo: readonly OpenDocument[];
}

/** Looks up what a correlation refers to; what is missing or not supported becomes a fault of its document. */
export const linkCorrelation = (
  document: OpenDocument,
  draft: CorrelationDraft,
  documents: Documents,
): LinkedCorrelation => {
  const fault = faultOn(document);
  const referred = draft.rules.flatMap((rule) => refer(rule, documents, fault));
  checkAliases(draft, referred, fault);
  return {
    correlation: {
      kind: draft.kind,
      rules: referred.map((rule) => correlated(rule, draft, fault)),
      withinSeconds: draft.withinSeconds,
      atLeast: draft.atLeast,
    },
    refersTo: referred.map((rule) => rule.document),
  };
};
