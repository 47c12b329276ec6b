import { escalationGraph } from '../../../shared/account/escalation/escalation-graph.ts';
import { largeAccount } from './large-account.ts';

const at = '2026-11-02T00:00:00Z';

/** Target: 1,000 users and 5,000 roles in under 60 s and 512 MB (issue "Know what a policy really grants", 5). */
for (const [users, roles] of [
  [20, 100],
  [200, 1000],
  [1000, 5000],
] as const) {
  const details = largeAccount(users, roles);
  const start = performance.now();
  const before = process.cpuUsage();
  const { principals } = escalationGraph(details, at);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 1e6;
  const reaching = principals.filter(({ route }) => route !== undefined).length;
  const longest = Math.max(...principals.map(({ route }) => route?.steps.length ?? 0));
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${users} users, ${roles} roles: ${seconds.toFixed(1)} s, processor ${processor.toFixed(1)} s, peak ${peak.toFixed(0)} MB; ${reaching} reach administrator, in ${longest} steps at most`,
  );
}
