import { eitherOf, entriesOf, entryOf, type FaultList, membersByName } from './document-elements.ts';
import type { JsonMember, JsonNode } from './json/json-node.ts';
import type {
  ConditionTest,
  DocumentStatement,
  Entry,
  PrincipalElement,
  PrincipalEntry,
  ScopeElement,
} from './policy-document.ts';

type Members = ReadonlyMap<string, JsonMember>;

const elementNames = new Set([
  'sid',
  'effect',
  'action',
  'notaction',
  'resource',
  'notresource',
  'principal',
  'notprincipal',
  'condition',
]);

const scopeOf = (
  members: Members,
  name: 'action' | 'resource',
  list: FaultList,
): ScopeElement | undefined => {
  const found = eitherOf(members, name, list);
  if (found === undefined) return undefined;
  const { key, place, value } = found.member;
  const isList = value.kind === 'array';
  return { name: key, place, except: found.except, isList, entries: entriesOf(value, `"${key}"`, list) };
};

const principalEntries = (value: JsonNode, list: FaultList): readonly PrincipalEntry[] => {
  const typed = (node: JsonNode, type: string): readonly PrincipalEntry[] =>
    entriesOf(node, '"Principal"', list).map((entry) => ({ ...entry, type }));
  return value.kind === 'object'
    ? [...membersByName(value, list).values()].flatMap(({ key, value: ids }) => typed(ids, key))
    : typed(value, '*');
};

const principalsOf = (members: Members, list: FaultList): PrincipalElement | undefined => {
  const found = eitherOf(members, 'principal', list);
  if (found === undefined) return undefined;
  const { key, place, value } = found.member;
  const isText = value.kind !== 'object';
  return { name: key, place, except: found.except, isText, entries: principalEntries(value, list) };
};

const testsUnder = (operator: JsonMember, list: FaultList): readonly ConditionTest[] => {
  if (operator.value.kind !== 'object') {
    list.add('wrong-type', `"${operator.key}" holds no object of condition keys`, operator.value.place);
    return [];
  }
  return [...membersByName(operator.value, list).values()].map(({ key, place, value }) => ({
    operator: operator.key,
    operatorPlace: operator.place,
    name: key,
    place,
    isList: value.kind === 'array',
    entries: entriesOf(value, `"${key}"`, list),
  }));
};

const testsOf = (condition: JsonMember | undefined, list: FaultList): readonly ConditionTest[] => {
  if (condition === undefined) return [];
  if (condition.value.kind !== 'object') {
    list.add('wrong-type', `"${condition.key}" is no object of operators`, condition.value.place);
    return [];
  }
  return [...membersByName(condition.value, list).values()].flatMap((operator) => testsUnder(operator, list));
};

const effectOf = (members: Members, statement: JsonNode, list: FaultList): Entry | undefined => {
  const member = members.get('effect');
  const effect = member === undefined ? undefined : entryOf(member.value, '"Effect"', list);
  if (effect?.value === 'Allow' || effect?.value === 'Deny') return effect;
  const message = 'an Effect is exactly "Allow" or "Deny"';
  list.add('bad-effect', message, effect?.place ?? member?.place ?? statement.place);
  return effect;
};

/** Reads one statement; undefined, with a fault, when it is no object. */
export const parseStatement = (
  node: JsonNode,
  index: number,
  list: FaultList,
): DocumentStatement | undefined => {
  if (node.kind !== 'object') {
    list.add('no-statement', 'a statement that is no object', node.place);
    return undefined;
  }
  const members = membersByName(node, list);
  const sidMember = members.get('sid');
  const sid = sidMember && entryOf(sidMember.value, '"Sid"', list);
  const effect = effectOf(members, node, list);
  const actions = scopeOf(members, 'action', list);
  const resources = scopeOf(members, 'resource', list);
  const principals = principalsOf(members, list);
  const condition = members.get('condition');
  return {
    index,
    place: node.place,
    ...(sid && { sid }),
    ...(effect && { effect }),
    ...(actions && { actions }),
    ...(resources && { resources }),
    ...(principals && { principals }),
    ...(condition && { condition }),
    tests: testsOf(condition, list),
    others: [...members].filter(([name]) => !elementNames.has(name)).map(([, member]) => member),
    node,
  };
};
