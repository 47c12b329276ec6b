import { describe, expect, it } from 'vitest';
import { english, type MessageKey } from '../../shared/explanation/messages/english.ts';
import { korean } from '../../shared/explanation/messages/korean.ts';
import { koreanTitles } from '../../shared/explanation/messages/korean-titles.ts';
import { placeholdersOf } from '../../shared/i18n/format-message.ts';
import { lintChecks } from '../../shared/policy/lint/checks.ts';

describe('the messages of explanations', () => {
  it.each(Object.keys(english) as MessageKey[])('%s has the same placeholders in both languages', (key) => {
    expect(placeholdersOf(korean[key]).toSorted()).toEqual(placeholdersOf(english[key]).toSorted());
  });

  it('are Korean in Korean, but for those that hold data only', () => {
    const found = Object.entries(korean).filter(([, text]) => !/[가-힣]/.test(text));
    expect(found.map(([key]) => key)).toEqual([
      'theseActions',
      'theseResources',
      'otherPrincipal',
      'condition',
      'serviceCount',
      'path',
      'trap',
      'statementTitle',
      'statementTitleSid',
    ]);
  });

  it('have a Korean title for each check', () => {
    expect(Object.keys(koreanTitles).toSorted()).toEqual(lintChecks.map(({ id }) => id).toSorted());
  });
});
