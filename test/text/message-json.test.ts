import fc from 'fast-check';
import { expect, it } from 'vitest';
import { messageJson } from '../../shared/text/message-json.ts';
import { hostile } from './hostile.ts';

it('parses to the same value and holds only what SQS accepts', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const json = messageJson({ text });
      expect(JSON.parse(json)).toEqual({ text });
      expect(json).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd]*$/u);
    }),
  );
});
