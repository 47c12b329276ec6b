import ipaddr from 'ipaddr.js';

/** A value that a file can hold. */
export type Value = string | number | readonly Value[] | { readonly [key: string]: Value };

const types = { string: 2, double: 3, uint32: 6, map: 7, array: 11 } as const;

/** Type and size, as the format packs them. */
const control = (type: number, size: number): Buffer => {
  const [head, more] =
    size < 29 ? [size, []] : size < 285 ? [29, [size - 29]] : [30, [(size - 285) >> 8, (size - 285) & 255]];
  return type < 8 ? Buffer.from([(type << 5) | head, ...more]) : Buffer.from([head, type - 7, ...more]);
};

const numberBytes = (value: number): Buffer => {
  const bytes = Buffer.alloc(Number.isInteger(value) && value >= 0 ? 4 : 8);
  if (bytes.length === 4) bytes.writeUInt32BE(value);
  else bytes.writeDoubleBE(value);
  return Buffer.concat([control(bytes.length === 4 ? types.uint32 : types.double, bytes.length), bytes]);
};

const encode = (value: Value): Buffer => {
  if (typeof value === 'number') return numberBytes(value);
  if (typeof value === 'string')
    return Buffer.concat([control(types.string, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Array.isArray(value))
    return Buffer.concat([control(types.array, value.length), ...value.map((one: Value) => encode(one))]);
  const entries = Object.entries(value);
  const parts = entries.flatMap(([key, inner]) => [encode(key), encode(inner as Value)]);
  return Buffer.concat([control(types.map, entries.length), ...parts]);
};

type Node = [Node | number | undefined, Node | number | undefined];

const bitsOf = (network: string, ipVersion: number): readonly number[] => {
  const [address, length] = ipaddr.parseCIDR(network);
  const own = address.toByteArray();
  // IPv4 lies at the beginning of an IPv6 tree.
  const padding = ipVersion === 6 ? 16 - own.length : 0;
  const bytes = [...Array<number>(padding).fill(0), ...own];
  return bytes
    .flatMap((byte) => [...byte.toString(2).padStart(8, '0')].map(Number))
    .slice(0, 8 * padding + length);
};

const insert = (root: Node, bits: readonly number[], index: number): void => {
  let node = root;
  for (const bit of bits.slice(0, -1)) {
    const next = node[bit as 0 | 1];
    const below: Node = Array.isArray(next) ? next : [next, next];
    node[bit as 0 | 1] = below;
    node = below;
  }
  node[bits.at(-1) as 0 | 1] = index;
};

const nodesOf = (root: Node): readonly Node[] => {
  const nodes = [root];
  for (const node of nodes) nodes.push(...node.filter((one): one is Node => Array.isArray(one)));
  return nodes;
};

/**
 * Writes a file in MaxMind's format, with records of 24 bits.
 *
 * @param networks CIDR → record; narrower ones after wider ones
 * @see https://maxmind.github.io/MaxMind-DB/
 */
export const mmdbFile = (
  networks: Readonly<Record<string, Value>>,
  { ipVersion = 6, builtAt = '2026-03-01T00:00:00.000Z' } = {},
): Buffer => {
  const root: Node = [undefined, undefined];
  const records = Object.values(networks).map(encode);
  for (const [index, network] of Object.keys(networks).entries())
    insert(root, bitsOf(network, ipVersion), index);
  const nodes = nodesOf(root);
  const offsets = records.map((_, i) => Buffer.concat(records.slice(0, i)).length);
  const pointer = (to: Node | number | undefined): number => {
    if (to === undefined) return nodes.length;
    return Array.isArray(to) ? nodes.indexOf(to) : nodes.length + 16 + (offsets[to] ?? 0);
  };
  const tree = Buffer.alloc(nodes.length * 6);
  nodes.forEach(([left, right], i) => {
    tree.writeUIntBE(pointer(left), i * 6, 3);
    tree.writeUIntBE(pointer(right), i * 6 + 3, 3);
  });
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: Date.parse(builtAt) / 1000,
    database_type: 'Test',
    description: { en: 'Made by a test' },
    ip_version: ipVersion,
    languages: ['en'],
    node_count: nodes.length,
    record_size: 24,
  });
  const marker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
  return Buffer.concat([tree, Buffer.alloc(16), ...records, marker, metadata]);
};
