import { describe, expect, it } from 'vitest';
import { simulate } from '../../shared/policy/simulate/simulate.ts';
import { policyCases, reasonTexts } from './case-files.ts';

const cases = policyCases();

describe('evaluate', () => {
  it.each(cases.filter(({ error }) => error === undefined))('$name', ({ input, expected, because }) => {
    const answer = simulate(input);
    const decided =
      answer.status === 'decided'
        ? { verdict: answer.decision.verdict, because: reasonTexts(answer.decision) }
        : answer;
    expect(decided).toEqual({ verdict: expected, because });
  });

  it.each(cases.filter(({ error }) => error !== undefined))('$name', ({ input, error }) => {
    expect(simulate(input)).toEqual({ status: 'bad-input', error: expect.stringContaining(error ?? '?') });
  });
});
