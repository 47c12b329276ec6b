import { parseDocument } from './parse-document.ts';
import type { Condition, Policy, PolicyReading, Scope, Statement } from './policy.ts';
import type { ConditionTest, DocumentStatement, PolicyDocument, ScopeElement } from './policy-document.ts';

const scopeOf = (element: ScopeElement | undefined): Scope => ({
  except: element?.except ?? false,
  patterns: (element?.entries ?? []).map(({ text }) => text),
});

const conditionOf = ({ operator, name, entries }: ConditionTest): Condition => ({
  operator,
  key: name,
  values: entries.map(({ text }) => text),
});

const statementOf = (statement: DocumentStatement): Statement => {
  const { sid, effect, actions, resources, principals, tests } = statement;
  return {
    ...(sid === undefined || sid.text === '' ? {} : { sid: sid.text }),
    effect: effect?.text === 'Allow' ? 'Allow' : 'Deny',
    actions: scopeOf(actions),
    resources: scopeOf(resources),
    principals: {
      except: principals?.except ?? false,
      list: (principals?.entries ?? []).map(({ type, text }) => ({ type, id: text })),
    },
    conditions: tests.map(conditionOf),
  };
};

/** What a document without faults says. */
const policyOf = ({ version, statements }: PolicyDocument): Policy => ({
  ...(version === undefined ? {} : { version: version.text }),
  statements: statements.map(statementOf),
});

/** The policy in a parsed document, or the first of its faults. */
export const policyIn = (document: PolicyDocument): PolicyReading => {
  const [fault] = document.faults;
  return fault === undefined
    ? { status: 'read', policy: policyOf(document) }
    : { status: 'unreadable', cause: fault.code };
};

/**
 * Reads an IAM policy document of any kind (identity, resource, trust, service control) for deciding by it. Total: an unreadable
 * document is an answer, never a throw. For the places of elements and all faults see parse-document.ts.
 *
 * @param document JSON text, the same URL-encoded up to twice, or the parsed object
 */
export const readPolicy = (document: unknown): PolicyReading => policyIn(parseDocument(document));
