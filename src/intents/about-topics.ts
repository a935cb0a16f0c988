// the document itself: what is asked of it ↔ where it says so
import type { Citation, Unit } from '../bulletin/bulletin.ts';
import { findDates } from '../text/dates.ts';
import { foldWidth } from '../text/width.ts';
import { claim, type DraftClaim, type IntentContext } from './intent.ts';

/** 评估报告, 审计报告: papers the bulletin tells of. */
export const DOCUMENT =
  '(?<!评估|调查|审计|研究|检测|监测|鉴定|述职|财务|验收|论证|审核|评审|总结|可研|检查)(?:这|该|本)?(?:份|篇|个|则)?(?:通报|公告|公开信|文件|报告(?![会厅人])|材料|稿子|东西|整改(?:情况)?(?:通报|公告|报告))';

const WHEN = '(?:什么时候|啥时候|何时|几时|几号|哪天|哪一天|哪年|几月)';

/** One thing asked of the document. */
export interface Topic {
  readonly pattern: RegExp;
  readonly state: (context: IntentContext) => DraftClaim[];
}

/** The first that is met answers: what the inspection fed back stands before the inspection itself. */
export const TOPICS: readonly Topic[] = [
  {
    // 这份通报的全称是什么
    pattern: new RegExp(
      `${DOCUMENT}的?(?:标题|题目|全称|名称|名字|叫什么|叫啥)|(?:标题|题目)(?:是|叫)(?:什么|啥)`,
      'u',
    ),
    state: (context) => stateText(context, context.bulletin.meta.title, (title) => `标题:${title}`),
  },
  {
    // 通报什么时候发布的
    pattern: new RegExp(
      `${DOCUMENT}.{0,4}(?:什么时候|啥时候|何时|哪天|哪一天|几号|几月|日期|时间).{0,4}(?:发|公布|挂|登|出|印|公开)?|(?:发布|公布|公开)(?:时间|日期)|(?:哪天|何时|什么时候|啥时候)(?:发布|公布|公开|挂网|发)的?(?:${DOCUMENT})`,
      'u',
    ),
    state: (context) =>
      stateHead(context, /(?:发布|公布)(?:时间|日期):\s*[^\s]+(?:\s+\d{1,2}:\d{2})?/u) ??
      stateSignature(context, /\d{4}年\d{1,2}月\d{1,2}日\s*$/u, '落款日期'),
  },
  {
    // 谁发布的
    pattern: new RegExp(
      `${DOCUMENT}.{0,4}(?:谁|哪个单位|哪家|哪里|什么单位).{0,3}(?:发|出|公布|印|写|起草)|(?:谁|哪个单位|哪里|哪家)(?:发布|公布|发|写|起草|出)的?(?:${DOCUMENT})|^(?:是)?(?:谁|哪个单位)(?:发布|公布|印发|发)的[?。]*$|(?:发布|发文)(?:单位|机关|主体)`,
      'u',
    ),
    state: (context) =>
      stateHead(context, /来源:\s*[^\s]+/u) ??
      stateSignature(context, /(?<=\n\s*)\S+(?=\s+\d{4}年\d{1,2}月\d{1,2}日\s*$)/u, '落款'),
  },
  {
    // 巡视意见是哪一天反馈的
    pattern:
      /(?:反馈).{0,10}(?:什么时候|啥时候|何时|几号|哪天|哪一天|日期|时间)|(?:什么时候|啥时候|何时|几号|哪天|哪一天).{0,6}反馈/u,
    state: (context) =>
      stateSentence(context, (text) => /反馈了?[^,]{0,8}(?:意见|情况)/u.test(text) && /日/u.test(text)),
  },
  {
    // 巡视什么时候开始、什么时候结束; 什么时候巡视的, 哪个组来巡视的
    pattern: new RegExp(
      `(?:巡视|巡察)(?:组)?.{0,8}(?:${WHEN}(?:来|进|入驻|开始|结束|开展|走|撤|离|到)|(?:开展|进驻)?(?:的)?(?:时间(?:是|为|段|多)|时间[?。]*$|起止|多久)|从?(?:几号|哪天|何时|什么时候)到(?:几号|哪天|何时|什么时候))|${WHEN}(?:来|开始|进行|开展|接受|做)?的?(?:省委|中央|市委|上级)?(?:巡视|巡察)(?:组)?(?:来|进驻|开始|结束)?的?[吗呢啊?。]*$|(?:谁|哪个组|哪一组|哪个巡视组|第几巡视组|几组)(?:来|开展|负责)?的?(?:巡视|巡察)|(?:巡视|巡察)组?(?:进驻|来|到)[^,。?]{0,4}(?:是|的)?(?:哪年|哪月|几月|哪天|几号|什么时候)|(?:第几|哪一?个)(?:巡视|巡察)组(?:来|进驻|负责)的?[吗呢啊?。]*$|(?:巡视|巡察)(?:组)?是(?:哪个组|哪一组|第?几组|哪里的|哪来的)`,
      'u',
    ),
    state: (context) =>
      stateSentence(
        context,
        (text) => /(?:开展|进行)[^,]{0,12}(?:巡视|巡察)/u.test(text) && /日/u.test(text),
      ),
  },
  {
    // 联系方式, 电话多少, 举报 邮箱, 往哪儿寄信
    pattern:
      /联系(?:方式|电话|地址|人)|(?:怎么|咋|如何|去哪里?|到哪里?|找谁|向谁)(?:去)?(?:举报|投诉|反映|提意见)[吗呢啊?。]*$|(?:公开|公布|对外|监督|热线|官方)的?(?:电话|邮箱|地址)|(?:举报|监督|反映|提意见|意见建议|投诉|咨询).{0,8}(?:电话|邮箱|地址|号码|渠道|方式|怎么(?=联系|打|反映|提|举报|投诉|找|写|寄|交|[吗呢啊?。]*$)|找谁|打|寄|哪里)|电子?邮箱|打(?:哪个|什么)(?:号码|电话)|打电话(?:给|找)谁|(?:信|意见|材料).{0,3}(?:往|寄)(?:到|给)?(?:哪|什么地方)|^(?:电话|邮箱|地址|通信地址|通讯地址)(?:是|有)?(?:多少|什么|哪里)?[?。]*$|(?:通报|区委).{0,4}(?:电话|邮箱)/u,
    state: ({ bulletin, lookup }) =>
      bulletin.units
        .filter((unit) => unit.kind === 'contact')
        .map((unit) => contactClaim(unit, lookup.cite(unit.id))),
  },
  {
    // 数据截至什么时候
    pattern:
      /(?:数据|统计|情况|问题线索).{0,6}截[至止]|截[至止].{0,4}(?:什么时候|何时|哪天|几号|哪一天)|统计到(?:什么时候|哪)/u,
    state: stateAsOf,
  },
  {
    // 通报最后一段写了什么
    pattern: new RegExp(
      `${DOCUMENT}的?(?:最后|末尾|结尾)(?:的)?(?:那|一)*(?:段|句)?话?(?:都|又|是)?(?:写|讲|说)`,
      'u',
    ),
    state: ({ bulletin, lookup }) =>
      bulletin.units
        .filter(({ kind, position }) => kind === 'contact' && position === bulletin.units.length - 1)
        .map(({ id }) => lookup.cite(id))
        .map((whole) => claim(whole.quote, [whole])),
  },
  {
    // 通报开头那段说了什么
    pattern: new RegExp(
      `${DOCUMENT}的?(?:开头|开篇|导语|第一段)(?:的)?(?:那|这)?(?:一)?(?:段|句|部分)?`,
      'u',
    ),
    state: (context) => {
      const lead = head(context)?.text.trim().split('\n').at(-1)?.trim() ?? '';
      return lead === '' ? [] : stateText(context, lead, (words) => words);
    },
  },
  {
    // 通报分几大部分
    pattern: new RegExp(
      `${DOCUMENT}.{0,6}(?:分|有|共|包括|包含).{0,4}(?:几|多少|哪些|哪几)(?:个|大)*(?:部分|章|板块)|(?:整个)?结构|目录|提纲`,
      'u',
    ),
    state: stateParts,
  },
];

