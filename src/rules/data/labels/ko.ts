import type { Rule } from '../../../types.ts';

/** What Korean pages print beside ads. */
export const KOREAN_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-ko',
    category: 'label',
    match: [
      { label: '광고' },
      { label: '광고 광고' },
      { label: '구글 광고' },
      { label: 'Google 광고' },
      { label: '스폰서 링크' },
      { label: '스폰서링크' },
      { label: '광고 닫기' },
      { label: '광고 건너뛰기' },
      { label: '광고 숨기기' },
      { label: '광고 신고' },
      { label: '광고 종료' },
      { label: '광고 영역' },
      { label: '광고 로딩중' },
      { label: '본문 광고' },
      { label: '이 광고 신고하기' },
    ],
  },
  {
    id: 'label/continue-below-ko',
    category: 'label',
    match: [
      { label: '광고 후 계속' },
      { label: '광고 이후 계속' },
      { label: '기사는 광고 후 계속됩니다' },
      { label: '기사는 광고 뒤에 이어집니다' },
      { label: '광고 뒤에 계속됩니다' },
      { label: '아래로 스크롤하여 계속 읽기' },
      { label: '스크롤하여 계속 읽기' },
      { label: '계속하려면 스크롤하세요' },
      { label: '본문은 광고 아래에 계속됩니다' },
    ],
  },
  {
    id: 'label/sponsored-ko',
    category: 'label',
    match: [
      { label: '스폰서 콘텐츠' },
      { label: '협찬' },
      { label: '유료 광고' },
      { label: '유료광고' },
      { label: '유료 광고 포함' },
      { label: '광고성 기사' },
      { label: '기사형 광고' },
      { label: '제휴 콘텐츠' },
      { label: '브랜드 콘텐츠' },
      { label: '프로모션' },
      { label: '유료 파트너십' },
      { label: '후원 콘텐츠' },
    ],
  },
];
