import {
  escalationSections,
  type Section,
  totalsSection,
  trapsSection,
} from '../../../shared/explanation/closing-lines.ts';
import type { PolicyExplanation, StatementExplanation } from '../../../shared/explanation/explain-policy.ts';
import { type Line, line, said } from '../../../shared/explanation/line.ts';
import type { Messages } from '../../../shared/explanation/messages/english.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { indented, painted, widthOf, wrapped } from '../terminal.ts';

/** The texts of a language: sentences, and titles of the checks by their ids. */
export interface Language {
  readonly messages: Messages;
  readonly titles: Readonly<Record<string, string>>;
}

const bullet = (text: string, indent: string): string => {
  const [first = '', ...rest] = wrapped(text, widthOf() - indent.length - 2);
  return [`${indent}- ${first}`, ...rest.map((more) => `${indent}  ${more}`)].join('\n');
};

/** Explanations for people at a terminal. What a document says is its author's text and is escaped. */
export const explanationText = (explanation: PolicyExplanation, { messages, titles }: Language): string => {
  const say = (one: Line): string => said(one, messages, terminalText);
  const title = ({ index, sid, effect }: StatementExplanation): string => {
    const number = index + 1;
    const text = sid ? line('statementTitleSid', { number, sid }) : line('statementTitle', { number });
    return painted(effect === 'Allow' ? ['bold'] : ['bold', 'red'], say(text));
  };
  const statement = (one: StatementExplanation): string =>
    [
      title(one),
      ...one.lines.map((each) => indented(say(each), '  ', widthOf())),
      ...(one.conditions.length === 0 ? [] : [`  ${say(line('onlyIf'))}`]),
      ...one.conditions.map((each) => bullet(say(each), '    ')),
    ].join('\n');
  const section = ({ heading, items }: Section): string =>
    [
      ...wrapped(say(heading), widthOf()).map((text) => painted('bold', text)),
      ...items.map((each) => bullet(say(each), '  ')),
    ].join('\n');
  const parts = [
    explanation.head.map((each) => indented(say(each), '', widthOf())).join('\n'),
    ...explanation.statements.map(statement),
    ...[
      ...totalsSection(explanation),
      ...escalationSections(explanation),
      trapsSection(explanation, titles),
    ].map(section),
  ];
  return `${parts.join('\n\n')}\n`;
};
