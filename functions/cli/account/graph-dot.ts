import { cleanLine } from '../../../shared/text/clean.ts';
import { type GraphDocument, reachers } from './graph-document.ts';

/** A string of the DOT language (Graphviz, "The DOT Language"): quotes and backslashes are escaped, nothing else is special. */
const quoted = (text: string): string =>
  `"${cleanLine(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const shortName = (arn: string): string => arn.split(':').slice(5).join(':') || arn;

/** The ways to administrator as a DOT graph: one edge for the first step of each who gets there. */
export const graphDot = (document: GraphDocument): string => {
  const administrators = document.principals.filter(({ administrator }) => administrator);
  const lines = [
    'digraph escalation {',
    '  rankdir=LR;',
    '  node [shape=box, fontname="sans-serif"];',
    '  "administrator" [shape=doubleoctagon];',
    ...administrators.map(
      ({ arn }) => `  ${quoted(arn)} [label=${quoted(shortName(arn))}, style=filled, fillcolor="#f4c7c3"];`,
    ),
    ...administrators.map(({ arn }) => `  ${quoted(arn)} -> "administrator" [style=bold];`),
    ...reachers(document).flatMap(({ arn, route }) => {
      const [step] = route;
      if (step === undefined) return [];
      const style = step.conditions.length > 0 ? ', style=dashed' : '';
      return [
        `  ${quoted(arn)} [label=${quoted(shortName(arn))}];`,
        `  ${quoted(arn)} -> ${quoted(step.to)} [label=${quoted(step.path)}${style}];`,
      ];
    }),
    '}',
  ];
  return `${lines.join('\n')}\n`;
};
