import type { ActionCatalogue } from './action-catalogue.ts';

let loading: Promise<ActionCatalogue> | undefined;

const load = async (): Promise<ActionCatalogue> => {
  const { ActionCatalogue: Catalogue } = await import('./action-catalogue.ts');
  const { default: data } = await import('./all-actions.json', { with: { type: 'json' } });
  return new Catalogue(data);
};

/**
 * All actions of all services: a megabyte, read once and only when asked for. For the command line and for reviews; the functions that
 * check events have core-actions.ts.
 */
export const allActions = (): Promise<ActionCatalogue> => {
  loading ??= load();
  return loading;
};
