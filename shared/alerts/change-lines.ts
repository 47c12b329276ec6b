import { formatMessage } from '../i18n/format-message.ts';
import type { Labels } from '../i18n/labels.ts';
import type { AccessChange, BeforeState, Capped } from '../rules/change/access-change.ts';
import { cleanLine } from '../text/clean.ts';
import { truncate } from '../text/truncate.ts';

/** Lines of an alert's diff, the one that counts the rest included. */
export const maxChangeLines = 20;

const longestLine = 150;
const raw = (value: string): string => value;

/** What an alert says of a change. Of both, every line is without control characters; escape them where they are written. */
export interface ChangeText {
  /** What was changed, and what it was compared with. */
  readonly about: string;
  /** `+` more may be done, `-` less, a space: what was written. At most `maxChangeLines`; none when nothing changed, or nothing is known. */
  readonly lines: readonly string[];
}

/** A value inside a sentence. */
const short = (text: string): string => truncate(cleanLine(text), 300);

const beforeText = (before: BeforeState, { change }: Labels): string => {
  if (before.from === 'nothing') return change.before.nothing;
  if (before.from === 'snapshot')
    return formatMessage(change.before.snapshot, { time: before.readAt.slice(0, 16).replace('T', ' ') }, raw);
  if (before.from === 'unknown') return formatMessage(change.before.unknown, { cause: before.cause }, raw);
  if (before.version === undefined) return change.before.iam;
  const text = before.assumed ? change.before.assumed : change.before.version;
  return formatMessage(text, { version: before.version }, raw);
};

/** Names may be those of what every object has. */
const wordFor = (words: Readonly<Record<string, string>>, name: string): string =>
  (Object.hasOwn(words, name) ? words[name] : undefined) ?? name;

type Sign = '+' | '-' | ' ';

const line = (sign: Sign, label: string, text: string): string =>
  truncate(`${sign} ${label}: ${cleanLine(text)}`, longestLine);

const cappedLines = (
  sign: Sign,
  label: string,
  { count, texts }: Capped,
  labels: Labels,
): readonly string[] => {
  const lines = texts.map((text) => line(sign, label, text));
  const rest = count - texts.length;
  if (rest <= 0) return lines;
  return [...lines, line(sign, label, formatMessage(labels.sentence.more, { count: rest }, raw))];
};

const rising: ReadonlySet<string> = new Set(['gained', 'widened', 'undenied']);
const signOf = (change: string): Sign => (rising.has(change) ? '+' : '-');

/** `iam:PassRole, CreateUser, s3:PutObject`: a service once for all that follow. */
const withServiceOnce = (actions: readonly string[]): string =>
  actions
    .map((action, index) => {
      const [service = '', name = ''] = action.split(':');
      return actions[index - 1]?.startsWith(`${service}:`) ? name : action;
    })
    .join(', ');

/** How many are named is decided by the length of a line, and how many are not is always said. */
const named = (
  texts: readonly string[],
  count: number,
  room: number,
  labels: Labels,
  join: (some: readonly string[]) => string,
): string => {
  for (let kept = texts.length; kept > 0; kept -= 1) {
    const rest = count - kept;
    const more = rest > 0 ? ` … ${formatMessage(labels.sentence.more, { count: rest }, raw)}` : '';
    const text = `${join(texts.slice(0, kept))}${more}`;
    if (text.length <= room || kept === 1) return text;
  }
  return '';
};

const labelOf = (of: 'action' | 'principal', change: string, { change: words }: Labels): string =>
  words[of][change as keyof Labels['change']['action']] ?? change;

const actionLines = ({ actions }: AccessChange, isMore: boolean, labels: Labels): readonly string[] =>
  actions
    .filter(({ change }) => rising.has(change) === isMore)
    .map(({ change, level, count, actions: some }) => {
      const label = labelOf('action', change, labels);
      const before = `${wordFor(labels.change.level, level)} (${count}): `;
      const room = longestLine - label.length - before.length - 4;
      return line(signOf(change), label, before + named(some, count, room, labels, withServiceOnce));
    });

const principalLines = ({ principals }: AccessChange, isMore: boolean, labels: Labels): readonly string[] =>
  principals
    .filter(({ change }) => rising.has(change) === isMore)
    .flatMap(({ change, count, principals: texts }) =>
      cappedLines(signOf(change), labelOf('principal', change, labels), { count, texts }, labels),
    );

const inWords = ({ count, texts }: Capped, { change }: Labels): Capped => ({
  count,
  texts: texts.map((text) => wordFor(change.path, text)),
});

/** What gives more comes first, then what was written, then what gives less. */
const allLines = (change: AccessChange, labels: Labels): readonly string[] => {
  const { line: words } = labels.change;
  return [
    ...cappedLines('+', words.opened, inWords(change.opened, labels), labels),
    ...cappedLines('+', words.guard, change.guardsRemoved, labels),
    ...principalLines(change, true, labels),
    ...actionLines(change, true, labels),
    ...cappedLines('+', words.others, change.otherActions, labels),
    ...cappedLines(' ', words.added, change.statementsAdded, labels),
    ...cappedLines(' ', words.removed, change.statementsRemoved, labels),
    ...principalLines(change, false, labels),
    ...actionLines(change, false, labels),
  ];
};

/** Cut to the number of lines; the last one then counts those that are left out. */
const fitted = (lines: readonly string[], labels: Labels, max: number): readonly string[] => {
  if (lines.length <= max) return lines;
  const count = lines.length - max + 1;
  return [...lines.slice(0, max - 1), `  … ${formatMessage(labels.change.moreLines, { count }, raw)}`];
};

const aboutText = ({ of, name, before, unread }: AccessChange, labels: Labels): string => {
  const { change } = labels;
  const what = formatMessage(change.of[of], { name: short(name) }, raw);
  if (unread !== undefined) return formatMessage(change.unread, { what, cause: short(unread) }, raw);
  return formatMessage(change.compared, { what, before: short(beforeText(before, labels)) }, raw);
};

/** A change in words, at most `max` lines beside the sentence on what was compared. */
export const changeText = (change: AccessChange, labels: Labels, max = maxChangeLines): ChangeText => ({
  about: aboutText(change, labels),
  lines: change.unread === undefined ? fitted(allLines(change, labels), labels, max) : [],
});
