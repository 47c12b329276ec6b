import { readingsBy } from '../../account/source.ts';
import { defineCondition, nameIn, type StillThere } from './condition.ts';

const regionIn = (arn: string): string => arn.split(':')[3] ?? '';

export const auditConditions = [
  defineCondition({
    ruleId: 'cloudtrail-stopped',
    needs: ['trails', 'trailStatus'],
    judge({ resource }, { sources }): StillThere {
      const trail = sources.trails.find(({ arn, name }) => arn === resource || name === nameIn(resource));
      if (!trail) return 'gone';
      const status = readingsBy(sources.trailStatus)(trail.arn);
      if (status.status !== 'read') return 'unknown';
      return status.value.isLogging ? 'ended' : 'holds';
    },
  }),
  defineCondition({
    ruleId: 'config-recorder-stopped',
    needs: ['configRecorders'],
    judge({ resource }, { sources }): StillThere {
      const reading = readingsBy(sources.configRecorders)(regionIn(resource));
      if (reading.status !== 'read') return 'unknown';
      return reading.value.some(({ recording }) => recording) ? 'ended' : 'holds';
    },
  }),
];
