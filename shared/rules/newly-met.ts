import type { KnownHistory } from '../history/window.ts';

/**
 * Whether a count or sequence is met for the first time within its window's length. What goes on is then told once a window and not once an
 * event; the events in between are counted all the same.
 */
export const isNewlyMet = (answer: KnownHistory | undefined): answer is KnownHistory & { status: 'met' } =>
  answer?.status === 'met' && answer.repeats !== true;
