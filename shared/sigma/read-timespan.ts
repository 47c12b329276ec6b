const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Windows are kept in a table and read at each event: a week is as far as that is worth it. */
const longest = 7 * 86_400;

/** The seconds of a `timespan`, or what is wrong with it. */
export const readTimespan = (text: string): number | string => {
  const [, amount = '', unit = ''] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  const length = Number(amount) * (seconds[unit] ?? 0);
  if (length === 0) return `timespan "${text}" is none: a number above 0 and s, m, h or d, e.g. 15m`;
  return length > longest ? `timespan "${text}" is longer than 7d, which is the longest supported` : length;
};
