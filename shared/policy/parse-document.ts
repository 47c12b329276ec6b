import { decodeDocument } from './decode-document.ts';
import { entryOf, FaultList, membersByName } from './document-elements.ts';
import type { JsonMember, JsonNode, JsonObjectNode } from './json/json-node.ts';
import { parseStatement } from './parse-statement.ts';
import type { DocumentStatement, Entry, PolicyDocument } from './policy-document.ts';

const elementNames = new Set(['version', 'id', 'statement']);

const statementsOf = (
  member: JsonMember | undefined,
  root: JsonNode,
  list: FaultList,
): readonly DocumentStatement[] => {
  const value = member?.value;
  if (value === undefined || (value.kind === 'scalar' && value.value === null)) {
    list.add('no-statement', 'no Statement', member?.place ?? root.place);
    return [];
  }
  const nodes = value.kind === 'array' ? value.items : [value];
  return nodes.flatMap((node, index) => parseStatement(node, index, list) ?? []);
};

const elementsOf = (
  root: JsonObjectNode,
  list: FaultList,
): Omit<PolicyDocument, 'encoding' | 'text' | 'faults'> => {
  const members = membersByName(root, list);
  const entryAt = (name: string, label: string): Entry | undefined => {
    const member = members.get(name);
    return member === undefined ? undefined : entryOf(member.value, label, list);
  };
  const version = entryAt('version', '"Version"');
  const id = entryAt('id', '"Id"');
  const statement = members.get('statement');
  return {
    ...(version === undefined ? {} : { version }),
    ...(id === undefined ? {} : { id }),
    statements: statementsOf(statement, root, list),
    isList: statement?.value.kind === 'array',
    others: [...members].filter(([name]) => !elementNames.has(name)).map(([, member]) => member),
    root,
  };
};

const isNothing = (document: unknown): boolean =>
  document === undefined || document === null || document === '';

/**
 * Parses a policy document of any kind, tolerantly: the answer holds what could be read and the faults, with their places. Grammar:
 * IAM User Guide, "Grammar of the IAM JSON policy language". Never throws on JSON or text; linear; limits in json/json-fault.ts.
 *
 * @param document JSON text, the same URL-encoded up to twice, or the parsed value
 */
export const parseDocument = (document: unknown): PolicyDocument => {
  const list = new FaultList();
  const nothing = { statements: [], isList: false, others: [] };
  if (isNothing(document)) {
    list.add('missing', 'no document', { pointer: '' });
    return { encoding: 'text', text: '', ...nothing, faults: list.faults };
  }
  const { encoding, text, root, fault } = decodeDocument(document);
  if (root?.kind === 'object') {
    const elements = elementsOf(root, list);
    // What is wrong with the parts of a text that breaks off follows from that.
    return { encoding, text, ...elements, faults: fault === undefined ? list.faults : [fault] };
  }
  if (fault !== undefined) list.add(fault.code, fault.message, fault.place);
  if (fault === undefined)
    list.add('no-statement', 'a policy is a JSON object', root?.place ?? { pointer: '' });
  return { encoding, text, ...nothing, ...(root === undefined ? {} : { root }), faults: list.faults };
};
