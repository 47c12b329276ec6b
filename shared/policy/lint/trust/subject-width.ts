import { github } from './issuers.ts';

/** How wide a pattern of subjects is. */
export interface SubjectWidth {
  readonly severity: 'critical' | 'high' | 'medium';
  readonly says: string;
}

/** GitHub writes `repo:OWNER/REPOSITORY:…`. */
const githubWidth = (pattern: string, fixed: string): SubjectWidth | 'anybody' | undefined => {
  const [, owner, rest] = /^repo:([^/]*)\/(.*)$/s.exec(fixed) ?? [];
  if (!owner || rest === undefined) return 'anybody';
  if (!rest.includes(':'))
    return { severity: 'high', says: `"${pattern}" lets in several repositories of ${owner}.` };
  return /^[^:]+:$/.test(rest)
    ? { severity: 'medium', says: `"${pattern}" lets in every branch, tag and pull request.` }
    : undefined;
};

/** What the fixed beginning of a subject must hold so that it names one customer, by issuer. */
const beginnings: Readonly<Record<string, RegExp>> = {
  'gitlab.com': /^project_path:[^/]+\//,
  'app.terraform.io': /^organization:[^:]+:/,
};

/** How wide a pattern of subjects is, by the issuer's form of a subject; undefined when it is narrow or the form is not known. */
export const subjectWidth = (issuer: string, pattern: string): SubjectWidth | undefined => {
  const fixed = pattern.split(/[*?]/, 1)[0] ?? '';
  if (fixed === pattern) return undefined;
  const anybody: SubjectWidth = {
    severity: 'critical',
    says: `"${pattern}" lets in everybody, or names that merely begin alike.`,
  };
  if (fixed === '') return anybody;
  if (issuer === github) {
    const width = githubWidth(pattern, fixed);
    return width === 'anybody' ? anybody : width;
  }
  const beginning = beginnings[issuer];
  return beginning === undefined || beginning.test(fixed) ? undefined : anybody;
};
