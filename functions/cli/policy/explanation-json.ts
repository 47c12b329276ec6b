import type { PolicyExplanation } from '../../../shared/explanation/explain-policy.ts';
import { type Line, said } from '../../../shared/explanation/line.ts';
import { countsByLevel } from '../../../shared/explanation/scopes.ts';
import type { Language } from './explanation-text.ts';

/** An explanation as data: sentences in the language, and what they rest on. Not escaped, as the other JSON of the command line. */
export const explanationJson = (explanation: PolicyExplanation, { messages, titles }: Language) => {
  const say = (one: Line): string => said(one, messages, String);
  const { kind, head, statements, allowed, paths, traps } = explanation;
  return {
    kind,
    summary: head.map(say),
    statements: statements.map(({ index, sid, effect, lines, conditions }) => ({
      statement: index,
      sid: sid ?? null,
      effect,
      sentences: lines.map(say),
      conditions: conditions.map(say),
    })),
    totals: countsByLevel(allowed).map(({ level, actions }) => ({
      level,
      count: actions.length,
      services: Object.fromEntries(
        [...Map.groupBy(actions, ({ service }) => service)].map(([service, { length }]) => [service, length]),
      ),
    })),
    escalation: paths.map(({ path, verdict, actions, conditions }) => ({
      id: path.id,
      title: path.title,
      category: path.category,
      verdict,
      actions,
      conditions,
    })),
    traps: traps.map(({ check, severity, place, statement, says }) => ({
      check: check.id,
      severity,
      title: titles[check.id] ?? check.title,
      message: says,
      statement: statement ?? null,
      pointer: place.pointer,
      line: place.line ?? null,
    })),
  };
};
