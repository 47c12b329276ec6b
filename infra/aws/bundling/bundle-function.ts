import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, type BuildResult, build, type Plugin } from 'esbuild';
import { packedTables } from './packed-data.ts';
import { slimRule } from './slim-rule.ts';

/** The folder of the project. */
export const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));

/** What a page says of a rule and no function does. */
const pageTexts = ['misses', 'falsePositives', 'attack'];
/** What a card says of a rule. */
const cardTexts = ['why', 'fix', 'undo'];
/** What runs a rule. */
const code = ['lookups', 'history', 'evaluate', 'undoneBy'];

/**
 * Properties of rules that a function has no use for, by the folder in `functions/`. A test makes sure that nothing in its bundle reads them. Without
 * this, two thirds of the catalogue in each bundle would be texts and code that are never used, and be parsed at each cold start.
 */
export const unusedOfRules: Readonly<Record<string, readonly string[]>> = {
  'check-event': [...pageTexts, ...cardTexts],
  notify: [...pageTexts, ...code],
  housekeeping: [...pageTexts, ...cardTexts, ...code],
  reconcile: [...pageTexts, ...cardTexts, ...code.filter((name) => name !== 'undoneBy')],
  'review-credentials': [...pageTexts, ...cardTexts, ...code],
};

const slimRules = (drop: readonly string[]): Plugin => ({
  name: 'slim-rules',
  setup({ onLoad }) {
    onLoad(
      { filter: /[\\/]shared[\\/]rules[\\/]catalogue[\\/][^\\/]+[\\/][^\\/]+\.ts$/ },
      async ({ path }) => ({
        contents: await slimRule(await readFile(path, 'utf8'), new Set(drop)),
        loader: 'ts',
      }),
    );
  },
});

/** CommonJS packages inside an ES module bundle still call `require` for Node's own modules. */
const banner = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

/**
 * How the functions are bundled. The SDK is bundled, too: what is tested is what runs, whatever version the runtime brings.
 * `module` before `main` makes the bundle half as large (docs/adr/0021-functions-are-esm-bundles.md).
 */
const options = {
  absWorkingDir: projectFolder,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  // Korean texts as they are: escaped they would take twice the room.
  charset: 'utf8',
  banner: { js: banner },
  metafile: true,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * Bundles a function into one file.
 *
 * @param name folder in `functions/`
 * @param folder where `index.mjs` and its source map go; without one nothing is written, and the result has the text
 */
export const bundleFunction = async (
  name: string,
  folder?: string,
): Promise<BuildResult<{ metafile: true }>> =>
  build({
    ...options,
    entryPoints: [`functions/${name}/handler.ts`],
    plugins: [slimRules(unusedOfRules[name] ?? []), packedTables],
    ...(folder === undefined
      ? { outfile: 'index.mjs', write: false }
      : // Stack traces need positions only; the sources themselves would make the map three times as large.
        { outfile: join(folder, 'index.mjs'), sourcemap: true, sourcesContent: false }),
  });
