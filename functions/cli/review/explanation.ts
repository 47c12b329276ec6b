import { sourceCalls } from '../../../shared/account/source-calls.ts';
import { fileOfSource } from '../../../shared/adapters/files/account-folder/read-account-folder.ts';
import { type DescribedCheck, verdictsOf } from '../../../shared/review/docs/described-check.ts';
import { thresholds } from '../../../shared/review/thresholds.ts';
import { indented, painted, paintedSeverity, widthOf } from '../terminal.ts';

const indent = '  ';

const paragraph = (text: string): string => indented(text, indent, widthOf());

const bullets = (items: readonly string[]): string =>
  items.map((item) => indented(item, '    ', widthOf()).replace(/^ {4}/, '  - ')).join('\n');

const section = (heading: string, body: string): readonly string[] =>
  body === '' ? [] : [`${painted('bold', heading)}\n${body}`];

const states = ({ check, examples }: DescribedCheck): string =>
  bullets(
    examples.map((example) => {
      const verdicts = verdictsOf(check, example).map(({ verdict }) => verdict);
      return `${example.name}: ${[...new Set(verdicts)].join(', ')}`;
    }),
  );

/** The page of a check for a terminal. */
export const checkExplanation = (described: DescribedCheck): string => {
  const { check } = described;
  const sources = [...check.needs, ...(check.confirms ?? []), ...(check.consults ?? [])];
  const limits = (check.thresholds ?? []).map((name) => {
    const { value, unit, meaning, source } = thresholds[name];
    return `${name}: ${value} ${unit}. ${meaning} (${source})`;
  });
  return [
    [
      `${paintedSeverity(check.severity, check.severity.toUpperCase())}  ${painted('bold', check.title)}`,
      `${check.id} · check of the nightly review · ${check.topic}`,
    ].join('\n'),
    ...section('Why', paragraph(check.why)),
    ...section(
      'Looks at',
      bullets(sources.map((name) => `${sourceCalls[name].title} (${fileOfSource(name)})`)),
    ),
    ...section('Thresholds', bullets(limits)),
    ...section('Verdicts', states(described)),
    ...section('Fix', paragraph(check.fix)),
    ...section('Misses', paragraph(check.misses)),
  ]
    .join('\n\n')
    .concat('\n');
};
