import { type CheckExample, defineCheck } from '../define-check.ts';
import { escalationVerdict } from '../escalation-verdict.ts';
import { inlineExamples } from '../example-documents.ts';
import { escalationCases } from '../example-powers.ts';
import { inlineMessages, judgeInline } from '../judge-documents.ts';

export const check = defineCheck({
  id: 'policy-privilege-escalation-inline',
  topic: 'policies',
  severity: 'high',
  title: 'Inline policy lets its holder get more than it gives',
  why: 'Whoever has it can make itself an administrator, by a permission that looks harmless.',
  fix: 'Name the resources, add iam:PassedToService and a permissions boundary, or take the permission out. `tw policy escalation` shows the paths of a user or role.',
  misses:
    'Paths whose permissions are spread over several policies of one holder, and boundaries and control policies that close them: this looks at one document.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      everything: 'The inline policy {policy} of {holder} allows everything, hence every path.',
      escalates: 'The inline policy {policy} of {holder} opens these paths to more access: {paths}.',
      conditional:
        'The inline policy {policy} of {holder} opens these paths to more access: {paths}, where {conditions}.',
    },
    PASS: { less: 'The inline policy {policy} of {holder} opens no known path to more access.' },
    ...inlineMessages,
  },

  judge: ({ sources, account, at }) =>
    judgeInline(sources.authorization, account, (document) => escalationVerdict(document, account, at)),
});

export const examples = (): CheckExample[] => inlineExamples(escalationCases());
