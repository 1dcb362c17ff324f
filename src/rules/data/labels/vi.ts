import type { Rule } from '../../../types.ts';

/** What Vietnamese pages print beside ads. */
export const VIETNAMESE_LABELS: readonly Rule[] = [
  {
    id: 'label/advertisement-vi',
    category: 'label',
    match: [
      { label: 'Quảng cáo' },
      { label: 'Quảng cáo Quảng cáo' },
      { label: 'Quảng cáo của Google' },
      { label: 'Quảng cáo bởi Google' },
      { label: 'Liên kết được tài trợ' },
      { label: 'Đóng quảng cáo' },
      { label: 'Bỏ qua quảng cáo' },
      { label: 'Ẩn quảng cáo' },
      { label: 'Báo cáo quảng cáo' },
      { label: 'Kết thúc quảng cáo' },
    ],
  },
  {
    id: 'label/continue-below-vi',
    category: 'label',
    match: [
      { label: 'Bài viết tiếp tục sau quảng cáo' },
      { label: 'Tiếp tục sau quảng cáo' },
      { label: 'Nội dung tiếp tục sau quảng cáo' },
      { label: 'Bài viết tiếp tục bên dưới' },
      { label: 'Đọc tiếp sau quảng cáo' },
      { label: 'Cuộn xuống để đọc tiếp' },
      { label: 'Xem tiếp sau quảng cáo' },
      { label: 'Bài viết còn tiếp sau quảng cáo' },
    ],
  },
  {
    id: 'label/sponsored-vi',
    category: 'label',
    match: [
      { label: 'Được tài trợ' },
      { label: 'Nội dung được tài trợ' },
      { label: 'Bài viết được tài trợ' },
      { label: 'Bài viết quảng cáo' },
      { label: 'Nội dung quảng cáo' },
      { label: 'Nội dung tài trợ' },
      { label: 'Thông tin quảng cáo' },
      { label: 'Bài PR' },
      { label: 'Nội dung từ đối tác' },
    ],
  },
  {
    id: 'label/sponsored-by-vi',
    category: 'label',
    match: [{ text: 'Tài trợ bởi {any}' }, { text: 'Được tài trợ bởi {any}' }],
  },
];
