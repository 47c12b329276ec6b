/** `2026-03-04 05:06:07 UTC`. */
export const utcTime = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;

/**
 * Slack's date token: each reader sees it in his own zone, what cannot show it shows UTC ("Formatting text for app surfaces", Date
 * formatting).
 */
export const slackTime = (iso: string): string => {
  const seconds = Math.floor(Date.parse(iso) / 1000);
  return `<!date^${seconds}^{date_short_pretty} at {time_secs}|${utcTime(iso)}>`;
};