function head(context: IntentContext): Unit | undefined {
  return context.bulletin.units[0];
}

function citeWords(unit: Unit, words: string): Citation | null {
  const at = unit.text.indexOf(words);
  const start = unit.body.start + at;
  return at < 0 ? null : { unit: unit.id, span: { start, end: start + words.length }, quote: words };
}

/** The unit's words where `pattern`, written in half-width characters, is met. */
function citeMatch(unit: Unit | undefined, pattern: RegExp): Citation | null {
  const match = pattern.exec(foldWidth(unit?.text ?? ''));
  if (unit === undefined || match === null) return null;
  const words = unit.text.slice(match.index, match.index + match[0].length).trimEnd();
  const start = unit.body.start + match.index;
  return { unit: unit.id, span: { start, end: start + words.length }, quote: words };
}

function stateText(context: IntentContext, words: string, wording: (words: string) => string): DraftClaim[] {
  const unit = head(context);
  const citation = unit === undefined ? null : citeWords(unit, words);
  return citation === null ? [] : [claim(wording(words), [citation])];
}

function stateHead(context: IntentContext, pattern: RegExp): DraftClaim[] | null {
  const citation = citeMatch(head(context), pattern);
  return citation === null ? null : [claim(citation.quote, [citation])];
}

/** From the last lines, where a bulletin without a source line names its issuer and its day. */
function stateSignature({ bulletin }: IntentContext, pattern: RegExp, name: string): DraftClaim[] {
  const citation = citeMatch(
    bulletin.units.find((unit) => unit.kind === 'contact'),
    pattern,
  );
  return citation === null ? [] : [claim(`${name}:${citation.quote}`, [citation])];
}

