import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRule } from '../../functions/cli/rules/new-command.ts';
import { findRuleFiles, loadRules, projectFolder } from '../../functions/cli/rules/rule-files.ts';
import { runExamples } from '../../functions/cli/rules/run-examples.ts';
import { createProject, write } from './project.ts';

const bin = (name: string) => join(projectFolder, 'node_modules/.bin', name);

describe('rules new', () => {
  let project: string;
  beforeEach(() => {
    project = createProject();
  });
  afterEach(() => rmSync(project, { recursive: true }));

  it('writes a rule that loads, and whose first example fails until evaluate is written', async () => {
    const path = createRule('access-keys/my-rule', project);
    expect(path).toBe('shared/rules/catalogue/access-keys/my-rule.ts');
    expect(findRuleFiles(project).map((file) => file.path)).toEqual([path]);
    const results = await Promise.all((await loadRules(project)).map(runExamples));
    expect(results.flat().map(({ faults }) => faults)).toEqual([['it should say done and said nothing'], []]);
  });

  it('writes what the compiler and the linter accept', () => {
    const path = createRule('access-keys/my-rule', project);
    const compilerOptions = { typeRoots: [join(projectFolder, 'node_modules/@types')] };
    const include = ['shared/rules/catalogue'];
    write(
      project,
      'tsconfig.json',
      JSON.stringify({ extends: join(projectFolder, 'tsconfig.json'), compilerOptions, include }),
    );
    const compiled = spawnSync(bin('tsc'), ['-p', project], { encoding: 'utf8' });
    expect(compiled.stdout).toBe('');
    expect(compiled.status).toBe(0);

    const input = readFileSync(join(project, path), 'utf8');
    const linted = spawnSync(bin('biome'), ['check', '--write', `--stdin-file-path=${path}`], {
      cwd: projectFolder,
      encoding: 'utf8',
      input,
    });
    expect(linted.status, linted.stderr).toBe(0);
    expect(linted.stdout).toBe(input);
  });

  it('refuses an id that is taken, under whichever topic', () => {
    const path = createRule('access-keys/my-rule', project);
    const before = readFileSync(join(project, path), 'utf8');
    expect(() => createRule('access-keys/my-rule', project)).toThrow(`The id "my-rule" is taken by ${path}.`);
    expect(() => createRule('root/my-rule', project)).toThrow(`is taken by ${path}`);
    expect(readFileSync(join(project, path), 'utf8')).toBe(before);
  });

  it.each([
    'my-rule',
    'a/b/c',
    'Keys/my-rule',
    'keys/MyRule',
    'keys/my_rule',
    'keys/-my',
    'keys/',
    '../keys/my-rule',
    'keys/1-rule',
  ])('refuses the name %s', (name) => {
    expect(() => createRule(name, project)).toThrow(`"${name}" is no <topic>/<id> in kebab-case.`);
    expect(findRuleFiles(project)).toEqual([]);
  });
});
