import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'esbuild';

/** Modules that hold nothing but a table, as plain data. */
const tables =
  /[\\/]shared[\\/](policy[\\/]actions[\\/]core-actions\.json|policy[\\/]escalation[\\/]paths[\\/]all\.ts|rules[\\/](coverage[\\/]known-names|passed-role[\\/]carriers)\.ts)$/;

const unpacked = (value: unknown): string => {
  const json = JSON.stringify(value);
  if (json === undefined) throw new Error('a table of data holds something that JSON cannot');
  return `unpack('${brotliCompressSync(json).toString('base64')}')`;
};

/**
 * The module that a table becomes: each of its exports unpacks itself once, when it is first imported.
 *
 * @param exports by name; `default` for that of a JSON file
 */
export const packedModule = (exports: Readonly<Record<string, unknown>>): string => {
  const lines = Object.entries(exports).map(([name, value]) =>
    name === 'default' ? `export default ${unpacked(value)};` : `export const ${name} = ${unpacked(value)};`,
  );
  return [
    "import { brotliDecompressSync } from 'node:zlib';",
    "const unpack = (text) => JSON.parse(brotliDecompressSync(Buffer.from(text, 'base64')).toString());",
    ...lines,
  ].join('\n');
};

const exportsOf = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
  const url = pathToFileURL(path).href;
  if (!path.endsWith('.json')) return import(url);
  // A loader may add the members as exports of their own.
  const { default: value } = await import(url, { with: { type: 'json' } });
  return { default: value };
};

/** Puts tables of data into a bundle at a third of their size (docs/adr/0060-what-a-call-changed.md). */
export const packedTables: Plugin = {
  name: 'packed-tables',
  setup({ onLoad }) {
    onLoad({ filter: tables }, async ({ path }) => ({
      contents: packedModule(await exportsOf(path)),
      loader: 'js',
    }));
  },
};
