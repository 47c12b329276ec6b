import { defineCheck, lintKinds } from './define-check.ts';
import { allow, policy } from './sample.ts';

const letters = ['e', 't', 'a', 'o', 'i', 'n', 's', 'r'];

/** `*:*e*t*a*o*i*q` and so on, each other letters: an action may be in the middle of hundreds of them at once. */
const entangled = Array.from({ length: letters.length ** 4 }, (_, i) => {
  const middle = [0, 3, 6, 9].map((shift) => letters[(i >> shift) % letters.length]);
  return `*:*${middle.join('*')}*q`;
});

/** `lintDocument` says this of checks that the document kept from an end. */
export const analysisLimit = defineCheck({
  id: 'analysis-limit',
  severity: 'high',
  kinds: lintKinds,
  title: 'A document too entangled to be judged',
  explanation:
    'It holds more different patterns or statements than any document that AWS accepts, so some checks were given up and found nothing for that reason only.',
  fix: 'Split it, or say the same with fewer entries; then check again.',
  source: 'Own; IAM User Guide, "IAM and AWS STS quotas"',
  find: ({ document, covered }) => {
    for (const statement of document.statements) covered(statement);
    return [];
  },
  examples: [
    {
      name: 'thousands of patterns that match in many ways',
      document: policy(allow({ Action: entangled })),
      expect: [''],
    },
    {
      name: 'thousands that match in one',
      document: policy(allow({ Action: Array.from({ length: 5000 }, (_, i) => `s3:Get*${i}`) })),
      expect: [],
    },
    { name: 'as documents are', document: policy(allow({})), expect: [] },
  ],
});
