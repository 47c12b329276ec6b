import { control, type Framework, withChecks } from '../framework.ts';
import { nistByCheck } from './nist-by-check.ts';
import { nistNames } from './nist-names.ts';

/** Parts of a control, `(a)` or `(b)(1)`, go by its name. */
const nameOf = (id: string) => {
  const name = nistNames[id.replace(/(\([a-z]\)(\(\d\))?)+$/, '')];
  if (!name) throw new Error(`NIST SP 800-53: the control ${id} has no name in nist-names.ts`);
  return name;
};

const ids = new Set(Object.values(nistByCheck).flatMap((some) => some.split(' ')));
const controls = [...ids].map((id) => control(id, id.slice(0, 2), nameOf(id)));

/** Revision 5 of the catalogue, as far as identities and their audit trail go. */
export const nist80053: Framework = {
  id: 'nist-800-53-r5',
  name: { en: 'NIST SP 800-53', ko: 'NIST SP 800-53' },
  version: 'Rev. 5',
  source: 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final',
  sections: [
    { id: 'AC', title: { en: 'Access Control', ko: '접근 통제' } },
    { id: 'AU', title: { en: 'Audit and Accountability', ko: '감사와 책임 추적' } },
    { id: 'CA', title: { en: 'Assessment, Authorization, and Monitoring', ko: '평가, 인가, 모니터링' } },
    { id: 'CM', title: { en: 'Configuration Management', ko: '구성 관리' } },
    { id: 'CP', title: { en: 'Contingency Planning', ko: '비상 계획' } },
    { id: 'IA', title: { en: 'Identification and Authentication', ko: '식별과 인증' } },
    { id: 'MA', title: { en: 'Maintenance', ko: '유지보수' } },
    { id: 'MP', title: { en: 'Media Protection', ko: '매체 보호' } },
    { id: 'PM', title: { en: 'Program Management', ko: '프로그램 관리' } },
    { id: 'SA', title: { en: 'System and Services Acquisition', ko: '시스템과 서비스 도입' } },
    { id: 'SC', title: { en: 'System and Communications Protection', ko: '시스템과 통신 보호' } },
    { id: 'SI', title: { en: 'System and Information Integrity', ko: '시스템과 정보 무결성' } },
  ],
  controls: withChecks(controls, nistByCheck),
};
