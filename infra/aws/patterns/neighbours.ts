import { neighbourDetailTypes } from '../../../shared/neighbours/detail-types.ts';
import type { SelectionRule } from './event-pattern.ts';

const source = ['aws.guardduty', 'aws.access-analyzer', 'aws.securityhub'];

/** What the other Regions have selected, on the home bus. */
export const anyNeighbour = { source, 'detail-type': neighbourDetailTypes };

const news = ['ACTIVE', 'RESOLVED'];

/**
 * What other services have found about IAM, and nothing else of theirs: filtering here is free. GuardDuty names identities in the type of a
 * finding. Of Security Hub only its own failed controls are taken: what it imports comes from the others as well, and the nightly review sees
 * what passes again. In every Region, since these services report where they look.
 */
export const neighbourRule: SelectionRule = {
  name: 'findings-1',
  state: 'ENABLED',
  pattern: {
    ...anyNeighbour,
    detail: {
      $or: [
        { type: [{ wildcard: '*:IAMUser/*' }], service: { archived: [false] } },
        // External access; the other findings of the analyzer have a type.
        { resourceType: ['AWS::IAM::Role'], findingType: [{ exists: false }], status: news },
        { findingType: [{ prefix: 'Unused' }], status: news },
        {
          findings: {
            ProductName: ['Security Hub'],
            Compliance: { SecurityControlId: [{ prefix: 'IAM.' }], Status: ['FAILED'] },
            RecordState: ['ACTIVE'],
            Workflow: { Status: ['NEW', 'NOTIFIED'] },
          },
        },
      ],
    },
  },
};
