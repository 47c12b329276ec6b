import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'AI 서비스 개선에 콘텐츠 사용 허용',
  why: '옵트아웃 정책이 없으면 일부 서비스가 콘텐츠를 원래 리전 밖에 저장하고 사용할 수 있습니다.',
  fix: '기본값에 opt_out_policy "optOut"을 지정한 AI 서비스 옵트아웃 정책을 조직 루트에 연결하세요.',
  messages: {
    none: '어디에도 연결된 AI 서비스 옵트아웃 정책이 없습니다.',
    partly: '연결된 AI 서비스 옵트아웃 정책({policies})이 기본으로 옵트아웃하지 않습니다.',
    out: 'AI 서비스 옵트아웃 정책 {policy|이/가} 기본으로 옵트아웃합니다.',
    outside: shared.outsideOrganization,
    unreadable: 'AI 서비스 옵트아웃 정책 {policy|을/를} 해석할 수 없습니다.',
  },
} satisfies CheckTranslation;
