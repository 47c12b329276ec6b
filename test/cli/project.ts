import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../functions/cli/rules/rule-files.ts';

/** A project in a temporary folder that shares everything but its catalogue and its docs with this one. */
export const createProject = (): string => {
  const project = mkdtempSync(join(tmpdir(), 'trailwarden-'));
  mkdirSync(join(project, 'shared/rules/catalogue'), { recursive: true });
  for (const path of [
    'node_modules',
    'package.json',
    'shared/account',
    'shared/events',
    'shared/history',
    'shared/rules/define-rule.ts',
    'shared/rules/facts.ts',
    'shared/rules/severity.ts',
    'shared/rules/trigger.ts',
  ])
    symlinkSync(join(projectFolder, path), join(project, path));
  return project;
};

/** Writes a file of a project, with its folders. */
export const write = (project: string, path: string, text: string): void => {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
};

/** The text of a rule that fires on each `iam:CreateUser`. */
export const ruleText = (id: string, title = 'User created'): string => `
import { call } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: '${id}',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['iam:CreateUser'] },
  title: '${title}',
  why: 'Why "*" matters.',
  fix: 'Delete it.',
  misses: 'Others.',
  falsePositives: 'None.',
  attack: ['T1136.003'],
  messages: { created: '{actor} created <{resource}> | {userName}.' },
  undo: { created: 'aws iam delete-user --user-name {userName}' },
  evaluate: () => [{ message: 'created', resource: 'arn:aws:iam::111122223333:user/eve', data: { userName: 'eve' } }],
});

export const examples = (): Example[] => [
  { name: 'anyone', expect: ['created'], record: call('iam:CreateUser') },
  { name: 'something else', expect: [], record: call('iam:DeleteUser') },
];
`;
