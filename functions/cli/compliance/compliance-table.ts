import {
  type ControlStatus,
  controlStatuses,
  type JudgedControl,
  type JudgedFramework,
} from '../../../shared/compliance/control-status.ts';
import { formatMessage } from '../../../shared/i18n/format-message.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { columnsOf } from '../../../shared/text/wrap.ts';
import { indented, painted, widthOf } from '../terminal.ts';
import { complianceWords } from './compliance-words.ts';

const styles = {
  FAIL: 'red',
  NOT_EVALUATED: 'yellow',
  PASS: 'green',
  NOT_APPLICABLE: 'dim',
  WATCHED: 'cyan',
  OUTSIDE: 'dim',
} as const satisfies Record<ControlStatus, string>;

const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)));

const asIs = (text: string): string => text;

/** Why it is not simply right. */
const detailOf = ({ control, failed, open }: JudgedControl, language: Language): readonly string[] => {
  const words = complianceWords[language];
  const mark = (id: string): string => (control.ours.includes(id) ? `${id}*` : id);
  const line = (template: string, ids: readonly string[]): readonly string[] =>
    ids.length === 0 ? [] : [formatMessage(template, { ids: ids.map(mark) }, asIs)];
  const watched = control.checks.length === 0 ? control.rules : [];
  return [
    ...line(words.failed, failed),
    ...line(words.open, open),
    ...line(words.watched, watched),
    ...(control.outside === undefined ? [] : [control.outside[language]]),
  ];
};

const controlLines = (judged: JudgedControl, language: Language, widths: Widths): string => {
  const { control, status } = judged;
  const word = padded(complianceWords[language].status[status], widths.status);
  const head = `  ${painted(styles[status], word)}  ${padded(control.id, widths.id)}  ${control.title[language]}`;
  const indent = ' '.repeat(widths.status + widths.id + 6);
  return [
    head,
    ...detailOf(judged, language).map((text) => painted('dim', indented(text, indent, widthOf()))),
  ].join('\n');
};

interface Widths {
  readonly status: number;
  readonly id: number;
}

const widthsOf = ({ controls }: JudgedFramework, language: Language): Widths => ({
  status: Math.max(...controlStatuses.map((status) => columnsOf(complianceWords[language].status[status]))),
  id: Math.max(...controls.map(({ control }) => columnsOf(control.id))),
});

const scoreLine = ({ score }: JudgedFramework, language: Language): string => {
  const words = complianceWords[language];
  const counts = controlStatuses
    .filter((status) => score.counts[status] > 0)
    .map((status) => `${words.status[status]} ${score.counts[status]}`)
    .join(' · ');
  const judged = score.counts.PASS + score.counts.FAIL;
  const text =
    score.percent === undefined
      ? words.noScore
      : formatMessage(words.score, { percent: score.percent, judged }, asIs);
  return `${counts}\n${text}`;
};

/** A framework, section by section, each control with what became of it and why. */
export const complianceTable = (judged: JudgedFramework, language: Language): string => {
  const { framework, controls } = judged;
  const widths = widthsOf(judged, language);
  const sections = framework.sections.map(({ id, title }) => {
    const own = controls.filter(({ control }) => control.section === id);
    return [
      painted('bold', `${id}  ${title[language]}`),
      ...own.map((one) => controlLines(one, language, widths)),
    ].join('\n');
  });
  const marks = controls.some(({ control }) => control.ours.length > 0);
  return [
    painted('bold', `${framework.name[language]} ${framework.version}`),
    ...sections,
    [scoreLine(judged, language), ...(marks ? [`* ${complianceWords[language].ours}`] : [])].join('\n'),
  ].join('\n\n');
};
