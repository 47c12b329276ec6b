import type { Reason } from '../reason.ts';

/** Reasons that hold for every service; they come last, so that a service may say it better. */
export const general: readonly Reason[] = [
  {
    id: 'read-only',
    because:
      'Reads change nothing and give no access. Those that hand out credentials or secrets have rules or reasons of their own; bursts and unusual readers are watched by the discovery rules.',
    actions: ['*:*'],
    levels: ['Read', 'List'],
  },
  {
    id: 'tags-of-resources',
    because:
      'Tags of these resources grant nothing by themselves. Access by tags starts from the tags of users, roles and sessions, which are watched.',
    actions: ['*:*'],
    levels: ['Tagging'],
  },
];
