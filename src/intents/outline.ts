// 第一部分共几点,分别讲什么; 下一步打算分成哪几项; 第19条一共几段 → what a part or a unit of several paragraphs is made of, a line for each
import type { Citation, Unit } from '../bulletin/bulletin.ts';
import type { UnitLookup } from '../bulletin/lookup.ts';
import { claim, draftAnswer, type DraftClaim, type Intent, type IntentContext } from './intent.ts';
import { findPart } from './part-headings.ts';
import { readParagraphs, sentencesOf } from './unit-place.ts';

/** 共几点, 哪几个方面, 小标题, 分别讲什么; not 几条措施, 哪些问题. */
const OF_PART =
  /(?:哪?几|多少|哪些)个?[大小]?(?:标题|点|条|项|方面|部分|块|节|小节|层)(?:打算|内容|标题)?(?=$|[?。,]|[都分各写讲说是有组])|小标题|哪些标题|标题(?:都|分别|各|有)|提纲|目录|框架|(?:分别|各自?|逐[点条])(?:都)?(?:讲|说|写|是|叫|列)/u;
const OF_UNIT =
  /(?:几|多少)个?(?:自然)?段(?!时间)|(?:[两三四五]|各|每)个?(?:自然)?段(?:都|分别|各)*(?:讲|说|写|是)/u;

export const outlineIntent: Intent = {
  name: 'outline',
  examples: [
    '第一部分共几点,分别讲什么',
    '第三部分几个小标题',
    '下一步打算分成哪几项',
    '98个问题分成哪四个方面',
    '第19条一共几段',
  ],
  score: (context) => (readAsked(context) !== null ? 0.95 : findPart(context) !== null ? 0.93 : 0),
  draft: (context) => {
    const unit = readAsked(context) ?? findPart(context);
    if (unit === null) return draftAnswer({});
    const { claims, units } =
      unit.kind === 'section' ? outlinePart(context, unit) : outlineUnit(context, unit);
    return draftAnswer({
      claims,
      candidates: [...new Set([unit.id, ...units])].slice(0, 10),
      list: units,
      shown: units.length,
    });
  },
};

/** Words of asking for what a part is made of; 王五在第四部分出现几次,各是什么处理 has others. */
const TALK =
  /(?:一|总)?共|合计|有|讲|说|写|列|叫|是|分|都|的|了|和|与|里|中|小|内容|标题|打算|什么|啥|哪些|各|分别|逐[点条]|请|给我|出来|一下|[,。?!、\s]/gu;

/** The one part, or the one measure or item, whose make-up is asked for. */
function readAsked(context: IntentContext): Unit | null {
  const { question, lookup } = context;
  const [reference, ...others] = question.references;
  const unit = lookup.get(reference?.units[0] ?? '');
  if (reference === undefined || unit === undefined || others.length > 0 || reference.places.length > 0)
    return null;
  if (unit.kind !== 'section') return unit.kind !== 'problem' && OF_UNIT.test(question.text) ? unit : null;
  const rest = question.text.replace(reference.text, ' ');
  // 第三部分的四点: all of them.
  const alone = readOwnText(context, unit) === '' && /讲|说|写|内容/u.test(rest);
  const asks = OF_PART.test(rest) || /[点项]$/u.test(reference.text) || alone;
  const bare = rest.replace(new RegExp(OF_PART, 'gu'), '').replace(TALK, '') === '';
  return asks && bare && parts(lookup, unit).length > 1 ? unit : null;
}

/** What a part says besides its heading. */
function readOwnText({ lookup }: IntentContext, { id }: Unit): string {
  return lookup.get(id)?.text.split('\n').slice(1).join('').trim() ?? '';
}

/** The sections of a part, or the headings of its lists. */
function parts({ within }: UnitLookup, { id }: Unit): readonly Unit[] {
  return within(id).filter(({ parent, kind }) => parent === id && kind !== 'problem' && kind !== 'measure');
}

/** A unit this long is told whole, of a longer one the sentences each paragraph opens with, up to this many characters. */
const SHOWN_WHOLE = 900;
const TELLING = 40;

interface Outline {
  readonly claims: readonly DraftClaim[];
  readonly units: readonly string[];
}

/** 分成哪几块, 四个方面: counted in the asker's word. */
const COUNTED_IN = /[哪几多少两三四五六七]+(?:个|大|小)*(?<word>点|块|项|类|方面)/u;

function outlinePart({ lookup, question }: IntentContext, part: Unit): Outline {
  const rows = parts(lookup, part).map((unit): readonly [Unit, Citation] => {
    const quote = /^[^。\n]*/u.exec(unit.text)?.[0].trimEnd() ?? unit.text;
    const { start } = unit.body;
    return [unit, { unit: unit.id, span: { start, end: start + quote.length }, quote }];
  });
  const word = COUNTED_IN.exec(question.text)?.groups?.['word'] ?? '点';
  const count = `${rows.length}${word === '方面' ? '个方面' : word}`;
  return {
    claims: [
      claim(
        `${lookup.label(part.id)}共${count}`,
        rows.map(([, heading]) => heading),
        { computed: [count] },
      ),
      ...rows.map(([unit, heading]) =>
        claim(`${lookup.label(unit.id)}:${heading.quote}`, [heading], { kind: 'item' }),
      ),
    ],
    units: rows.map(([{ id }]) => id),
  };
}

function outlineUnit(context: IntentContext, unit: Unit): Outline {
  const { lookup, bulletin } = context;
  const paragraphs = readParagraphs(context, unit.id);
  const whole = unit.text.length <= SHOWN_WHOLE;
  const quotes = paragraphs.map((paragraph): Citation => {
    const sentences = sentencesOf(context, paragraph);
    const telling = sentences.find(({ span }) => span.end - paragraph.span.start >= TELLING);
    const end = whole ? paragraph.span.end : (telling ?? paragraph).span.end;
    const { start } = paragraph.span;
    return { unit: unit.id, span: { start, end }, quote: bulletin.source.slice(start, end) };
  });
  const count = `${paragraphs.length}段`;
  return {
    claims: [
      claim(`${lookup.label(unit.id)}共${count}`, quotes, { computed: [count] }),
      ...quotes.map((quote, at) =>
        claim(`第${at + 1}段:${quote.quote}`, [quote], { kind: 'item', computed: [String(at + 1)] }),
      ),
    ],
    units: [],
  };
}
