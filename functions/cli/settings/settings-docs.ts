import { settingsJsonSchema } from '../../../shared/config/settings-json-schema.ts';
import type { CataloguedRule } from '../../../shared/rules/define-rule.ts';
import { escapeMarkdown, table } from '../../../shared/rules/docs/markdown.ts';
import { CliError } from '../errors.ts';

/** Where the published files are, relative to the project. */
export const settingsPage = 'docs/configuration.md';
export const settingsSchemaFile = 'docs/trailwarden.schema.json';

/** A table in the page, between two lines. */
interface Place {
  readonly begin: string;
  readonly end: string;
}

const accountPlace: Place = {
  begin: '<!-- settings: written by npm run rules:docs -->',
  end: '<!-- /settings -->',
};
const reviewPlace: Place = {
  begin: '<!-- review settings: written by npm run rules:docs -->',
  end: '<!-- /review settings -->',
};

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
}

/** The text of the JSON Schema that editors check the configuration file with. */
export const settingsSchemaText = (): string => `${JSON.stringify(settingsJsonSchema(), null, 2)}\n`;

const usersOf = (setting: string, catalogue: readonly CataloguedRule[]): string =>
  catalogue
    .filter(({ rule }) => (rule.needs ?? []).some((name) => name === setting))
    .map(({ rule }) => `[${rule.id}](rules/${rule.id}.md)`)
    .join(', ') || 'none yet';

const settingsTable = (catalogue: readonly CataloguedRule[]): string => {
  const { properties = {} } = settingsJsonSchema() as Described;
  const rows = Object.entries(properties['account']?.properties ?? {}).map(([name, { description = '' }]) => [
    `\`${name}\``,
    escapeMarkdown(description),
    usersOf(name, catalogue),
  ]);
  return table(['Setting', 'What it says', 'Rules that are off without it'], rows);
};

const reviewTable = (): string => {
  const { properties = {} } = settingsJsonSchema() as Described;
  const rows = Object.entries(properties['review']?.properties ?? {}).map(([name, { description = '' }]) => [
    `\`${name}\``,
    escapeMarkdown(description),
  ]);
  return table(['Setting', 'What it says'], rows);
};

const withTable = (page: string, { begin, end }: Place, text: string): string => {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from)
    throw new CliError(`${settingsPage} has no place for a table of settings.`, {
      fix: `Put the lines "${begin}" and "${end}" where it belongs.`,
    });
  return `${page.slice(0, from)}${begin}\n${text}\n${page.slice(to)}`;
};

/**
 * The page of the settings with its tables as the schema and the rules have it now; the rest is kept.
 *
 * @throws CliError when the page has lost the marks around a table
 */
export const settingsPageText = (page: string, catalogue: readonly CataloguedRule[]): string =>
  withTable(withTable(page, accountPlace, settingsTable(catalogue)), reviewPlace, reviewTable());
