import { type ReadRules, readRules } from '../../shared/sigma/read-rules.ts';

/** The lines above the detection of `sigmaText`: what is given stands at line 6 and below. */
export const linesAbove = 5;

const indented = (yaml: string): string => yaml.replace(/^(?=.)/gm, '  ');

/** A rule with this detection; `head` is added to what it says of itself. */
export const sigmaText = (detection: string, head = ''): string =>
  [
    'title: A rule',
    'logsource:',
    '  product: aws',
    '  service: cloudtrail',
    'detection:',
    indented(detection),
    head,
  ].join('\n');

/** A correlation with these lines, the first at line 3. */
export const correlationText = (lines: string, head = ''): string =>
  ['title: A correlation', 'correlation:', indented(lines), head].join('\n');

/** A rule that correlations can refer to. */
export const referable = (name: string): string =>
  `${sigmaText('selection:\n  eventName: CreateUser\ncondition: selection')}\nname: ${name}`;

/** Reads texts as the files `rule.yml`, `rule-2.yml` … */
export const readTexts = (...texts: readonly string[]): ReadRules =>
  readRules(texts.map((text, i) => ({ path: i === 0 ? 'rule.yml' : `rule-${i + 1}.yml`, text })));

/** Every fault as `line: message`. */
export const faultsOf = (read: ReadRules): readonly string[] =>
  read.refused.flatMap(({ faults }) => faults.map(({ line, message }) => `${line}: ${message}`));
