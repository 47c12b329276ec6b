import type { DocumentFaultCode } from '../../policy-document.ts';
import { defineCheck, type LintCheck, type LintExample, lintKinds } from '../define-check.ts';
import { allow, policy } from '../sample.ts';

/** A check that tells the parser's own faults of these kinds. */
const faults = (
  codes: readonly DocumentFaultCode[],
  check: Omit<LintCheck, 'find' | 'kinds' | 'source'> & { readonly examples: readonly LintExample[] },
): LintCheck =>
  defineCheck({
    ...check,
    kinds: lintKinds,
    source: 'IAM User Guide, "Grammar of the IAM JSON policy language"',
    find: ({ document }) =>
      document.faults
        .filter(({ code }) => codes.includes(code))
        .map(({ message, place }) => ({ place, says: `${message[0]?.toUpperCase()}${message.slice(1)}.` })),
  });

export const jsonMalformed = faults(
  ['missing', 'not-json', 'truncated', 'too-deep', 'too-large', 'duplicate-key'],
  {
    id: 'json-malformed',
    severity: 'high',
    title: 'No readable JSON, or a key twice',
    explanation:
      'IAM refuses such a document, so it was cut off or changed on its way here, and what it grants is not known. Of a key that stands twice, readers take different ones.',
    fix: 'Get the document anew (aws iam get-policy-version, get-role) and check that; write each key once.',
    examples: [
      { name: 'a document', document: policy(allow({})), expect: [] },
      {
        name: 'cut off',
        document: '{"Version":"2012-10-17","Statement":[{"Effect":"Al',
        expect: ['/Statement/0'],
      },
      { name: 'a key twice', document: '{"Statement":[],"statement":[]}', expect: ['/statement'] },
      { name: 'nothing', document: '', expect: [''] },
    ],
  },
);

export const elementConflict = faults(['conflicting-elements'], {
  id: 'element-conflict',
  severity: 'medium',
  title: 'An element and its opposite in one statement',
  explanation:
    'Action with NotAction (or Resource, Principal with theirs) says two things at once; IAM refuses it.',
  fix: 'Keep one of the two, mostly the one without "Not".',
  examples: [
    { name: 'both', document: policy(allow({ NotAction: 'iam:*' })), expect: ['/Statement/0/NotAction'] },
    { name: 'one', document: policy(allow({})), expect: [] },
  ],
});

export const effectInvalid = faults(['bad-effect'], {
  id: 'effect-invalid',
  severity: 'medium',
  title: 'Effect is neither Allow nor Deny',
  explanation: 'Only "Allow" and "Deny", written exactly so, mean anything.',
  fix: 'Write "Allow" or "Deny".',
  examples: [
    { name: 'in lower case', document: policy(allow({ Effect: 'allow' })), expect: ['/Statement/0/Effect'] },
    { name: 'missing', document: policy(allow({ Effect: undefined })), expect: ['/Statement/0'] },
    { name: 'as it should be', document: policy(allow({})), expect: [] },
  ],
});

export const elementShape = faults(['wrong-type', 'no-statement'], {
  id: 'element-shape',
  severity: 'medium',
  title: 'An element of the wrong shape, or no Statement',
  explanation:
    'The grammar knows texts, lists of texts and the Condition block; anything else is refused by IAM.',
  fix: 'Write a text or a list of texts there.',
  examples: [
    {
      name: 'an object as Action',
      document: policy(allow({ Action: { a: 1 } })),
      expect: ['/Statement/0/Action'],
    },
    { name: 'no Statement', document: { Version: '2012-10-17' }, expect: [''] },
    { name: 'a list', document: policy(allow({ Action: ['s3:GetObject'] })), expect: [] },
  ],
});
