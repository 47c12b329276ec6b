/** A text in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly ko: string;
}

export const frameworkIds = [
  'cis-aws-7.0',
  'cis-aws-6.0',
  'cis-aws-5.0',
  'aws-fsbp',
  'aws-security-hub',
  'pci-dss-4.0.1',
  'nist-800-53-r5',
  'iso-27001-2022',
  'soc2',
  'kisa-isms-p-2023',
] as const;

export type FrameworkId = (typeof frameworkIds)[number];

/** What a framework asks for, by its own number and in our words: the publishers' wording is theirs. */
export interface Control {
  /** As the framework writes it, e.g. `2.4`, `IAM.4`, `AC-2(3)(a)`. */
  readonly id: string;
  /** Id of a section of the framework. */
  readonly section: string;
  readonly title: Bilingual;
  /** Ids of checks of the review whose verdicts answer it. */
  readonly checks: readonly string[];
  /** Ids of event rules that watch for what it asks to be watched. */
  readonly rules: readonly string[];
  /** Why neither checks nor rules answer it, where that is so. */
  readonly outside?: Bilingual;
}

/** A section of a framework, by the prefix of its controls' ids. */
export interface Section {
  readonly id: string;
  readonly title: Bilingual;
}

/** The part of a compliance framework that identities and their audit trail answer. */
export interface Framework {
  readonly id: FrameworkId;
  readonly name: Bilingual;
  readonly version: string;
  /** Where the framework is published. */
  readonly source: string;
  readonly sections: readonly Section[];
  readonly controls: readonly Control[];
}

/** A control, and the checks and rules that answer it as its publisher or AWS says. */
export const control = (
  id: string,
  section: string,
  title: Bilingual,
  checks: readonly string[] = [],
  rules: readonly string[] = [],
): Control => ({ id, section, title, checks, rules });

/**
 * Puts a published mapping on the controls of a framework.
 *
 * @param byCheck ids of controls with spaces between, by the id of the check that answers them
 * @throws Error when the mapping names a control that is not there
 */
export const withChecks = (
  controls: readonly Control[],
  byCheck: Readonly<Record<string, string>>,
): readonly Control[] => {
  const checks = new Map<string, string[]>(controls.map(({ id }) => [id, []]));
  for (const [check, ids] of Object.entries(byCheck))
    for (const id of ids.split(' ')) {
      const answering = checks.get(id);
      if (!answering)
        throw new Error(`${check} is mapped to the control ${id}, which the framework does not have`);
      answering.push(check);
    }
  return controls.map((one) => ({ ...one, checks: checks.get(one.id) ?? [] }));
};
