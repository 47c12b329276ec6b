import { type Control, type Framework, type FrameworkId, frameworkIds } from './framework.ts';
import { publishedFrameworks } from './frameworks/index.ts';
import { overlay } from './overlay.ts';

/** A control with all that answers it. */
export interface MappedControl extends Control {
  /** Of `checks` and `rules`, those that answer it by our judgement only. */
  readonly ours: readonly string[];
}

/** A framework with the overlay on it. */
export interface MappedFramework extends Omit<Framework, 'controls'> {
  readonly controls: readonly MappedControl[];
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

const withOverlay = (framework: FrameworkId, control: Control): MappedControl => {
  const additions = overlay.filter((one) => one.framework === framework && one.control === control.id);
  const published = new Set([...control.checks, ...control.rules]);
  const added = additions.flatMap(({ checks = [], rules = [] }) => [...checks, ...rules]);
  return {
    ...control,
    checks: unique([...control.checks, ...additions.flatMap(({ checks = [] }) => checks)]),
    rules: unique([...control.rules, ...additions.flatMap(({ rules = [] }) => rules)]),
    ours: unique(added.filter((id) => !published.has(id))),
  };
};

/** As people number: 2.9 before 2.10, AC-2 before AC-12. */
const byNumber = new Intl.Collator('en', { numeric: true });

/** A framework as reports use it, its controls in the order of their numbers. */
export const frameworkOf = (id: FrameworkId): MappedFramework => {
  const framework = publishedFrameworks[id];
  return {
    ...framework,
    controls: framework.controls
      .map((control) => withOverlay(id, control))
      .toSorted((a, b) => byNumber.compare(a.id, b.id)),
  };
};

/** Where a check or rule is evidence: framework and control. */
export interface ControlReference {
  readonly framework: FrameworkId;
  readonly control: string;
}

/** The controls, of all frameworks, that a check (or an event rule) answers. */
export const controlsOf = (id: string, kind: 'checks' | 'rules'): readonly ControlReference[] =>
  frameworkIds.flatMap((framework) =>
    frameworkOf(framework)
      .controls.filter((control) => control[kind].includes(id))
      .map((control) => ({ framework, control: control.id })),
  );
