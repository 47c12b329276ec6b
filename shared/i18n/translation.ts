/** A sentence with `{placeholders}`; `tried` is what is said of a call that AWS refused. The shape of a rule's message. */
export type TranslatedMessage = string | { readonly done: string; readonly tried: string };

/** What a reader sees of a rule, in another language. Keys of `messages` and their placeholders are those of the rule. */
export interface RuleTranslation {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly messages: Readonly<Record<string, TranslatedMessage>>;
}

/** What a reader sees of a check of the nightly review, in another language. `messages` holds those of all verdicts. */
export interface CheckTranslation {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly messages: Readonly<Record<string, string>>;
}
