import { authorization, documentOf, managedPolicy, reads, role } from '../account/example.ts';
import { lowered, type Severity } from '../rules/severity.ts';
import type { CheckExample } from './define-check.ts';

/** A policy document and what the checks say of it, whether it is a managed policy or an inline one. */
export interface DocumentCase {
  readonly name: string;
  readonly expect: string;
  readonly severity?: Severity;
  readonly statements: readonly object[];
}

const none: CheckExample = { name: 'none', expect: ['no-policies'], state: reads(authorization({})) };

const exampleOf = (
  { name, expect, severity, statements }: DocumentCase,
  stateOf: (document: object) => CheckExample['state'],
): CheckExample => ({
  name,
  expect: [expect],
  ...(severity === undefined ? {} : { severity }),
  state: stateOf(documentOf(...statements)),
});

const asManaged = (document: object, more: object = {}): CheckExample['state'] =>
  reads(authorization({ policies: [managedPolicy('p', document, more)] }));

/** The cases as customer managed policies; the first one also attached to nothing, which takes a level off its severity. */
export const customerExamples = (cases: readonly DocumentCase[]): CheckExample[] => {
  const unattached = cases.slice(0, 1).map((one) =>
    exampleOf(
      {
        ...one,
        name: `${one.name}, attached to nothing`,
        ...(one.severity === undefined ? {} : { severity: lowered(one.severity) }),
      },
      (document) => asManaged(document, { attachmentCount: 0 }),
    ),
  );
  return [...cases.map((one) => exampleOf(one, (document) => asManaged(document))), ...unattached, none];
};

/** The cases as inline policies of a role. */
export const inlineExamples = (cases: readonly DocumentCase[]): CheckExample[] => [
  ...cases.map((one) =>
    exampleOf(one, (document) =>
      reads(authorization({ roles: [role('app', { inlinePolicies: [{ name: 'p', document }] })] })),
    ),
  ),
  none,
];
