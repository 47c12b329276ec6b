import { type Command, Option } from 'commander';
import type { Alert } from '../../../shared/alerts/alert.ts';
import { renderPlainText } from '../../../shared/alerts/render/plain-text.ts';
import { type RenderOptions, renderSlackMessage } from '../../../shared/alerts/render/slack-blocks.ts';
import { renderTerminalCard } from '../../../shared/alerts/render/terminal-card.ts';
import { type Language, languages } from '../../../shared/i18n/language.ts';
import { textsIn } from '../../../shared/i18n/texts-in.ts';
import { alertOfExample } from '../alert/example-alert.ts';
import { findCheckIds } from '../review/check-files.ts';
import { loadRule, projectFolder, ruleFileOf } from '../rules/rule-files.ts';
import { painted, widthOf } from '../terminal.ts';

const renderers: Readonly<Record<string, (alert: Alert, options: RenderOptions) => string>> = {
  card: (alert, options) =>
    renderTerminalCard(renderSlackMessage(alert, options), {
      columns: Math.min(widthOf(), 100),
      bold: (text) => painted('bold', text),
      dim: (text) => painted('dim', text),
    }),
  blocks: (alert, options) => JSON.stringify(renderSlackMessage(alert, options), null, 2),
  text: (alert, options) => {
    const { subject, body } = renderPlainText(alert, options);
    return `Subject: ${subject}\n\n${body.trimEnd()}`;
  },
};

interface PreviewOptions {
  readonly lang: Language;
  readonly format: string;
  readonly example?: string;
}

const preview = async (id: string, { lang, format, example }: PreviewOptions): Promise<void> => {
  const described = await loadRule(ruleFileOf(id, projectFolder, findCheckIds()));
  const ruleOf = (ruleId: string) => (ruleId === id ? described.rule : undefined);
  const alert = await alertOfExample(described, ruleOf, example);
  const render = renderers[format];
  process.stdout.write(`${render?.(alert, { ruleOf, texts: textsIn(lang) })}\n`);
};

/** Adds `tw alert preview RULE`. */
export const registerAlert = (program: Command): void => {
  const alert = program.command('alert').description('what people are told');
  alert
    .command('preview')
    .description("the alert that a rule's own example makes, as people will see it")
    .argument('<rule>', 'id of the rule, as `tw rules list` shows it')
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en'))
    .addOption(
      new Option('--format <format>', 'Slack card as text, its blocks as JSON, or the mail')
        .choices(Object.keys(renderers))
        .default('card'),
    )
    .option('--example <name>', 'which example, as `tw explain RULE` names it; the first that fires')
    .action(preview);
};
