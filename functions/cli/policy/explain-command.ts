import { type Command, Option } from 'commander';
import { explainPolicy, type PolicyExplanation } from '../../../shared/explanation/explain-policy.ts';
import { english, type Messages } from '../../../shared/explanation/messages/english.ts';
import { korean } from '../../../shared/explanation/messages/korean.ts';
import { koreanTitles } from '../../../shared/explanation/messages/korean-titles.ts';
import { languages as languageCodes } from '../../../shared/i18n/language.ts';
import { allActions } from '../../../shared/policy/actions/all-actions.ts';
import { type LintKind, lintKinds } from '../../../shared/policy/lint/define-check.ts';
import { lintDocument } from '../../../shared/policy/lint/lint-document.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { PolicyLimitError } from '../../../shared/policy/step-budget.ts';
import { UsageError } from '../errors.ts';
import { explanationJson } from './explanation-json.ts';
import { explanationText } from './explanation-text.ts';
import { readDocument } from './read-document-file.ts';

interface ExplainOptions {
  readonly kind?: LintKind;
  readonly lang: 'en' | 'ko';
  readonly format: 'text' | 'json';
}

const examples = `
The file holds a policy document, or an answer of the AWS command line with one (get-policy-version, get-role, get-bucket-policy …).
Without --kind, a document that names principals is a trust policy when it is about sts:AssumeRole…, else a resource policy; any other
is an identity policy. Control policies of the organization need --kind scp.

Examples:
  $ tw policy explain policy.json
  $ tw policy explain policy.json --lang ko
  $ aws iam get-role --role-name ci | tw policy explain -
  $ tw policy explain policy.json --format json | jq '.totals[] | {level, count}'

Exit codes: 0 done, 2 usage or an unreadable document.`;

/** What a language needs. */
const languages: Readonly<
  Record<ExplainOptions['lang'], { messages: Messages; titles: Record<string, string> }>
> = {
  en: { messages: english, titles: {} },
  ko: { messages: korean, titles: koreanTitles },
};

const isAboutAssuming = ({ statements }: Policy): boolean =>
  statements.every(
    ({ actions, resources }) =>
      resources.patterns.length === 0 && actions.patterns.every((pattern) => /^sts:/i.test(pattern)),
  );

const kindOf = (policy: Policy): LintKind => {
  const namesPrincipals = policy.statements.some(
    ({ principals }) => principals.except || principals.list.length > 0,
  );
  if (!namesPrincipals) return 'identity';
  return isAboutAssuming(policy) ? 'trust' : 'resource';
};

const explanationOf = async (file: string, asked: LintKind | undefined): Promise<PolicyExplanation> => {
  const { policy, value } = await readDocument(file);
  const kind = asked ?? kindOf(policy);
  const catalogue = await allActions();
  const at = new Date().toISOString();
  try {
    return explainPolicy(policy, kind, catalogue, lintDocument(value, kind, { catalogue, at }), at);
  } catch (error) {
    if (error instanceof PolicyLimitError)
      throw new UsageError(`${file}: ${error.message}.`, 'AWS would not accept such a document; split it.');
    throw error;
  }
};

const explain = async (file: string, { kind, lang, format }: ExplainOptions): Promise<void> => {
  const explanation = await explanationOf(file, kind);
  const language = languages[lang];
  process.stdout.write(
    format === 'json'
      ? `${JSON.stringify({ lang, ...explanationJson(explanation, language) }, null, 2)}\n`
      : explanationText(explanation, language),
  );
};

/** Adds `tw policy explain`. */
export const addExplain = (policy: Command): void => {
  policy
    .command('explain')
    .description(
      'what a policy document grants, in plain sentences: who, what, on what, when; English or Korean',
    )
    .argument('<file>', 'the document; "-" is standard input')
    .addOption(
      new Option('--kind <kind>', 'where it is attached; found out when left out').choices(lintKinds),
    )
    .addOption(new Option('--lang <lang>', 'language').choices(languageCodes).default('en'))
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', examples)
    .action(explain);
};
