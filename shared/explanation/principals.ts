import type { Principal, Statement } from '../policy/policy.ts';
import { type Line, line } from './line.ts';

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A principal of the type AWS. */
const awsPrincipal = (id: string): Line => {
  if (/^\d{12}$/.test(id)) return line('account', { account: id });
  if (/^A(ID|RO|SI)A[A-Z0-9]+$/.test(id)) return line('gone', { id });
  const [, service, account = '', resource = ''] = /^arn:[^:]*:([^:]*)::([^:]*):(.+)$/s.exec(id) ?? [];
  const slash = resource.indexOf('/');
  const [type, rest] = [resource.slice(0, Math.max(0, slash)), resource.slice(slash + 1)];
  if (service === 'iam' && resource === 'root') return line('account', { account });
  if (service === 'iam' && type === 'user') return line('user', { account, name: nameIn(rest) });
  if (service === 'iam' && type === 'role') return line('role', { account, name: nameIn(rest) });
  if (service === 'sts' && type === 'assumed-role') {
    const [name = '', session = ''] = rest.split('/');
    return line('session', { account, name, session });
  }
  return line('otherPrincipal', { type: 'AWS', id });
};

const principalLine = ({ type, id }: Principal): Line => {
  const kind = type.toLowerCase();
  if (id === '*' && (kind === '*' || kind === 'aws')) return line('everybody');
  if (kind === 'aws' || kind === '*') return awsPrincipal(id);
  if (kind === 'service') return line('service', { service: id });
  if (kind === 'federated') return line('provider', { provider: id });
  if (kind === 'canonicaluser') return line('canonicalUser', { id });
  return line('otherPrincipal', { type, id });
};

/** Whom a statement of a resource or trust policy speaks of. */
export const principalsLine = ({ principals }: Statement): readonly Line[] => {
  const lines = principals.list.map(principalLine);
  if (principals.except) return [line('everybodyBut', { principals: lines })];
  return lines.length === 0 ? [line('nobody')] : lines;
};
