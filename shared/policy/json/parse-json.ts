import { type JsonFault, type JsonFaultCode, maxDepth, maxLength, maxNodes } from './json-fault.ts';
import { childPointer, type JsonMember, type JsonNode, type Place } from './json-node.ts';
import { JsonScanner, type TokenType } from './json-scanner.ts';

/** What was read up to the first fault: with a fault, `root` (if any) holds what stood before it. */
export interface JsonReading {
  readonly root?: JsonNode;
  readonly fault?: JsonFault;
}

/** An object or array that is still open; its node is in the tree already, so that a cut-off text keeps what was read. */
type Open =
  | { readonly kind: 'object'; readonly members: JsonMember[]; readonly pointer: string }
  | { readonly kind: 'array'; readonly items: JsonNode[]; readonly pointer: string };

const messages: Readonly<Record<JsonFaultCode, string>> = {
  'not-json': 'not JSON',
  truncated: 'the document ends in the middle',
  'too-deep': `nested deeper than ${maxDepth} levels`,
  'too-large': `more than ${maxNodes} values`,
};

/** Builds the tree with a stack of its own: text that nests without end must not exhaust the call stack. */
class JsonBuilder {
  root: JsonNode | undefined;
  fault: JsonFault | undefined;
  readonly #scanner: JsonScanner;
  readonly #open: Open[] = [];
  #nodes = 0;

  constructor(text: string) {
    this.#scanner = new JsonScanner(text);
  }

  build(): void {
    this.#scanner.next();
    if (!this.#readValue('', (node) => (this.root = node))) return;
    for (let open = this.#open.at(-1); open !== undefined; open = this.#open.at(-1)) {
      if (!this.#step(open)) return;
    }
    if (this.#scanner.next() !== 'end') this.#fail('expected nothing more');
  }

  /** Reads the next member or item, or closes. */
  #step(open: Open): boolean {
    const close = open.kind === 'object' ? '}' : ']';
    const isEmpty = (open.kind === 'object' ? open.members : open.items).length === 0;
    const token = this.#scanner.next();
    if (token === close) {
      this.#open.pop();
      return true;
    }
    if (!isEmpty) {
      if (token !== ',') return this.#fail(`expected "," or "${close}"`);
      this.#scanner.next();
    }
    return open.kind === 'object' ? this.#readMember(open) : this.#readItem(open);
  }

  #readMember({ members, pointer }: Open & { kind: 'object' }): boolean {
    if (this.#scanner.type !== 'string') return this.#fail('expected a key in double quotes');
    const key = String(this.#scanner.value);
    const place = this.#place(childPointer(pointer, key));
    if (this.#scanner.next() !== ':') return this.#fail('expected ":"');
    this.#scanner.next();
    return this.#readValue(place.pointer, (value) => members.push({ key, place, value }));
  }

  #readItem({ items, pointer }: Open & { kind: 'array' }): boolean {
    return this.#readValue(childPointer(pointer, items.length), (item) => items.push(item));
  }

  #readValue(pointer: string, attach: (node: JsonNode) => void): boolean {
    const { type, value } = this.#scanner;
    const place = this.#place(pointer);
    this.#nodes += 1;
    if (this.#nodes > maxNodes) return this.#stop('too-large', messages['too-large'], place);
    if (type === 'string' || type === 'literal') {
      attach({ kind: 'scalar', value, place });
      return true;
    }
    if (type !== '{' && type !== '[') return this.#fail('expected a value');
    if (this.#open.length >= maxDepth) return this.#stop('too-deep', messages['too-deep'], place);
    const open: Open =
      type === '{' ? { kind: 'object', members: [], pointer } : { kind: 'array', items: [], pointer };
    attach(
      open.kind === 'object'
        ? { kind: 'object', members: open.members, place }
        : { kind: 'array', items: open.items, place },
    );
    this.#open.push(open);
    return true;
  }

  #place(pointer: string): Place {
    return { pointer, line: this.#scanner.line, column: this.#scanner.column };
  }

  #fail(expected: string): false {
    const isCut = (['end', 'cut'] satisfies TokenType[] as TokenType[]).includes(this.#scanner.type);
    const code = isCut && this.root !== undefined ? 'truncated' : 'not-json';
    const message = code === 'truncated' ? messages.truncated : `${messages[code]}: ${expected}`;
    return this.#stop(code, message, this.#place(this.#open.at(-1)?.pointer ?? ''));
  }

  #stop(code: JsonFaultCode, message: string, place: Place): false {
    this.fault = { code, message, place };
    return false;
  }
}

/**
 * Parses strict JSON (RFC 8259) with the place of every value and every key. Total and linear: a text beyond the limits of
 * json-fault.ts ends with a fault, as does the first character that is no JSON. Accepts what JSON.parse accepts, within the limits.
 */
export const parseJson = (text: string): JsonReading => {
  if (text.length > maxLength) {
    const message = `${text.length} characters; a policy has at most ${maxLength}`;
    return { fault: { code: 'too-large', message, place: { pointer: '' } } };
  }
  const builder = new JsonBuilder(text);
  builder.build();
  return {
    ...(builder.root === undefined ? {} : { root: builder.root }),
    ...(builder.fault === undefined ? {} : { fault: builder.fault }),
  };
};
