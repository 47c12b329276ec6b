import type { ControlStatus } from '../../../shared/compliance/control-status.ts';
import type { Language } from '../../../shared/i18n/language.ts';

/** The fixed words of `tw compliance`. */
interface Words {
  readonly status: Readonly<Record<ControlStatus, string>>;
  /** `{percent}` of those judged. */
  readonly score: string;
  readonly noScore: string;
  readonly failed: string;
  readonly open: string;
  readonly watched: string;
  readonly ours: string;
}

export const complianceWords: Readonly<Record<Language, Words>> = {
  en: {
    status: {
      FAIL: 'FAIL',
      NOT_EVALUATED: 'NOT EVALUATED',
      PASS: 'PASS',
      NOT_APPLICABLE: 'NOT APPLICABLE',
      WATCHED: 'WATCHED',
      OUTSIDE: 'OUTSIDE',
    },
    score:
      '{percent} % of the {judged} controls that could be judged pass (passed ÷ (passed + failed), all alike).',
    noScore: 'No control could be judged.',
    failed: 'failed: {ids}',
    open: 'not known: {ids}',
    watched: 'watched by {ids}',
    ours: 'Trailwarden maps this by its own judgement; the publisher does not.',
  },
  ko: {
    status: {
      FAIL: '부적합',
      NOT_EVALUATED: '평가 불가',
      PASS: '적합',
      NOT_APPLICABLE: '해당 없음',
      WATCHED: '상시 감시',
      OUTSIDE: '범위 밖',
    },
    score:
      '평가할 수 있었던 통제 {judged}개 중 {percent}%가 적합합니다(적합 ÷ (적합 + 부적합), 가중치 없음).',
    noScore: '평가할 수 있었던 통제가 없습니다.',
    failed: '부적합 점검: {ids}',
    open: '확인 불가: {ids}',
    watched: '감시 규칙: {ids}',
    ours: '발행 기관이 아니라 Trailwarden의 자체 판단에 따른 매핑입니다.',
  },
};
