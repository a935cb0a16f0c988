/** Common single-character surnames, for telling where a post ends and a name begins; names themselves are never kept. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封池危揭';
/** What a post ends with: 原主任, 副局长, 党工委书记, 职员, 工作人员, 出纳, 园长, 经办. */
const POST =
  '(?:书记|主任|局长|主席|部长|科长|处长|所长|院长|校长|园长|厂长|队长|镇长|乡长|区长|县长|市长|会长|站长|室主任|经理|董事长|领导|职员|科员|专员|会计|出纳|人员|干部|委员|助理|经办|法人|负责人|工程师|教师|户管员|督学|同志)';
/** What may follow a name in a sanction: 「…杜成发对…负有」「…卓毅工作中」「…林杭(已退休)」「…陈辉,」「…朱文洁予以」. */
const AFTER =
  '(?=对|工作|在|违|长期|被|均|予以|给予|受到|[、,，;；。(（)）]|等|因|未|不|利用|存在|履行|履职|失职|党纪|$)';
const PERSON = new RegExp(`${POST}(?:[(（][^)）]*[)）])?[${SURNAMES}][\\u4e00-\\u9fff]{1,2}?${AFTER}`, 'gu');

/** Heads a sanction item speaks of, and where the listing of persons ends inside it. */
export interface Heads {
  readonly persons: number;
  /** Offset just behind the last person named; 0 when no name was recognised. */
  readonly end: number;
}

/** 「…等4人」 as printed; otherwise each post followed by a name counts one; at least one. */
export function countHeads(text: string): Heads {
  const named = [...text.matchAll(PERSON)];
  const last = named.at(-1);
  const end = last === undefined ? 0 : last.index + last[0].length;
  const printed = /等\s*(?<count>\d+)\s*(?:人|名)/u.exec(text)?.groups?.['count'];
  return { persons: printed === undefined ? Math.max(named.length, 1) : Number(printed), end };
}
