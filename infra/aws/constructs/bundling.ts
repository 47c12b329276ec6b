/** CommonJS packages inside an ES module bundle still call `require` for Node's own modules. */
const banner = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

/**
 * How the functions are bundled. The SDK is bundled, too: what is tested is what runs, whatever version the runtime brings.
 * `module` before `main` makes the bundle half as large (docs/adr/0021-functions-are-esm-bundles.md).
 */
export const bundlingOptions = {
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  sourceMap: true,
  // Stack traces need positions only; the sources themselves would make the map three times as large.
  sourcesContent: false,
  externalModules: [] as string[],
  banner,
};
