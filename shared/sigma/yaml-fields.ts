import type { Reports } from './sigma-file.ts';
import { entryOf, type YamlMap } from './yaml-tree.ts';

/** A map that is being read, and who hears of what is wrong with it. */
export interface Reading {
  readonly map: YamlMap;
  readonly reports: Reports;
}

/** The line of a key, or of the map when it has no such key. */
export const lineOf = ({ map }: Reading, key: string): number => entryOf(map, key)?.line ?? map.line;

/** The text of a key as written; undefined when it is absent, null, or (reported) no single value. */
export const textOf = ({ map, reports }: Reading, key: string): string | undefined => {
  const entry = entryOf(map, key);
  if (!entry) return undefined;
  const { value } = entry;
  if (value.kind === 'scalar') return value.value === null ? undefined : value.text;
  reports.fault(entry.line, `${key}: must be a text`);
  return undefined;
};

/** The texts of a key, which may be a single one; what is no text is reported. */
export const textsOf = ({ map, reports }: Reading, key: string): readonly string[] => {
  const entry = entryOf(map, key);
  if (!entry) return [];
  const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  const scalars = items.filter((item) => item.kind === 'scalar');
  if (scalars.length < items.length) reports.fault(entry.line, `${key}: must be a list of texts`);
  return scalars.filter(({ value }) => value !== null).map(({ text }) => text);
};
