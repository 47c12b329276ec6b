import type { Rule } from '../rules/define-rule.ts';
import type { CustomRule } from './custom-rule.ts';
import { describedBy } from './described.ts';
import { compileExpression, type Expression } from './expression.ts';
import { matchedResource } from './matched-resource.ts';
import type { CompileRegex } from './regex.ts';

// The title is data, not template: braces in it mean nothing, and each output escapes it.
const messages = {
  matched: {
    done: '{actor} called {eventName} of {service} (custom rule: {rule}).',
    tried: '{actor} tried {eventName} of {service} without success (custom rule: {rule}).',
  },
} as const;

/** A rule that looks at one event. */
export const eventRule = (rule: CustomRule, expression: Expression, regex: CompileRegex): Rule => {
  const isMeant = compileExpression(expression, regex);
  return {
    ...describedBy(rule),
    messages,
    evaluate(event) {
      if (!isMeant(event.record)) return [];
      return [
        {
          message: 'matched',
          resource: matchedResource(event),
          aspect: event.action,
          data: { rule: rule.title, service: event.source },
        },
      ];
    },
  };
};
