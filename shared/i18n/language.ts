/** The languages that alerts and reports are written in; the first is the default. */
export const languages = ['en', 'ko'] as const;

/** ISO 639-1 code. */
export type Language = (typeof languages)[number];
