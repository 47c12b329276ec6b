import { type CompiledPolicy, compilePolicy } from '../compile-policy.ts';
import { type Context, type ContextValue, contextOf } from '../context.ts';
import type { DecidingStatement, Decision } from '../decision.ts';
import { evaluate } from '../evaluate.ts';
import type { CompiledHolder } from './holder.ts';

/** Whether somebody could do something, and what must hold for it: texts for people, none when nothing must. */
export interface Possibility {
  readonly conditions: readonly string[];
}

/** What is asked. */
export interface Question {
  readonly action: string;
  readonly resource: string;
  /** Condition keys whose values the caller chooses or has, beside those of every call. */
  readonly context?: Readonly<Record<string, ContextValue>>;
  readonly absent?: readonly string[];
  /** Trust policy of the role that is taken on. Left out, it trusts the whole account, so that the holder's own permissions decide. */
  readonly trust?: CompiledPolicy;
}

const trusting = new Map<string, CompiledPolicy>();

const trustOfAccount = (account: string): CompiledPolicy => {
  const known = trusting.get(account);
  if (known !== undefined) return known;
  const made = compilePolicy(
    {
      statements: [
        {
          effect: 'Allow',
          actions: { except: false, patterns: ['sts:AssumeRole'] },
          resources: { except: false, patterns: [] },
          principals: { except: false, list: [{ type: 'AWS', id: account }] },
          conditions: [],
        },
      ],
    },
    'resource',
  );
  trusting.set(account, made);
  return made;
};

const conditionText = ({ operator, key, values }: DecidingStatement['conditions'][number]): string =>
  `${operator} ${key} = ${values.join(' or ')}`;

const textsOf = (statement: DecidingStatement, denies: boolean): readonly string[] => {
  const texts = [
    ...statement.conditions.map(conditionText),
    ...(statement.openResource ? ['a policy variable in Resource must name the target'] : []),
  ];
  return denies && texts.length > 0 ? [`not (${texts.join(' and ')})`] : texts;
};

/** What must hold: the conditions of one Allow that may apply, of each layer, and that no Deny that may apply does. */
const conditionsOf = ({ reasons }: Decision): readonly string[] => [
  ...new Set(
    reasons.flatMap(({ effect, statements }) => {
      if (effect === 'may-deny') return statements.flatMap((statement) => textsOf(statement, true));
      if (effect !== 'may-allow') return [];
      // One of them is enough: the one that asks least.
      const [least] = statements.toSorted((a, b) => a.conditions.length - b.conditions.length);
      return least === undefined ? [] : textsOf(least, false);
    }),
  ),
];

/** What is known of every call that the holder can make now. A session is young; MFA and addresses are the holder's to have or not. */
const everyCall = ({ holder }: CompiledHolder, at: string | undefined): Record<string, ContextValue> => ({
  'aws:PrincipalArn': holder.arn,
  'aws:PrincipalAccount': holder.account,
  'aws:PrincipalType': holder.type === 'user' ? 'User' : 'AssumedRole',
  ...(at === undefined
    ? {}
    : { 'aws:CurrentTime': at, 'aws:EpochTime': String(Math.floor(Date.parse(at) / 1000)) }),
  'aws:SecureTransport': 'true',
  ...(holder.type === 'user' ? { 'aws:username': holder.name } : {}),
  ...(holder.type === 'role' && at !== undefined ? { 'aws:TokenIssueTime': at } : {}),
});

/** Keys that such callers never have ("Available global condition keys", IAM User Guide): a session of a role has no user name. */
const neverIn = ({ holder }: CompiledHolder): readonly string[] =>
  holder.type === 'role' ? ['aws:username'] : [];

/** The same for every question to one holder at one time. */
const contexts = new WeakMap<
  CompiledHolder['holder'],
  { readonly at: string | undefined; readonly context: Context }
>();

const contextOfEveryCall = (holder: CompiledHolder, at: string | undefined): Context => {
  const known = contexts.get(holder.holder);
  if (known !== undefined && known.at === at) return known.context;
  const context = contextOf(everyCall(holder, at), { others: 'unknown', absent: neverIn(holder) });
  contexts.set(holder.holder, { at, context });
  return context;
};

const contextFor = (
  holder: CompiledHolder,
  { context, absent }: Question,
  at: string | undefined,
): Context => {
  const base = contextOfEveryCall(holder, at);
  if (context === undefined && absent === undefined) return base;
  const special = contextOf(context ?? {}, { others: 'unknown', absent: absent ?? [] });
  return {
    get(key) {
      const state = special.get(key);
      return state === 'unknown' ? base.get(key) : state;
    },
  };
};

/**
 * Whether the holder could do something: a Deny that may not apply does not stop it, an Allow that may apply does help; what must
 * hold is named. Undefined when it certainly cannot.
 *
 * @param at the time of the call, ISO 8601; left out, conditions on the time are open
 */
export const could = (
  holder: CompiledHolder,
  question: Question,
  at: string | undefined,
): Possibility | undefined => {
  const { action, resource, trust } = question;
  const decision = evaluate(
    {
      caller: holder.caller,
      action,
      resource,
      // Everything a path is done to lies in the holder's account.
      resourceAccount: holder.holder.account,
      context: contextFor(holder, question, at),
    },
    action === 'sts:AssumeRole'
      ? { ...holder.set, resource: trust ?? trustOfAccount(holder.holder.account) }
      : holder.set,
  );
  if (decision.verdict === 'Allowed') return { conditions: [] };
  return decision.verdict === 'DependsOnContext' ? { conditions: conditionsOf(decision) } : undefined;
};
