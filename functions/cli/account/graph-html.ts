import { escapeHtml } from '../../../shared/text/escape.ts';
import { type GraphDocument, type NamedPrincipal, type NamedStep, reachers } from './graph-document.ts';

const shortName = (arn: string): string => arn.split(':').slice(5).join(':') || arn;

const style = `
:root { color-scheme: light dark; --line: #8885; --dim: #777; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: 0; } p.scope { color: var(--dim); margin-top: .2rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
td.steps { text-align: right; font-variant-numeric: tabular-nums; }
ol { margin: 0; padding-left: 1.2rem; } code { font-size: .92em; } small { color: var(--dim); }
input { font: inherit; padding: .4rem .6rem; width: min(30rem, 100%); }
@media print { input, label { display: none; } }`;

const script = `
const box = document.querySelector('input');
box.addEventListener('input', () => {
  const wanted = box.value.toLowerCase();
  for (const row of document.querySelectorAll('tbody tr')) row.hidden = !row.textContent.toLowerCase().includes(wanted);
});`;

const stepItem = ({ path, to, conditions }: NamedStep): string => {
  const target = to === 'administrator' ? 'administrator by itself' : shortName(to);
  const when = conditions.length === 0 ? '' : ` <small>if ${escapeHtml(conditions.join('; '))}</small>`;
  return `<li><code>${escapeHtml(path)}</code> → <span title="${escapeHtml(to)}">${escapeHtml(target)}</span>${when}</li>`;
};

const row = ({ arn, stepsToAdministrator, route }: NamedPrincipal): string =>
  `<tr><td><span title="${escapeHtml(arn)}">${escapeHtml(shortName(arn))}</span></td><td class="steps">${stepsToAdministrator ?? ''}</td><td><ol>${route.map(stepItem).join('')}</ol></td></tr>`;

const list = (title: string, items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<h2>${title}</h2><ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;

/** One self-contained page: who is and who becomes administrator, and how. Works from a file, without network. */
export const graphHtml = (document: GraphDocument): string => {
  const { counts, account, at, unread, notes, principals } = document;
  const rows = reachers(document);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ways to administrator, account ${escapeHtml(account ?? 'unknown')}</title><style>${style}</style></head>
<body><main><h1>Ways to administrator</h1>
<p class="scope">Account ${escapeHtml(account ?? 'unknown')}, as of ${escapeHtml(at)}</p>
<p><strong>${counts.reachAdministrator}</strong> of ${counts.principals} users and roles can become administrator without being one; <strong>${counts.administrators}</strong> are.</p>
${
  rows.length === 0
    ? '<p>Nobody else can become administrator by what these details show.</p>'
    : `<label>Filter <input type="search" placeholder="a name or a path, e.g. iam-002" aria-label="Filter the table"></label>
<table><thead><tr><th scope="col">Who</th><th scope="col">Steps</th><th scope="col">How</th></tr></thead><tbody>${rows.map(row).join('\n')}</tbody></table>`
}
${list(
  'Administrators',
  principals.filter(({ administrator }) => administrator).map(({ arn }) => shortName(arn)),
)}
${list(
  'Not read',
  unread.map(({ arn, cause }) => `${arn}: ${cause}`),
)}
${list('What this does not show', notes)}
</main>${rows.length === 0 ? '' : `<script>${script}</script>`}</body></html>
`;
};
