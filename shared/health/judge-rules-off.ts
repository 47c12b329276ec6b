import { defaultSettings, type Settings } from '../config/check-settings.ts';
import type { Deployment } from '../config/deployment.ts';
import type { Rule } from '../rules/define-rule.ts';
import type { Judgement } from './diagnosis.ts';
import type { SettingsState } from './installation.ts';

/** What a rule cannot be decided without and the settings do not have; empty when it can be. */
const lacksOf = ({ needs = [], needsAddresses }: Rule, settings: Settings): readonly string[] => [
  ...needs.filter((name) => settings.account[name] === undefined),
  ...(needsAddresses && settings.addressFiles.length === 0 ? ['addressFiles'] : []),
];

const judgeOff = (settings: Settings, rules: readonly Rule[]): readonly Judgement[] => {
  const byLack = new Map<string, string[]>();
  for (const rule of rules) {
    const lacks = lacksOf(rule, settings).join(' and ');
    if (lacks !== '') byLack.set(lacks, [...(byLack.get(lacks) ?? []), rule.id]);
  }
  if (byLack.size === 0) return [{ status: 'ok', says: 'No rule is off for want of a setting.' }];
  return [...byLack].map(([lacks, ids]) => ({
    status: 'warn',
    says: `Off without the setting ${lacks} (${ids.length}): ${ids.join(', ')}.`,
    fix: 'Set it in the settings (docs/configuration.md), or accept that these rules never fire.',
  }));
};

const judgeCustomRules = (
  { customRules }: Settings,
  deployment: Pick<Deployment, 'customRules'>,
): readonly Judgement[] =>
  customRules === undefined || deployment.customRules !== undefined
    ? []
    : [
        {
          status: 'warn',
          says: `The settings name custom rules (${customRules}), and the deployment bundles none: they are not run.`,
          fix: 'Set customRules in trailwarden.json to the folder and deploy (docs/sigma.md, "Deployed").',
        },
      ];

/** Which rules are off in the deployment, and for want of what. */
export const judgeRulesOff = (
  state: SettingsState,
  rules: readonly Rule[],
  deployment: Pick<Deployment, 'customRules'>,
): readonly Judgement[] => {
  if (state.kind === 'refused')
    return [
      {
        status: 'fail',
        says: `The stored settings are refused: ${state.cause}`,
        fix: 'Mend them: the last good version stays in force in functions that had it, and no longer than those live.',
      },
    ];
  const settings = state.kind === 'none' ? defaultSettings : state.settings;
  return [...judgeCustomRules(settings, deployment), ...judgeOff(settings, rules)];
};
