import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundlingOptions } from '../../../infra/aws/constructs/bundling.ts';
import { functionNames } from '../../../infra/aws/constructs/own-roles.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Bundles as CDK does, and tells how many bytes of the output each source file is. */
const bundle = async (name: string) => {
  const { sourceMap, externalModules, banner, ...options } = bundlingOptions;
  const { outputFiles, metafile } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: [`functions/${name}/handler.ts`],
    outfile: 'index.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: banner },
    external: externalModules,
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {};
  return {
    text: outputFiles[0]?.text ?? '',
    bytes: Object.entries(inputs).map(([path, { bytesInOutput }]) => ({ path, bytesInOutput })),
  };
};

const isSdk = (path: string) => /(^|\/)node_modules\/@(aws-sdk|smithy|aws-crypto|aws)\//.test(path);

describe.each(functionNames)('the bundle of %s', (name) => {
  it('is of functions that exist', () => {
    expect(existsSync(`${root}functions/${name}/handler.ts`)).toBe(true);
  });

  it('has less than 450 KB beside the clients of the SDK, and nothing of the examples of the rules', async () => {
    const { text, bytes } = await bundle(name);
    const own = bytes
      .filter(({ path }) => !isSdk(path))
      .reduce((sum, { bytesInOutput }) => sum + bytesInOutput, 0);
    expect(own).toBeLessThan(450_000);
    expect(
      bytes.filter(({ path, bytesInOutput }) => path.endsWith('events/example.ts') && bytesInOutput > 0),
    ).toEqual([]);
    // A user agent that only the example builders write.
    expect(text).not.toContain('Firefox/144.0');
  });
});
