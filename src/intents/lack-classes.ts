// 哪家公司, 什么协会, 哪个小区 ↔ names of that class a sentence may give
import type { LackKind } from './lack-kinds.ts';
import { WELL_KNOWN } from './other-place.ts';

/** What is asked for by a word of its own that the sentence may lack. */
const SINGLE: readonly LackKind[] = [
  {
    name: '任职的时间',
    asked:
      /(?:哪一?年|什么时候|啥时候|何时|几时|哪天)[^,。]{0,4}(?:当上|当的|上任|任职|就任|提拔|调(?:过)?来|入职|退休)/u, // 是哪一年当上主任的
    held: /任职|上任|就任|任命|担任|提拔|晋升|入职|退休|调任/u,
  },
];

/** Class of the thing asked for: 哪家公司, 什么协会, 哪个小区; the sentence must name one the question does not. */
const NAMED_CLASSES: readonly LackKind[] = [
  ['公司', '公司|企业', '公司|集团|厂|合作社|经合社'],
  ['协会', '协会|商会|学会', '协会|商会|学会|联合会'],
  ['医院', '医院', '医院|卫生'],
  ['学校', '学校|小学|中学|大学', '小学|中学|学校|大学|学院|[一二三四五六七八九十]中'],
  ['店', '店名?|场子|馆子|会所|酒楼', '店|馆(?!长)|会所|酒楼|餐厅|KTV'],
  ['小区', '小区', '小区|新村|花园|公寓|新苑|[\\u4e00-\\u9fff]{2}(?:[苑城园庭]|社区)'],
  ['银行', '银行', '银行'],
  ['歌手', '歌手|明星|演员', '歌手|明星|歌星'],
  ['车站', '(?<!网)站(?![点台位岗队长])', '站'],
  ['河', '河|江|溪', '(?<!内|入)河|江|溪'],
  [
    '城市',
    '市(?![场民级直政属里内辖区委府局人纪检法公])|城市',
    `[\\u4e00-\\u9fff]{2}市(?!场|级|直|政|民)|${WELL_KNOWN.source}`,
  ],
  ['街道', '街道', '街道'],
  ['社区', '社区', '社区|村'],
].map(([name = '', asked = '', held = '']): LackKind => ({
  name: `是哪个${name}`,
  asked: new RegExp(
    `(?:哪|什么|啥)(?:一|几|两|三|\\d+)?(?:个|家|所|座|些|支|条)?(?:${asked})|(?:${asked})(?:是|叫)(?:什么|啥|哪)`,
    'u',
  ),
  held: new RegExp(held, 'u'),
  ...(name === '公司' ? { elsewhere: true } : {}),
}));

export const CLASSES: readonly LackKind[] = [...SINGLE, ...NAMED_CLASSES];
