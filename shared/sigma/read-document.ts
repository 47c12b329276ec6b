import type { Expression } from '../custom-rules/expression.ts';
import { type CorrelationDraft, readCorrelation } from './correlation.ts';
import { readDetection } from './detection.ts';
import { type Header, readHeader } from './header.ts';
import { noteUnknownFields } from './known-fields.ts';
import { checkLogSource } from './logsource.ts';
import type { Reports } from './sigma-file.ts';
import { entryOf, type YamlEntry, type YamlMap, type YamlValue } from './yaml-tree.ts';

/** What a document says, before it is known what it is called and what refers to it. */
export interface ReadDocument {
  readonly header: Header;
  readonly detects: { readonly kind: 'event'; readonly expression: Expression } | CorrelationDraft;
}

/** Documents of other kinds, and why they are refused. */
const otherKinds: Readonly<Record<string, string>> = {
  filter:
    'Sigma filters are not supported: the specification does not say whether their condition names what to leave out or what to keep; write the exception into the rules',
  action:
    'collections with "action" (Sigma before version 2) are not supported: write each rule out in a document of its own',
};

const checkKind = (document: YamlMap, { fault }: Reports): void => {
  for (const [key, why] of Object.entries(otherKinds)) {
    const entry = entryOf(document, key);
    if (entry) fault(entry.line, why);
  }
};

const mapOf = ({ key, line, value }: YamlEntry, { fault }: Reports): YamlMap => {
  if (value.kind === 'map') return value;
  fault(line, `${key}: must be a map`);
  return { kind: 'map', line, entries: [] };
};

const readEventDetection = (document: YamlMap, entry: YamlEntry, reports: Reports): Expression => {
  checkLogSource(document, reports.fault);
  noteUnknownFields(document, reports.note);
  return readDetection(mapOf(entry, reports), reports);
};

const readDetects = (document: YamlMap, reports: Reports): ReadDocument['detects'] | undefined => {
  const detection = entryOf(document, 'detection');
  const correlation = entryOf(document, 'correlation');
  if (detection && correlation)
    reports.fault(correlation.line, 'a rule has a detection or a correlation, not both');
  if (correlation) return readCorrelation(document, mapOf(correlation, reports), reports);
  if (detection) return { kind: 'event', expression: readEventDetection(document, detection, reports) };
  if (!entryOf(document, 'filter') && !entryOf(document, 'action'))
    reports.fault(document.line, 'the rule has no detection and no correlation');
  return undefined;
};

/** Reads one document of a Sigma file; what is wrong or not supported is reported, and then the rule must not be used. */
export const readDocument = (document: YamlValue, reports: Reports): ReadDocument | undefined => {
  if (document.kind !== 'map') {
    reports.fault(document.line, 'a Sigma rule is a map with title, logsource and detection');
    return undefined;
  }
  checkKind(document, reports);
  const header = readHeader(document, reports);
  const detects = readDetects(document, reports);
  return detects && { header, detects };
};
