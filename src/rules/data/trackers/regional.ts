import type { Rule } from '../../../types.ts';

/** Analytics of countries with systems of their own: Russia, China, Korea, Japan, Central Europe. */
export const REGIONAL_TRACKER_RULES: readonly Rule[] = [
  {
    id: 'yandex-metrika/loader',
    category: 'tracker',
    match: [
      { host: 'mc.yandex.ru', tag: 'script' },
      { host: 'mc.yandex.com', tag: 'script' },
      { host: 'mc.webvisor.org', tag: 'script' },
      { host: 'cdn.jsdelivr.net', path: '/npm/yandex-metrica-watch', tag: 'script' },
      { inlineScript: 'ym(' },
      { inlineScript: 'yandex.ru/metrika' },
      { inlineScript: 'yandex.com/metrika' },
      { inlineScript: 'Ya.Metrika' },
      { inlineScript: 'Ya.Metrika2' },
      { inlineScript: 'yandex_metrika_callbacks' },
      { inlineScript: 'yandex_metrika_callbacks2' },
      { inlineScript: 'yandex_metrika_callback' },
      { inlineScript: 'yaParams' },
    ],
  },
  {
    id: 'yandex-metrika/pixel',
    category: 'tracker',
    match: [
      { host: 'mc.yandex.ru', tag: 'img' },
      { host: 'mc.yandex.com', tag: 'img' },
      { host: 'bs.yandex.ru', path: '/informer', tag: 'img' },
      { host: 'informer.yandex.ru', tag: 'img' },
    ],
  },
  {
    id: 'yandex-metrika/comment',
    category: 'tracker',
    match: [{ comment: 'Yandex.Metrika' }, { comment: 'Yandex.Metrica' }],
  },
  {
    id: 'liveinternet/counter',
    category: 'tracker',
    match: [{ host: 'counter.yadro.ru', tag: 'img' }, { id: 'licntCD21' }, { comment: 'LiveInternet' }],
  },
  {
    id: 'mail-ru/counter',
    category: 'tracker',
    match: [
      { host: 'top-fwz1.mail.ru', tag: 'script' },
      { host: 'top-fwz1.mail.ru', tag: 'img' },
      { host: 'top.mail.ru', tag: 'img' },
      { host: 'top.mail.ru', tag: 'script' },
      { inlineScript: '_tmr' },
      { comment: 'Rating@Mail.ru' },
      { comment: 'Rating.Mail.ru' },
      { comment: 'Top.Mail.Ru' },
    ],
  },
  {
    id: 'rambler/counter',
    category: 'tracker',
    match: [
      { host: 'st.top100.ru', tag: 'script' },
      { host: 'counter.rambler.ru', tag: 'script' },
      { host: 'counter.rambler.ru', tag: 'img' },
      { inlineScript: '_top100q' },
      { comment: 'Rambler' },
    ],
  },
  {
    id: 'vk-pixel/loader',
    category: 'tracker',
    match: [{ inlineScript: 'VK.Retargeting' }, { host: 'vk.com', path: '/rtrg', tag: 'img' }],
  },
  {
    id: 'roistat/loader',
    category: 'tracker',
    match: [{ host: 'cloud.roistat.com', tag: 'script' }, { inlineScript: 'roistat' }],
  },
  {
    id: 'calltouch/loader',
    category: 'tracker',
    match: [{ host: 'mod.calltouch.ru', tag: 'script' }, { inlineScript: 'CalltouchDataObject' }],
  },
  {
    id: 'hotlog/counter',
    category: 'tracker',
    match: [{ host: 'hit.hotlog.ru', tag: 'img' }, { inlineScript: 'hotlog_js' }],
  },
  {
    id: 'openstat/counter',
    category: 'tracker',
    match: [
      { host: 'openstat.net', tag: 'script' },
      { host: 'openstat.net', tag: 'img' },
      { inlineScript: 'openstat' },
    ],
  },
  {
    id: 'bigmir/counter',
    category: 'tracker',
    match: [
      { host: 'c.bigmir.net', tag: 'script' },
      { host: 'c.bigmir.net', tag: 'img' },
      { inlineScript: 'bigmir.net' },
    ],
  },
  {
    id: 'spylog/counter',
    category: 'tracker',
    match: [
      { host: 'spylog.com', tag: 'img' },
      { host: 'spylog.com', tag: 'script' },
    ],
  },
  {
    id: 'baidu-tongji/loader',
    category: 'tracker',
    match: [{ host: 'hm.baidu.com', tag: 'script' }, { host: 'hm.baidu.com', tag: 'img' }, { inlineScript: '_hmt' }],
  },
  {
    id: 'baidu-push/loader',
    category: 'tracker',
    match: [
      { host: 'push.zhanzhang.baidu.com', tag: 'script' },
      { host: 'zz.bdstatic.com', tag: 'script' },
    ],
  },
  {
    id: 'cnzz/loader',
    category: 'tracker',
    match: [
      { host: 'cnzz.com', tag: 'script' },
      { host: 's4.cnzz.com', tag: 'script' },
      { host: 'v1.cnzz.com', tag: 'script' },
      { inlineScript: '_czc' },
      { inlineScript: 'cnzz_protocol' },
      { id: 'cnzz_stat_icon_*' },
    ],
  },
  {
    id: '51la/loader',
    category: 'tracker',
    match: [
      { host: 'sdk.51.la', tag: 'script' },
      { host: 'js.users.51.la', tag: 'script' },
      { inlineScript: 'LA.init' },
    ],
  },
  {
    id: 'growingio/loader',
    category: 'tracker',
    match: [
      { host: 'assets.giocdn.com', tag: 'script' },
      { host: 'assets.growingio.com', tag: 'script' },
      { inlineScript: "gio('" },
      { inlineScript: '_vds' },
    ],
  },
  {
    id: 'sensors/loader',
    category: 'tracker',
    match: [
      { inlineScript: 'sensorsDataAnalytic201505' },
      { inlineScript: 'sensorsDataAnalytic' },
      { inlineScript: 'sensors.quick' },
    ],
  },
  {
    id: 'toutiao/push',
    category: 'tracker',
    match: [
      { inlineScript: 'LogAnalyticsObject' },
      { host: 'lf1-cdn-tos.bytegoofy.com', tag: 'script' },
      { host: 'sf1-scmcdn-tos.pstatp.com', tag: 'script' },
    ],
  },
  {
    id: 'umeng/loader',
    category: 'tracker',
    match: [
      { inlineScript: 'aplus_queue' },
      { host: 'd.alicdn.com', path: '/alilog', tag: 'script' },
      { host: 'g.alicdn.com', path: '/alilog', tag: 'script' },
    ],
  },
  {
    id: 'naver/analytics',
    category: 'tracker',
    match: [
      { host: 'wcs.naver.net', tag: 'script' },
      { host: 'wcs.naver.com', tag: 'script' },
      { inlineScript: 'wcs_add' },
      { inlineScript: 'wcs_do' },
      { inlineScript: 'wcs.inflow' },
    ],
  },
  {
    id: 'kakao-pixel/loader',
    category: 'tracker',
    match: [
      { host: 't1.daumcdn.net', path: '/kas', tag: 'script' },
      { host: 't1.daumcdn.net', path: '/adfit/static/kp.js', tag: 'script' },
      { host: 't1.kakaocdn.net', path: '/kas', tag: 'script' },
      { inlineScript: 'kakaoPixel' },
    ],
  },
  {
    id: 'acecounter/loader',
    category: 'tracker',
    match: [
      { host: 'acecounter.com', tag: 'script' },
      { inlineScript: '_AceGID' },
      { inlineScript: '_AceCounter' },
      { inlineScript: 'AceCounter' },
    ],
  },
  {
    id: 'logger-kr/loader',
    category: 'tracker',
    match: [{ host: 'cdn.megadata.co.kr', tag: 'script' }, { inlineScript: '_TRK_' }],
  },
  {
    id: 'yahoo-japan/tag',
    category: 'tracker',
    match: [
      { host: 's.yimg.jp', path: '/images/listing', tag: 'script' },
      { host: 's.yjtag.jp', tag: 'script' },
      { host: 'b.yjtag.jp', tag: 'script' },
      { host: 'b.yjtag.jp', tag: 'iframe' },
      { inlineScript: 'yahoo_retargeting_id' },
      { inlineScript: 'yahoo_conversion_id' },
      { inlineScript: 'yahoo_ss_retargeting_id' },
      { inlineScript: 'yjDataLayer' },
      { inlineScript: 'ytag(' },
      { inlineScript: 'tagjs' },
    ],
  },
  {
    id: 'line-tag/loader',
    category: 'tracker',
    match: [
      { host: 'd.line-scdn.net', path: '/n/line_tag', tag: 'script' },
      { inlineScript: '_ltq' },
      { inlineScript: "_lt('" },
      { host: 'tr.line.me', tag: 'img' },
    ],
  },
  {
    id: 'karte/loader',
    category: 'tracker',
    match: [
      { host: 'cdn-edge.karte.io', tag: 'script' },
      { host: 'cdn.karte.io', tag: 'script' },
      { inlineScript: "krt('" },
      { inlineScript: '__karte_tracker' },
    ],
  },
  {
    id: 'userinsight/loader',
    category: 'tracker',
    match: [{ host: 'cs.nakanohito.jp', tag: 'script' }, { inlineScript: '_uih' }, { inlineScript: '_uic' }],
  },
  {
    id: 'ebis/loader',
    category: 'tracker',
    match: [
      { host: 'taj1.ebis.ne.jp', tag: 'script' },
      { host: 'ac.ebis.ne.jp', tag: 'script' },
      { inlineScript: 'ebis.argument' },
      { inlineScript: 'ebisPageID' },
    ],
  },
  {
    id: 'fc2-counter/loader',
    category: 'tracker',
    match: [
      { host: 'counter1.fc2.com', tag: 'script' },
      { host: 'analyzer.fc2.com', tag: 'script' },
      { host: 'analyzer51.fc2.com', tag: 'script' },
      { host: 'analyzer.fc2.com', tag: 'img' },
    ],
  },
  {
    id: 'seznam/retargeting',
    category: 'tracker',
    match: [
      { host: 'c.imedia.cz', tag: 'script' },
      { host: 'c.seznam.cz', tag: 'script' },
      { inlineScript: 'seznam_retargeting_id' },
      { inlineScript: 'seznam_retargetingId' },
      { inlineScript: 'rc.retargetingHit' },
    ],
  },
  {
    id: 'toplist-cz/counter',
    category: 'tracker',
    match: [
      { host: 'toplist.cz', tag: 'img' },
      { host: 'toplist.sk', tag: 'img' },
      { host: 'toplist.cz', tag: 'script' },
    ],
  },
  {
    id: 'navrcholu/counter',
    category: 'tracker',
    match: [
      { host: 'navrcholu.cz', tag: 'script' },
      { host: 'navrcholu.cz', tag: 'img' },
    ],
  },
  {
    id: 'stat24/counter',
    category: 'tracker',
    match: [{ host: 'stat24.com', tag: 'script' }, { inlineScript: 'Stat24' }],
  },
  {
    id: 'stat-pl/counter',
    category: 'tracker',
    match: [{ host: 'stat.pl', tag: 'script' }, { inlineScript: 'STATPL' }],
  },
  { id: 'daum/webinsider', category: 'tracker', match: { host: 'log.inside.daum.net', tag: 'script' } },
];
