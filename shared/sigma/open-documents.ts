import { idsOf } from './name-rules.ts';
import { type ReadDocument, readDocument } from './read-document.ts';
import type { Report, SigmaFile, SigmaRemark } from './sigma-file.ts';
import { entryOf, readYaml, type YamlDocument, type YamlValue } from './yaml-tree.ts';

/** A document of a file on its way to being a rule; it becomes none when it has a fault. */
export interface OpenDocument {
  readonly path: string;
  readonly line: number;
  readonly title?: string;
  readonly name?: string;
  readonly sigmaId?: string;
  readonly id: string;
  readonly read?: ReadDocument;
  readonly faults: SigmaRemark[];
  readonly notes: SigmaRemark[];
}

/** Takes down a fault of a document. */
export const faultOn =
  ({ path, faults }: Pick<OpenDocument, 'path' | 'faults'>): Report =>
  (line, message) => {
    faults.push({ path, line, message });
  };

const noteOn =
  ({ path, notes }: Pick<OpenDocument, 'path' | 'notes'>): Report =>
  (line, message) => {
    notes.push({ path, line, message });
  };

/** A text of the document whatever else is wrong with it, so that it can be named. */
const textIn = (value: YamlValue | undefined, key: string): string | undefined => {
  const found = value?.kind === 'map' ? entryOf(value, key)?.value : undefined;
  return found?.kind === 'scalar' && found.text !== '' ? found.text : undefined;
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const open = (path: string, { line, value, faults }: YamlDocument, id: string | undefined): OpenDocument => {
  const document: Mutable<OpenDocument> = {
    path,
    line,
    id: id ?? '',
    faults: faults.map((fault) => ({ path, ...fault })),
    notes: [],
  };
  const fault = faultOn(document);
  if (id === undefined) fault(line, 'no id can be made of the name of the file: it has no letters a-z');
  const read = value && readDocument(value, { fault, note: noteOn(document) });
  const [title, name, sigmaId] = ['title', 'name', 'id'].map((key) => textIn(value, key));
  if (read) document.read = read;
  if (title !== undefined) document.title = title;
  if (name !== undefined) document.name = name;
  if (sigmaId !== undefined) document.sigmaId = sigmaId;
  return document;
};

/** Reads the documents of a file, each by itself. */
export const openDocuments = ({ path, text }: SigmaFile): readonly OpenDocument[] => {
  const documents = readYaml(text);
  const ids = idsOf(documents.map(({ value }) => ({ path, name: textIn(value, 'name') })));
  if (documents.length > 0) return documents.map((document, i) => open(path, document, ids[i]));
  const empty: YamlDocument = { line: 1, faults: [{ line: 1, message: 'the file holds no rule' }] };
  return [open(path, empty, `${path}`)];
};
