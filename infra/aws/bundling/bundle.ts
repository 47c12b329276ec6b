import { bundleFunction } from './bundle-function.ts';

// Run by CDK, which bundles synchronously, while esbuild takes plugins only otherwise: `node bundle.ts FUNCTION FOLDER`.
const [name, folder] = process.argv.slice(2);
if (name === undefined || folder === undefined)
  throw new Error('usage: node infra/aws/bundling/bundle.ts FUNCTION FOLDER');
await bundleFunction(name, folder);
