import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'esbuild';

/** The module that a packed JSON file becomes: its text unpacks itself once, when it is first imported. */
export const packedModule = (json: string): string => {
  // Without the white space of the file that people read.
  const packed = brotliCompressSync(JSON.stringify(JSON.parse(json))).toString('base64');
  return `import { brotliDecompressSync } from 'node:zlib';
export default JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString());`;
};

/** Puts tables of names into a bundle as a quarter of their size (docs/adr/0040-what-changed.md). */
export const packJson = (filter: RegExp): Plugin => ({
  name: 'packed-json',
  setup({ onLoad }) {
    onLoad({ filter }, async ({ path }) => ({
      contents: packedModule(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
});
