import type { Rule } from '../rules/define-rule.ts';
import { correlationRule } from './correlation-rule.ts';
import type { CustomRule } from './custom-rule.ts';
import { eventRule } from './event-rule.ts';
import { type Expression, hasRegex } from './expression.ts';
import type { CompileRegex } from './regex.ts';

/**
 * Makes a rule of the engine from a rule of the owner.
 *
 * @throws Error when it has a regular expression and `regex` is no engine
 */
export const ruleFrom = (custom: CustomRule, regex: CompileRegex): Rule => {
  const { detects } = custom;
  return detects.kind === 'event'
    ? eventRule(custom, detects.expression, regex)
    : correlationRule(custom, detects, regex);
};

const expressionsOf = ({ detects }: CustomRule): readonly Expression[] =>
  detects.kind === 'event' ? [detects.expression] : detects.rules.map(({ expression }) => expression);

/** Whether one of the rules needs an engine for regular expressions. */
export const needsRegex = (rules: readonly CustomRule[]): boolean =>
  rules.flatMap(expressionsOf).some(hasRegex);
