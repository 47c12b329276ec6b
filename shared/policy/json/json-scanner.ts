/** A token of JSON. `cut` is the end of the text inside of a string, number or word, `bad` a character that cannot begin a token. */
export type TokenType = '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'literal' | 'end' | 'cut' | 'bad';

const punctuation = new Set(['{', '}', '[', ']', ':', ',']);
const words = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const escapes = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

const numberAt = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordAt = /[a-z]+/y;
const hexAt = /[\da-fA-F]{4}/y;
/** Too few hexadecimal digits, and then the end of the text. */
const cutHexAt = /^[\da-fA-F]{0,3}$/;
/** Characters of a string that stand for themselves (RFC 8259 section 7). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside of strings.
const plainAt = /[^"\\\u0000-\u001f]+/y;

const readAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

/** Reads one token of strict JSON (RFC 8259) after the other and knows where it stands. Linear in the text. */
export class JsonScanner {
  type: TokenType = 'end';
  value: string | number | boolean | null = null;
  line = 1;
  column = 1;
  readonly #text: string;
  #at = 0;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(): TokenType {
    this.#skipSpace();
    this.column = this.#at - this.#lineStart + 1;
    this.type = this.#read();
    return this.type;
  }

  #skipSpace(): void {
    for (; this.#at < this.#text.length; this.#at += 1) {
      const char = this.#text[this.#at];
      if (char === '\n') {
        this.line += 1;
        this.#lineStart = this.#at + 1;
      } else if (char !== ' ' && char !== '\t' && char !== '\r') return;
    }
  }

  #read(): TokenType {
    const char = this.#text[this.#at];
    if (char === undefined) return 'end';
    if (punctuation.has(char)) {
      this.#at += 1;
      return char as TokenType;
    }
    if (char === '"') return this.#readString();
    if (char === '-' || (char >= '0' && char <= '9')) return this.#readNumber();
    return this.#readWord();
  }

  #readString(): TokenType {
    let value = '';
    this.#at += 1;
    for (;;) {
      const plain = readAt(plainAt, this.#text, this.#at);
      value += plain;
      this.#at += plain.length;
      const char = this.#text[this.#at];
      if (char === undefined) return 'cut';
      if (char === '"') break;
      if (char !== '\\') return 'bad';
      const escaped = this.#readEscape();
      if (escaped === undefined) return this.#at >= this.#text.length ? 'cut' : 'bad';
      value += escaped;
    }
    this.#at += 1;
    this.value = value;
    return 'string';
  }

  /** What an escape stands for; undefined, with the position at the end of the text if it was cut off, when it is none. */
  #readEscape(): string | undefined {
    const char = this.#text[this.#at + 1] ?? '';
    const hex = char === 'u' ? readAt(hexAt, this.#text, this.#at + 2) : '';
    const escaped = hex === '' ? escapes.get(char) : String.fromCharCode(Number.parseInt(hex, 16));
    const isCut =
      char === '' || (char === 'u' && cutHexAt.test(this.#text.slice(this.#at + 2, this.#at + 6)));
    if (escaped !== undefined) this.#at += 2 + hex.length;
    else if (isCut) this.#at = this.#text.length;
    return escaped;
  }

  #readNumber(): TokenType {
    const number = readAt(numberAt, this.#text, this.#at);
    const isCut = this.#at + Math.max(number.length, 1) >= this.#text.length;
    if (number === '') return isCut ? 'cut' : 'bad';
    this.#at += number.length;
    this.value = Number(number);
    return 'literal';
  }

  #readWord(): TokenType {
    const word = readAt(wordAt, this.#text, this.#at);
    const value = words.get(word);
    if (value === undefined) {
      const isCut = word !== '' && this.#at + word.length === this.#text.length;
      return isCut && [...words.keys()].some((known) => known.startsWith(word)) ? 'cut' : 'bad';
    }
    this.#at += word.length;
    this.value = value;
    return 'literal';
  }
}
