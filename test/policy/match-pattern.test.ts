import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversAction, matchesPattern } from '../../shared/policy/match-pattern.ts';

describe('matchesPattern', () => {
  it.each([
    ['*', '', true],
    ['*', 'iam:CreateUser', true],
    ['iam:*User', 'iam:CreateUser', true],
    ['iam:*User', 'iam:CreateUsers', false],
    ['iam:C*e*r', 'iam:CreateUser', true],
    ['iam:Get?ser', 'iam:GetUser', true],
    ['iam:Get?ser', 'iam:Getser', false],
    ['a.c', 'abc', false],
    ['', 'a', false],
    ['', '', true],
    ['**', 'a', true],
    ['a*', 'ba', false],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(matchesPattern(pattern, text)).toBe(expected);
  });

  it('finds any text in itself with a piece replaced by a star', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (start, middle, end) => {
        const plain = (part: string) => part.replaceAll(/[*?]/g, 'x');
        expect(matchesPattern(`${plain(start)}*${plain(end)}`, `${plain(start)}${middle}${plain(end)}`)).toBe(
          true,
        );
      }),
    );
  });

  it('stays quick on a hostile pattern', () => {
    expect(matchesPattern(`${'a*'.repeat(2000)}b`, 'a'.repeat(4000))).toBe(false);
  });
});

describe('coversAction', () => {
  it.each([
    [{ except: false, patterns: ['IAM:createuser'] }, true],
    [{ except: false, patterns: ['s3:*', 'iam:Create*'] }, true],
    [{ except: false, patterns: ['s3:*'] }, false],
    [{ except: false, patterns: [] }, false],
    [{ except: true, patterns: ['iam:*'] }, false],
    [{ except: true, patterns: ['s3:*'] }, true],
  ])('%j covers iam:CreateUser: %s', (scope, expected) => {
    expect(coversAction(scope, 'iam:CreateUser')).toBe(expected);
  });
});
