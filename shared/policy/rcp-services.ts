import services from './actions/rcp-services.json' with { type: 'json' };

// Written by `npm run policy:actions`.
const known: ReadonlySet<string> = new Set(services);

/** Whether resource control policies have a say in an action, by its service ("Resource control policies (RCPs)", AWS Organizations User Guide). */
export const supportsRcps = (action: string): boolean => known.has(action.slice(0, action.indexOf(':')));
