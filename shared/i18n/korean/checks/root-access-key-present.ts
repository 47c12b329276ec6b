import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '루트 사용자의 액세스 키 존재',
  why: '루트 사용자를 제한하는 것은 없습니다. 키를 찾은 사람이 계정을 차지하고, 어떤 정책으로도 되찾을 수 없습니다.',
  fix: '루트로 로그인해 키를 비활성화하고 장애가 생기는지 확인한 뒤 삭제하세요. 프로그램에는 역할을 주세요.',
  messages: {
    'in-report': '자격 증명 보고서에 따르면 루트 사용자에 활성 액세스 키가 {count}개 있습니다.',
    'in-summary': '계정 요약에 따르면 루트 사용자에 액세스 키가 {count}개 있습니다.',
    none: '루트 사용자에 활성 액세스 키가 없습니다.',
    unreadable: shared.reportUnreadable,
  },
} satisfies CheckTranslation;
