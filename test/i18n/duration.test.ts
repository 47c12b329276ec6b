import { expect, it } from 'vitest';
import { formatDuration } from '../../shared/i18n/duration.ts';
import { english } from '../../shared/i18n/labels.ts';

it.each([
  [0, '0 s'],
  [-5000, '0 s'],
  [41_400, '41 s'],
  [59_600, '1 min'],
  [14 * 60_000 + 20_000, '14 min'],
  [3 * 3_600_000, '3 h'],
  [3 * 3_600_000 + 5 * 60_000, '3 h 5 min'],
  [52 * 3_600_000, '2 d 4 h'],
  [48 * 3_600_000 + 60_000, '2 d'],
])('%d ms is %s', (millis, text) => {
  expect(formatDuration(millis, english)).toBe(text);
});
