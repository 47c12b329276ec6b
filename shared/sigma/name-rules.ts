import { customPrefix } from '../custom-rules/custom-rule.ts';

/** What is known of a document when it gets its id. */
export interface Unnamed {
  /** Of the file, e.g. `iam/backdoor_user.yml`. */
  readonly path: string;
  readonly name?: string | undefined;
}

const longestName = 80;

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
    .replace(/^-|-$/g, '');

/** The id of a rule by a name; without a name where no letter or digit is left. */
export const idOfName = (name: string): string => customPrefix + slug(name);

const baseName = (path: string): string =>
  path
    .split('/')
    .at(-1)
    ?.replace(/\.ya?ml$/i, '') ?? '';

/**
 * The ids of the documents of one file. A file with one rule gives it its own name; of several, those with a `name` are called by it, and the
 * others by the file and, when there are more than one of them, their number. Undefined where no letter or digit is left.
 */
export const idsOf = (documents: readonly Unnamed[]): readonly (string | undefined)[] => {
  const nameless = documents.filter(({ name }) => name === undefined);
  return documents.map((document) => {
    const base = baseName(document.path);
    const isAlone = documents.length === 1 || (document.name === undefined && nameless.length === 1);
    const number = nameless.indexOf(document) + 1;
    const id = idOfName(isAlone ? base : (document.name ?? `${base}-${number}`));
    return slug(base) === '' || id === customPrefix ? undefined : id;
  });
};
