import { type JsonFault, type JsonFaultCode, maxDepth, maxNodes } from './json-fault.ts';
import { childPointer, type JsonNode, type Place } from './json-node.ts';
import type { JsonReading } from './parse-json.ts';

class Unfit extends Error {
  override readonly name = 'Unfit';
  readonly fault: JsonFault;
  constructor(code: JsonFaultCode, message: string, pointer: string) {
    super(message);
    this.fault = { code, message, place: { pointer } };
  }
}

interface Budget {
  nodes: number;
}

const scalarOf = (value: unknown, place: Place): JsonNode => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean')
    return { kind: 'scalar', value, place };
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'scalar', value, place };
  throw new Unfit('not-json', `not JSON: a ${typeof value}`, place.pointer);
};

const nodeAt = (value: unknown, pointer: string, depth: number, budget: Budget): JsonNode => {
  const place: Place = { pointer };
  budget.nodes -= 1;
  if (budget.nodes < 0) throw new Unfit('too-large', `more than ${maxNodes} values`, pointer);
  if (typeof value !== 'object' || value === null) return scalarOf(value, place);
  if (depth >= maxDepth) throw new Unfit('too-deep', `nested deeper than ${maxDepth} levels`, pointer);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => nodeAt(item, childPointer(pointer, index), depth + 1, budget));
    return { kind: 'array', items, place };
  }
  // JSON.stringify leaves such members out, too.
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => {
      const at = childPointer(pointer, key);
      return { key, place: { pointer: at }, value: nodeAt(member, at, depth + 1, budget) };
    });
  return { kind: 'object', members, place };
};

/** The tree of a value that was parsed elsewhere, within the same limits; its places have pointers only. */
export const nodeOfValue = (value: unknown): JsonReading => {
  try {
    return { root: nodeAt(value, '', 0, { nodes: maxNodes }) };
  } catch (error) {
    if (error instanceof Unfit) return { fault: error.fault };
    throw error;
  }
};