function stateSentence(context: IntentContext, accepts: (sentence: string) => boolean): DraftClaim[] {
  for (const unit of context.bulletin.units.slice(0, 3)) {
    const sentence = unit.text
      .split(/(?<=[。\n])/u)
      .map((text) => text.trim())
      .find(accepts);
    const citation = sentence === undefined ? null : citeWords(unit, sentence.replace(/。$/u, ''));
    if (citation !== null) return [claim(citation.quote, [citation])];
  }
  return [];
}

function contactClaim(unit: Unit, whole: Citation): DraftClaim {
  const words = /(?:联系电话|联系方式|电话|地址)[^\n]*/u.exec(unit.text)?.[0].replace(/。\s*$/u, '');
  const citation = words === undefined ? whole : (citeWords(unit, words) ?? whole);
  return claim(citation.quote, [citation]);
}

function stateAsOf({ bulletin }: IntentContext): DraftClaim[] {
  const newest = bulletin.meta.dataAsOf;
  for (const unit of newest === null ? [] : bulletin.units) {
    const text = foldWidth(unit.text);
    for (const { index } of text.matchAll(/截[至止]/gu)) {
      const date = findDates(text.slice(index, index + 24))[0];
      if (date?.end !== newest) continue;
      const start = unit.body.start + index;
      const quote = unit.text.slice(index, index + date.span.end);
      const citation = { unit: unit.id, span: { start, end: start + quote.length }, quote };
      return [claim(`通报中最新的数据${quote}`, [citation])];
    }
  }
  return [];
}

function stateParts({ bulletin, lookup }: IntentContext): DraftClaim[] {
  const parts = bulletin.units.filter(({ id }) => /^S[1-9]\d*\.0$/u.test(id));
  if (parts.length === 0) return [];
  const citations = parts.map((unit): Citation => {
    const heading = unit.text.split('\n')[0]?.trim() ?? unit.text;
    return citeWords(unit, heading) ?? lookup.cite(unit.id);
  });
  const text = `通报共${parts.length}个部分:${citations.map(({ quote, unit }) => `${lookup.get(unit)?.ordinal ?? ''}、${quote}`).join(';')}`;
  return [claim(text, citations, { computed: [String(parts.length)] })];
}
