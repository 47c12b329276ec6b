/** Escapes what Markdown or HTML would read as markup; text between backticks is code and stays as it is. */
export const escapeMarkdown = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\*<>[\]]|(?<!\w)_|_(?!\w)/g, '\\$&')))
    .join('');

/** A list, one item a line. */
export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A fenced block of code. */
export const fenced = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\``;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A table; cells are Markdown and must be of one line. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
