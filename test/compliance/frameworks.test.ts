import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { control, type FrameworkId, frameworkIds, withChecks } from '../../shared/compliance/framework.ts';
import { controlsOf, frameworkOf } from '../../shared/compliance/mapped-control.ts';
import { overlay } from '../../shared/compliance/overlay.ts';
import { checks } from '../../shared/review/checks/index.ts';
import { rules } from '../../shared/rules/catalogue.ts';

const checkIds = new Set(checks.map(({ id }) => id));
const ruleIds = new Set(rules.map(({ id }) => id));
const hangul = /\p{Script=Hangul}/u;

describe.each(frameworkIds)('%s', (id) => {
  const framework = frameworkOf(id);

  it('names checks and rules that exist', () => {
    const unknown = framework.controls.flatMap((control) => [
      ...control.checks.filter((check) => !checkIds.has(check)).map((check) => `${control.id}: ${check}`),
      ...control.rules.filter((rule) => !ruleIds.has(rule)).map((rule) => `${control.id}: ${rule}`),
    ]);
    expect(unknown).toEqual([]);
  });

  it('has each control once, in a section of its own, answered or said to be outside', () => {
    const ids = framework.controls.map((control) => control.id);
    expect(ids.length).toBe(new Set(ids).size);
    const sections = new Set(framework.sections.map((section) => section.id));
    expect(framework.controls.filter(({ section }) => !sections.has(section))).toEqual([]);
    expect(
      framework.controls.filter(
        ({ checks: of, rules: watched, outside }) =>
          of.length + watched.length > 0 === (outside !== undefined),
      ),
    ).toEqual([]);
    const used = new Set(framework.controls.map(({ section }) => section));
    expect(framework.sections.filter((section) => !used.has(section.id))).toEqual([]);
  });

  it('has short titles in both languages', () => {
    for (const { title, id: control } of framework.controls) {
      expect(title.en.length, control).toBeLessThanOrEqual(90);
      expect(hangul.test(title.ko), `${control}: ${title.ko}`).toBe(true);
      expect(hangul.test(title.en), control).toBe(false);
    }
  });
});

describe('the overlay', () => {
  it('adds to controls that exist, what was not there', () => {
    for (const { framework, control, checks: added = [], rules: watched = [] } of overlay) {
      const mapped = frameworkOf(framework).controls.find((one) => one.id === control);
      expect(mapped, `${framework} ${control}`).toBeDefined();
      expect(
        [...added, ...watched].some((id) => mapped?.ours.includes(id)),
        `${framework} ${control}`,
      ).toBe(true);
    }
  });
});

it('a mapping to a control that the framework does not have is refused', () => {
  const controls = [control('1', '1', { en: 'one', ko: '하나' })];
  expect(withChecks(controls, { 'a-check': '1' }).map((one) => one.checks)).toEqual([['a-check']]);
  expect(() => withChecks(controls, { 'a-check': '1 2' })).toThrow(/a-check is mapped to the control 2/);
});

describe('controlsOf', () => {
  it('tells where a check is evidence', () => {
    expect(controlsOf('root-access-key-present', 'checks')).toContainEqual({
      framework: 'cis-aws-7.0',
      control: '2.4',
    });
  });

  it('tells where a rule is evidence', () => {
    expect(controlsOf('kms-key-loss', 'rules')).toEqual([
      { framework: 'cis-aws-7.0', control: '5.7' },
      { framework: 'cis-aws-6.0', control: '5.7' },
      { framework: 'cis-aws-5.0', control: '4.7' },
    ]);
  });
});

const facts = new URL('../../../shared/data/control-mapping.json', import.meta.url);
/** PCI DSS 4.0 was retired; 4.0.1 has the same numbers. */
const renamed: Readonly<Record<string, FrameworkId>> = { 'pci-dss-4.0': 'pci-dss-4.0.1' };

describe.runIf(existsSync(facts))('the published mapping', () => {
  const mapping = existsSync(facts)
    ? (JSON.parse(readFileSync(facts, 'utf8')) as readonly {
        check: string;
        controls: Readonly<Record<string, readonly string[]>>;
      }[])
    : [];

  it('is carried whole, and nothing beside it goes as published', () => {
    const key = (framework: string, control: string, check: string) => `${framework} ${control} ${check}`;
    const expected = mapping.flatMap(({ check, controls }) =>
      Object.entries(controls).flatMap(([framework, ids]) =>
        ids.map((control) => key(renamed[framework] ?? framework, control, check)),
      ),
    );
    const carried = frameworkIds.flatMap((framework) =>
      frameworkOf(framework).controls.flatMap(({ id, checks: of, ours }) =>
        of.filter((check) => !ours.includes(check)).map((check) => key(framework, id, check)),
      ),
    );
    // The benchmark asks for Security Hub, which the facts leave out.
    const securityHub = carried.filter((one) => /^cis-aws-.* security-hub-disabled$/.test(one));
    expect(securityHub).toHaveLength(3);
    expect(carried.filter((one) => !securityHub.includes(one)).sort()).toEqual(expected.sort());
  });
});
