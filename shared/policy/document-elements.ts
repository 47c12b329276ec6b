import {
  type JsonMember,
  type JsonNode,
  type JsonObjectNode,
  type Place,
  placeText,
} from './json/json-node.ts';
import type { DocumentFault, DocumentFaultCode, Entry } from './policy-document.ts';

/** A document with more faults is no better known by them. */
const maxFaults = 100;

/** Collects the faults of one document while it is read. */
export class FaultList {
  readonly faults: DocumentFault[] = [];

  add(code: DocumentFaultCode, message: string, place: Place): void {
    if (this.faults.length < maxFaults) this.faults.push({ code, message, place });
  }
}

/** The members of an object by lower-case key. IAM takes names in any case; a second spelling is a fault, and the first one counts. */
export const membersByName = (node: JsonObjectNode, list: FaultList): ReadonlyMap<string, JsonMember> => {
  const found = new Map<string, JsonMember>();
  for (const member of node.members) {
    const name = member.key.toLowerCase();
    const first = found.get(name);
    if (first === undefined) found.set(name, member);
    else
      list.add(
        'duplicate-key',
        `"${member.key}" is there twice; the first is at ${placeText(first.place)}`,
        member.place,
      );
  }
  return found;
};

/** A text, number or boolean; anything else is a fault. */
export const entryOf = (node: JsonNode, what: string, list: FaultList): Entry | undefined => {
  if (node.kind === 'scalar' && node.value !== null)
    return { text: String(node.value), value: node.value, place: node.place };
  const shape = node.kind === 'scalar' ? 'null' : `an ${node.kind}`;
  list.add('wrong-type', `${what} holds ${shape} where a text belongs`, node.place);
  return undefined;
};

/** The entries of a value that may be one or a list. */
export const entriesOf = (node: JsonNode, what: string, list: FaultList): readonly Entry[] =>
  (node.kind === 'array' ? node.items : [node]).flatMap((item) => entryOf(item, what, list) ?? []);

/** The member of an element or of its opposite; both together are a fault, and neither counts. */
export const eitherOf = (
  members: ReadonlyMap<string, JsonMember>,
  name: 'action' | 'resource' | 'principal',
  list: FaultList,
): { readonly except: boolean; readonly member: JsonMember } | undefined => {
  const member = members.get(name);
  const opposite = members.get(`not${name}`);
  if (member !== undefined && opposite !== undefined) {
    list.add('conflicting-elements', `"${member.key}" and "${opposite.key}" together`, opposite.place);
    return undefined;
  }
  if (opposite !== undefined) return { except: true, member: opposite };
  return member === undefined ? undefined : { except: false, member };
};
