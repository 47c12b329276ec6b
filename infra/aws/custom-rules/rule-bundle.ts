import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { CustomRule } from '../../../shared/custom-rules/custom-rule.ts';
import { needsRegex } from '../../../shared/custom-rules/custom-rules.ts';
import { bundleFiles, ruleBundleText } from '../../../shared/custom-rules/rule-bundle.ts';

const engine = fileURLToPath(new URL('../../../shared/sigma/re2.ts', import.meta.url));

/** Writes the rules, and RE2 where one of them needs it, into a new folder and tells its path. */
export const writeRuleBundle = (rules: readonly CustomRule[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'trailwarden-rules-'));
  writeFileSync(join(folder, bundleFiles.rules), ruleBundleText(rules));
  if (!needsRegex(rules)) return folder;
  buildSync({
    entryPoints: [engine],
    outfile: join(folder, bundleFiles.engine),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    logLevel: 'error',
  });
  return folder;
};
