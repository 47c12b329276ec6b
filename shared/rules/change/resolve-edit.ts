import type { AnswerTo, Lookup } from '../../account/lookup.ts';
import type { Policy, Statement } from '../../policy/policy.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import type { BeforeState } from './access-change.ts';
import type { DocumentSource, PolicyEdit } from './policy-edit.ts';

/** One side of an edit: what the documents say together, or why that is not known. */
export type Side =
  | { readonly status: 'known'; readonly policy: Policy; readonly from: BeforeState }
  | { readonly status: 'unknown'; readonly cause: string }
  /** A look-up has not been made yet. */
  | { readonly status: 'asking'; readonly need: Lookup };

const variables = '2012-10-17';

const empty: Policy = { version: variables, statements: [] };

const together = (documents: readonly unknown[]): Policy | { readonly cause: string } => {
  const statements: Statement[] = [];
  let version: string | undefined = variables;
  for (const document of documents) {
    const reading = readPolicy(document);
    if (reading.status === 'unreadable') return { cause: `the document cannot be read (${reading.cause})` };
    // With other documents of an old version, `${…}` would be taken for a variable there too: rare, and it says too much, never too little.
    if (documents.length === 1) version = reading.policy.version;
    statements.push(...reading.policy.statements);
  }
  return { ...(version === undefined ? {} : { version }), statements };
};

const known = (documents: readonly unknown[], from: BeforeState): Side => {
  const policy = together(documents);
  return 'cause' in policy ? { status: 'unknown', cause: policy.cause } : { status: 'known', policy, from };
};

const sideOf = (source: DocumentSource, answerTo: AnswerTo): Side => {
  if (source.kind === 'none') return { status: 'known', policy: empty, from: { from: 'nothing' } };
  if (source.kind === 'given') return known([source.document], { from: 'nothing' });
  if (source.kind === 'unknown') return { status: 'unknown', cause: source.cause };
  const answer = answerTo(source.need);
  if (answer === undefined) return { status: 'asking', need: source.need };
  const read = source.read(answer);
  if ('next' in read) return sideOf(read.next, answerTo);
  return 'unknown' in read ? { status: 'unknown', cause: read.unknown } : known(read.documents, read.before);
};

/** An edit with what its documents say. */
export interface ResolvedEdit {
  readonly edit: PolicyEdit;
  readonly before: Side;
  readonly after: Side;
}

export const resolveEdit = (edit: PolicyEdit, answerTo: AnswerTo): ResolvedEdit => ({
  edit,
  before: sideOf(edit.before, answerTo),
  after: sideOf(edit.after, answerTo),
});

/** The questions of one side: those answered and the next. */
const needsOf = (source: DocumentSource, answerTo: AnswerTo): readonly Lookup[] => {
  if (source.kind !== 'asked') return [];
  const answer = answerTo(source.need);
  if (answer === undefined) return [source.need];
  const read = source.read(answer);
  return 'next' in read ? [source.need, ...needsOf(read.next, answerTo)] : [source.need];
};

/** What is to be asked to know both sides of an edit; all of it optional. */
export const lookupsOfEdit = ({ before, after }: PolicyEdit, answerTo: AnswerTo): readonly Lookup[] => {
  const needs = [...needsOf(before, answerTo), ...needsOf(after, answerTo)];
  return [...new Map(needs.map((need) => [`${need.kind} ${need.id}`, need])).values()];
};
