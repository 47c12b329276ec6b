import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { BadSettingsError, checkSettings, type Settings, type SettingsFault } from './check-settings.ts';
import type { Fault } from './faults.ts';

type PlacedFault = SettingsFault & Required<Pick<SettingsFault, 'position'>>;

type Places = { readonly parsed: Document; readonly lines: LineCounter };

const positionAt = ({ lines }: Places, offset: number) => {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
};

/** Where the key, else the value, of a path begins; the nearest that is written when the path itself is not. */
const offsetOf = (parsed: Document, path: readonly PropertyKey[], unknownKey?: string): number => {
  const node = path.length === 0 ? parsed.contents : parsed.getIn(path, true);
  if (unknownKey !== undefined && isMap(node)) {
    const key = node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === unknownKey)?.key;
    if (isNode(key)) return key.range?.[0] ?? 0;
  }
  if (isNode(node)) return node.range?.[0] ?? 0;
  return path.length === 0 ? 0 : offsetOf(parsed, path.slice(0, -1));
};

const located = (places: Places, { path, unknownKey, cause }: Fault): PlacedFault => ({
  position: positionAt(places, offsetOf(places.parsed, path, unknownKey)),
  place: path.join('.'),
  cause,
});

const syntaxFaults = (places: Places): readonly SettingsFault[] =>
  [...places.parsed.errors, ...places.parsed.warnings].map((error) => ({
    position: positionAt(places, error.pos[0]),
    place: '',
    cause: `no valid YAML: ${error.message}`,
  }));

const plainValue = (places: Places, origin: string): unknown => {
  try {
    // Aliases can blow a small file up without bound, and nothing here needs them.
    return places.parsed.toJS({ maxAliasCount: 0 }) as unknown;
  } catch (error) {
    const cause = `no anchors and aliases here ("&name", "*name"): write the value out (${String(error)})`;
    throw new BadSettingsError(origin, [{ position: { line: 1, column: 1 }, place: '', cause }]);
  }
};

/**
 * Reads the configuration file. Strict: a misspelt setting would silently leave its rules off.
 *
 * @param text YAML 1.2; JSON is YAML as well. An empty file is one without settings.
 * @param origin where it is from, for the message
 * @throws BadSettingsError naming every fault
 */
export const parseSettings = (text: string, origin: string): Settings => {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const places = { parsed, lines };
  const broken = syntaxFaults(places);
  if (broken.length > 0) throw new BadSettingsError(origin, broken);
  const value = plainValue(places, origin) ?? {};
  const checked = checkSettings(value);
  if ('settings' in checked) return checked.settings;
  throw new BadSettingsError(
    origin,
    checked.faults
      .map((fault) => located(places, fault))
      .sort(({ position: a }, { position: b }) => a.line - b.line || a.column - b.column),
  );
};
