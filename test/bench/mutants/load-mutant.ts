import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../../../shared/rules/define-rule.ts';

const sources = new Map<string, string>();
let isHooked = false;

const hook = (): void => {
  if (isHooked) return;
  isHooked = true;
  registerHooks({
    load: (url, context, next) => {
      const source = sources.get(url);
      return source === undefined
        ? next(url, context)
        : { format: 'module-typescript', source, shortCircuit: true };
    },
  });
};

/**
 * Imports a rule from a text instead of its file; what it imports is found as from there.
 *
 * @param name tells the texts of one file apart
 */
export const loadFrom = async (path: string, name: string, source: string): Promise<Rule> => {
  hook();
  const url = `${pathToFileURL(path).href}?${name}`;
  sources.set(url, source);
  const { default: rule } = await import(url);
  sources.delete(url);
  return rule;
};
