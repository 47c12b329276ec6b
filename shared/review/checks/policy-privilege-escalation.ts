import { type CheckExample, defineCheck } from '../define-check.ts';
import { escalationVerdict } from '../escalation-verdict.ts';
import { customerExamples } from '../example-documents.ts';
import { escalationCases } from '../example-powers.ts';
import { customerMessages, judgeCustomer } from '../judge-documents.ts';

export const check = defineCheck({
  id: 'policy-privilege-escalation',
  topic: 'policies',
  severity: 'high',
  title: 'Policy lets its holder get more than it gives',
  why: 'Whoever has it can make itself an administrator, by a permission that looks harmless.',
  fix: 'Name the resources, add iam:PassedToService and a permissions boundary, or take the permission out. `tw policy escalation` shows the paths of a user or role.',
  misses:
    'Paths whose permissions are spread over several policies of one holder, and boundaries and control policies that close them: this looks at one document.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      everything: 'The policy {policy} allows everything, hence every path.',
      escalates: 'The policy {policy} opens these paths to more access: {paths}.',
      conditional: 'The policy {policy} opens these paths to more access: {paths}, where {conditions}.',
    },
    PASS: { less: 'The policy {policy} opens no known path to more access.' },
    ...customerMessages,
  },

  judge: ({ sources, account, at }) =>
    judgeCustomer(sources.authorization, account, 'high', (document) =>
      escalationVerdict(document, account, at),
    ),
});

export const examples = (): CheckExample[] => customerExamples(escalationCases());
