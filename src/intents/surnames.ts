import { rememberRecent } from '../text/remember.ts';

/** The hundred and more commonest surnames, for telling a personal name from other words beside a title. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施洪齐倪卓甘童颜柯翁庄游阮俞詹饶甄赖';
const COMPOUND = '欧阳|上官|司马|诸葛|司徒|东方';
const TITLE =
  '书记|主任|局长|区长|县长|市长|省长|部长|院长|校长|园长|厂长|所长|科长|处长|队长|组长|经理|总裁|董事长|会计|出纳|职员|委员|教授|老师|负责人|法人|同志|专员|助理|督学|人员|管理员|名字|经办|户管员';
const NAME_AFTER_TITLE = new RegExp(
  `(?:${TITLE})(?:[、,(（][^,。]{0,14}?[)）])?(?<name>(?:${COMPOUND}|[${SURNAMES}])[\\u4e00-\\u9fff]{1,2})(?![\\u4e00-\\u9fff]*(?:局|委|街道|公司))`,
  'gu',
);
const NAME_BEFORE_TITLE = new RegExp(
  `(?<name>(?:${COMPOUND}|[${SURNAMES}])[\\u4e00-\\u9fff]{1,2})(?:同志|教授|等\\d*(?:人|位)|负有|违反|工作中|予以|挪用|党纪立案)`,
  'gu',
);

/** Names of persons in `text`: 「区财政局局长林争作…讲座」, 「郑传芳教授」, 「洪光曦进行诫勉谈话」; a character too long at times. */
export function findNames(text: string): string[] {
  return [NAME_AFTER_TITLE, NAME_BEFORE_TITLE].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ groups }) => groups?.['name'] ?? ''),
  );
}

const STARTS = new RegExp(`^(?:${COMPOUND}|[${SURNAMES}])`, 'u');
const BEHIND_POST = new RegExp(`(?:${TITLE}|科员|领导)$`, 'u');

/** The name that ends `text`: 林争 of 「局长林争」; empty where no surname stands three or two characters before its end. */
export function nameAtEnd(text: string): string {
  return findNameAtEnd(text, () => true);
}

/** The name behind a post that ends `text`: 林争 of 「区财政局局长林争」; empty where it ends with no post and name. */
export function nameBehindTitle(text: string): string {
  return findNameAtEnd(text, (before) => BEHIND_POST.test(before));
}

function findNameAtEnd(text: string, stands: (before: string) => boolean): string {
  const ends = [3, 2].map((length) => text.slice(-length));
  return ends.find((words) => STARTS.test(words) && stands(text.slice(0, text.length - words.length))) ?? '';
}

const NAME = new RegExp(`(?:${COMPOUND}|[${SURNAMES}])[\\u4e00-\\u9fff]{1,2}`, 'gu');
const NAME_STARTS = new RegExp(`(?=${NAME.source})`, 'gu');
const HAN = /^[\u4e00-\u9fff]{2,3}$/u;
/** 人员任职, 新任副所长: said of an office. */
const NO_NAME = /^任[职副用何务免命期正]/u;
/** 经理黄金根予以…: what may stand behind a name of two characters: 黄金 is none. */
const NAME_ENDS =
  /^(?:$|[^\u4e00-\u9fff]|[因在被对等予以进同违涉作给负任与和及向就利擅未不挪党政原时工受的])/u;
const BEHIND_TITLE = new RegExp(`(?:${TITLE})(?:[(（][^()（）]{0,20}[)）])?$`, 'u');

/** Names in `text` of persons whom `source` names behind a post: 张家焜 of 「张家焜最后判了几年」. */
export function findKnownNames(text: string, source: string): string[] {
  const starts = Array.from(text.matchAll(NAME_STARTS), ({ index }) => index);
  const isNamed = namesOf(source, () => rememberRecent<boolean>(MOST_NAMES));
  return starts.flatMap((start) => {
    const name = [3, 2]
      .map((length) => text.slice(start, start + length))
      .find(
        (words) =>
          HAN.test(words) && !NO_NAME.test(words) && isNamed(words, () => standsBehindTitle(words, source)),
      );
    return name === undefined ? [] : [name];
  });
}

/** Whether it is a name, for the words last asked about, of each of the sources last asked about. */
const namesOf = rememberRecent<ReturnType<typeof rememberRecent<boolean>>>(4);
const MOST_NAMES = 500;

function standsBehindTitle(name: string, source: string): boolean {
  for (let at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + 1))
    if (
      BEHIND_TITLE.test(source.slice(Math.max(0, at - 26), at)) &&
      (name.length > 2 || NAME_ENDS.test(source.slice(at + 2, at + 3)))
    )
      return true;
  return false;
}
