import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM Access Analyzer 삭제 또는 탐지 회피 설정',
  why: '역할, 버킷, 키가 외부 계정에 개방되어도 더 이상 아무도 통보받지 못합니다. 외부 개방을 준비하는 행위입니다.',
  fix: '분석기를 다시 만들고 아카이브 규칙을 확인한 뒤, 그 이후 외부에 개방된 역할과 버킷을 찾으세요.',
  messages: {
    deleted: {
      done: '{actor|이/가} {region}의 IAM Access Analyzer {analyzer|을/를} 삭제했습니다.',
      tried: '{actor|이/가} {region}의 IAM Access Analyzer를 삭제하려 했으나 AWS가 거부했습니다.',
    },
    archiveRule: {
      done: '{actor|이/가} {region}의 IAM Access Analyzer {analyzer}에 결과를 자동 보관하는 규칙을 설정했습니다({eventName}).',
      tried:
        '{actor|이/가} {region}의 IAM Access Analyzer에 결과를 자동 보관하는 규칙을 설정하려 했으나 AWS가 거부했습니다.',
    },
    updated: {
      done: '{actor|이/가} {region}의 IAM Access Analyzer {analyzer}의 분석 대상을 변경했습니다.',
      tried: '{actor|이/가} {region}의 IAM Access Analyzer 분석 대상을 변경하려 했으나 AWS가 거부했습니다.',
    },
    archived: {
      done: '{actor|이/가} {region}의 IAM Access Analyzer {analyzer} 결과를 보관 처리했습니다.',
      tried: '{actor|이/가} {region}의 IAM Access Analyzer 결과를 보관 처리하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
