import fc from 'fast-check';

/** One text that attacks every output at once: markup, mentions, fences, formulas, escape sequences, bidi, half pairs. */
export const hostileText = [
  '<!channel> <@U012AB3CD> <https://evil.example|your bank> & &lt;already&gt;',
  '*bold* _it_ ~gone~ `code` ```fence``` :fire: @here evil.example',
  '\'; rm -rf / #" $(id) `id` \\ !history',
  '\u001b[31mred\u001b[0m \u009b2J \u0007 \u0000',
  '\u202Etxt.exe\u202C \u2066isolate\u2069 zero\u200Bwidth \uFEFF \u3164 \uFFFF',
  '<script>alert(1)</script> "><img src=x onerror=alert(1)>',
  '\uD800 half \uDC00 👩‍👩‍👧 한국어 Z\u0301\u0302\u0303\u0304',
].join('\n');

const nasty = fc.constantFrom(
  '<!channel>',
  '&',
  '<',
  '>',
  '&amp;',
  '`',
  '```',
  '\n',
  '\r\n',
  '\t',
  '\u001b[31m',
  '\u009b',
  '\u0000',
  '\u202E',
  '\u2066',
  '\u200B',
  '\u2028',
  '\uD800',
  '\uDC00',
  '\uFFFF',
  '\uFFFE',
  '👩‍👩‍👧',
  '한',
  'e\u0301',
  '=',
  '+',
  '-',
  '@',
  '"',
  "'",
  '\\',
  '$(id)',
  ';',
  '*',
  '_',
  '~',
);

/** Random Unicode with what breaks outputs mixed in. */
export const hostile = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 6 }), fc.string({ maxLength: 8 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

/** Characters that must reach no output, but for the newline of texts of several lines. */
export const unseen =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/u;
