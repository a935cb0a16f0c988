// unit text → 《…》 that name documents → document number behind → one name per document → mentions and index
import type { Bulletin, Unit, UnitId } from '../bulletin/bulletin.ts';
import type { DocumentMention, Ledger } from './ledger.ts';
import { compareTitles } from './titles.ts';

/** 《关于进一步加强财务管理的若干措施》(台政办发〔2023〕3号) */
const TITLE = /《([^《》\n]{1,120})》/gu;
/** (闽发改法规〔2022〕667号), 〔2017〕10号, (台效组[2017]10号) */
const NUMBER =
  /^\s*[(（]?\s*(?<number>[\u4e00-\u9fff]{1,12}[〔[［【(（]\s*(?:19|20)\d{2}\s*[〕\]］】)）]\s*(?:第\s*)?\d{1,5}\s*号)/u;

/** What stands before the title when it names no document: 说纪漫画《小发票的大问题》, 工作案例《探索多模式…》. */
const WORK_BEFORE =
  /(?:漫画|动漫|歌曲|歌舞剧|歌|舞剧|话剧|电影|影片|纪录片|警示教育片|宣传片|短片|微视频|视频|节目|案例|做法|文章|专栏|栏目|论文|书籍|图书|著作|一书|媒体|报刊|刊物|杂志|报道|刊发|新闻|微电影)[:：]?$/u;
/** What stands behind it: 《江海奔腾》大型情景歌舞剧, 《福建日报》报道, 《人民日报》刊载, 《福建日报》客户端, 《新时代…理论和方针政策》专题讲座. */
const WORK_BEHIND =
  /^(?:等)?(?:大型|原创|系列|情景|主题|专题)*(?:歌舞剧|舞剧|话剧|歌曲|漫画|动漫|电影|影片|纪录片|视频|节目|报道|刊载|刊发|刊登|转载|客户端|头版|专栏|栏目|讲座|专题报告|专题课|党课|演出|文艺|组歌|一书|杂志|一文|等?(?:[\u4e00-\u9fff]{0,3})媒体)/u;
/** Periodicals and news desks by their own names: 人民日报, 八闽快讯, 福建组工信息. */
const PERIODICAL = /(?:日报|晚报|早报|时报|周报|周刊|月刊|杂志|快讯|信息|内参|简报|网|新闻|电视台|频道)$/u;
/** Words with which a document's title ends; such a title is a document whatever stands around it. */
const DOCUMENT_TYPE =
  /(?:通知书?|告知书?|通告|公告|通报|意见|方案|办法|细则|规定|条例|准则|规则|规程|规范|章程|制度|机制|措施|清单|计划|规划|纲要|要点|提示|提醒函|建议书|函|决定|决议|指引|指南|手册|目录|职责|流程|表|协议|合同|预案|标准|法|倡议书|承诺书|请示|批复|纪要|报告)(?:[(（][^()（）]{1,8}[)）])?$/u;

/**
 * Every document named in 《…》 with its number where one is printed behind it. Newspapers, comics, plays,
 * articles, cases and lectures are no documents. One document under varying titles has one `name` and keeps all titles.
 */
export function findDocuments(bulletin: Bulletin): {
  mentions: Map<UnitId, DocumentMention[]>;
  documents: Ledger['documents'];
} {
  const raw = bulletin.units.flatMap((unit) => findTitles(bulletin.source, unit));
  const names = nameDocuments(raw.map((mention) => mention.title));
  const numbers = new Map<string, string>();
  for (const { title, number } of raw) {
    const name = names.get(title) ?? title;
    if (number !== null && !numbers.has(name)) numbers.set(name, number);
  }
  const mentions = new Map<UnitId, DocumentMention[]>();
  const index = new Map<string, { titles: Set<string>; units: Set<UnitId> }>();
  for (const mention of raw) {
    const name = names.get(mention.title) ?? mention.title;
    const unit = mention.citation.unit;
    const list = mentions.get(unit) ?? [];
    list.push({ ...mention, name });
    mentions.set(unit, list);
    const entry = index.get(name) ?? { titles: new Set(), units: new Set() };
    entry.titles.add(mention.title);
    entry.units.add(unit);
    index.set(name, entry);
  }
  const documents = [...index].map(([name, { titles, units }]) => ({
    name,
    titles: [...titles],
    units: [...units],
  }));
  return { mentions, documents };
}

function findTitles(source: string, unit: Unit): DocumentMention[] {
  const found: DocumentMention[] = [];
  for (const match of unit.text.matchAll(TITLE)) {
    const title = match[1] ?? '';
    const end = match.index + match[0].length;
    const behind = unit.text.slice(end, end + 60);
    if (!isDocument(title, unit.text.slice(Math.max(0, match.index - 40), match.index), behind)) continue;
    const start = unit.body.start + match.index;
    const span = { start, end: start + match[0].length };
    found.push({
      title,
      name: title,
      number: NUMBER.exec(behind)?.groups?.['number'] ?? null,
      citation: { unit: unit.id, span, quote: source.slice(span.start, span.end) },
    });
  }
  return found;
}

function isDocument(title: string, before: string, behind: string): boolean {
  // 《人民日报》《福建日报》客户端: the words around a row of titles belong to each of them
  const head = before.replace(/(?:《[^《》]*》[、和及与]?)+$/u, '');
  const tail = behind.replace(/^(?:[、和及与]?《[^《》]*》)+/u, '');
  if (WORK_BEHIND.test(tail) && !/(?:通知|意见|方案|办法|条例)$/u.test(title)) return false;
  if (DOCUMENT_TYPE.test(title)) return true;
  return !WORK_BEFORE.test(head) && !PERIODICAL.test(title);
}

/** Title → canonical title: of the titles that name one document the one printed most often, then the longest. */
function nameDocuments(titles: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  const names = new Map<string, string>();
  const canonical: string[] = [];
  for (const [title] of ordered) {
    const name = canonical.find((known) => compareTitles(known, title) !== 'other') ?? title;
    if (name === title) canonical.push(title);
    names.set(title, name);
  }
  return names;
}
