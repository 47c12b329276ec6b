import { ActionCatalogue } from './action-catalogue.ts';
import data from './core-actions.json' with { type: 'json' };

/**
 * The actions of IAM, STS, Organizations and IAM Identity Center, and the actions of every other service that manage permissions:
 * small enough for the functions that check events. A service that is here in part looks like one that has no other actions.
 */
export const coreActions = new ActionCatalogue(data);
