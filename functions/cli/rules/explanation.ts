import {
  beforeSample,
  type DescribedRule,
  looksAt,
  sampleOf,
  sentencesOf,
  techniqueUrl,
  tierTexts,
  undoingActions,
} from '../../../shared/rules/docs/described-rule.ts';
import { tierNeeded } from '../../../shared/rules/tier.ts';
import { terminalLines, terminalText } from '../../../shared/text/escape.ts';
import { indented, painted, paintedSeverity, widthOf } from '../terminal.ts';

const indent = '  ';

/** Texts of custom rules are a stranger's. */
const paragraph = (text: string): string => indented(terminalLines(text), indent, widthOf());

const bullets = (items: readonly string[]): string =>
  items.map((item) => indented(terminalText(item), '    ', widthOf()).replace(/^ {4}/, '  - ')).join('\n');

/** Code, commands and JSON stay on their lines, so that they can be copied. */
const verbatim = (text: string): string => text.replace(/^/gm, indent);

const section = (heading: string, body: string): readonly string[] =>
  body === '' ? [] : [`${painted('bold', heading)}\n${body}`];

const withoutBackticks = (text: string): string => text.replaceAll('`', '');

const messagesOf = ({ rule }: DescribedRule): string =>
  bullets(
    Object.values(rule.messages).flatMap((text) => {
      const { done, tried } = sentencesOf(text);
      return tried === undefined ? [done] : [done, `${tried} (refused)`];
    }),
  );

const names = ({ examples }: DescribedRule, fires: boolean): string =>
  bullets(examples.filter(({ expect }) => expect.length > 0 === fires).map(({ name }) => name));

const undoOf = ({ rule }: DescribedRule): string =>
  verbatim(
    Object.values(rule.undo ?? {})
      .filter((command) => command !== undefined)
      .join('\n'),
  ).trimEnd();

const endsWhen = ({ rule }: DescribedRule): string => {
  const actions = undoingActions(rule);
  return actions.length === 0 ? '' : paragraph(`${actions.join(', ')} on the same resource resolves it.`);
};

const sampleText = ({ examples }: DescribedRule): string => {
  const sample = sampleOf(examples);
  if (!sample) return '';
  const parts = [beforeSample(sample), JSON.stringify(sample.record, null, 2)];
  return verbatim(parts.filter((part) => part !== '').join('\n'));
};

/** A rule, and of a custom rule where it stands and what it counts. */
interface ExplainedRule extends DescribedRule {
  readonly source?: string;
  readonly counts?: string;
}

/** The page of a rule for a terminal. */
export const explanation = (described: ExplainedRule): string => {
  const { rule, topic, source, counts = '' } = described;
  const tier = tierNeeded(rule);
  const head = [
    `${paintedSeverity(rule.severity, rule.severity.toUpperCase())}  ${painted('bold', terminalText(rule.title))}`,
    `${rule.id} · ${rule.kind} · ${topic} · tier ${tier} (${tierTexts[tier]})`,
    ...(source === undefined ? [] : [`Sigma rule in ${terminalText(source)}`]),
  ].join('\n');
  const techniques = rule.attack.map((id) => `${id}  ${techniqueUrl(id)}`);
  return [
    head,
    ...section('Why', paragraph(rule.why)),
    ...section('Looks at', paragraph(withoutBackticks(looksAt(rule)))),
    ...section('Counts', paragraph(counts)),
    ...section('Fires on', names(described, true)),
    ...section('Stays quiet on', names(described, false)),
    ...section('Says', messagesOf(described)),
    ...section('Fix', paragraph(rule.fix)),
    ...section('Undo', undoOf(described)),
    ...section('Ends when', endsWhen(described)),
    ...section('Misses', paragraph(rule.misses)),
    ...section('False positives', paragraph(rule.falsePositives)),
    ...section('ATT&CK', verbatim(techniques.join('\n')).trimEnd()),
    ...section('Sample event', sampleText(described)),
  ]
    .join('\n\n')
    .concat('\n');
};
