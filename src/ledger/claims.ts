// unit → figures → what each counts (label), over which time, by whom, about what (matter) → comparable claims
import type { Bulletin, Unit } from '../bulletin/bulletin.ts';
import { splitSentences } from '../text/sentences.ts';
import { findFigures } from './figures.ts';
import type { Figure } from './ledger.ts';

/** A figure of the bulletin made comparable with figures elsewhere. */
export interface Claim {
  readonly unit: Unit;
  readonly figure: Figure;
  /** What is counted without verbs of having and quantifiers: 区委常委会会议, 自办案件同比上升, 专题推进会等会议. */
  readonly label: string;
  /** The same as printed, for people. */
  readonly printed: string;
  /** Names in quotation marks in its clause. */
  readonly names: readonly string[];
  /** 人/名/位 → 人, 项/个/件/条 → 件, 场/次 → 场; others as printed. */
  readonly kind: string;
  /** The words before the verb of its clause: 区委、区政府; empty where the clause has none. */
  readonly subject: string;
  /** 2023年7月以来, 整改期间, 近三年; null where the sentence names none. */
  readonly period: string | null;
  /** The text itself limits the count: 其中, 新收回, 申报的146个, 预计. */
  readonly limited: boolean;
  /** The words of its clause and of the clause behind, for scope and purpose. */
  readonly clause: string;
  readonly behind: string;
  readonly sentence: string;
  /** The sentence before, where the matter is often named. */
  readonly context: string;
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^[人名位]$/u, '人'],
  [/^(?:项|个|件|条|份)$/u, '件'],
  [/^(?:场|次|场次)$/u, '场'],
];
/** Verbs and quantifiers that say that something was done, not what was counted. */
const NOISE =
  /^(?:先后|累计|总共|共|全区各单位|全区|我区|已|其中|的|等|截至)+|(?:开展|召开|举办|发出|组织|推动|完成|实现|制定|下发|建立(?!完善)|累计|先后|全区各单位)|[“”"()（）]/gu;
/** Different words of the genre for one thing. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/建立完善规章制度|建立健全规章制度|建立完善制度|制定完善制度/gu, '建章立制'],
  [/数(?=同比|比|$)/gu, ''],
  [/^集中整改期(?:间|内)?共?|^(?:巡视)?整改期间/gu, ''],
  [/会议$/gu, '会'],
  [/(?<=.{2})活动$/gu, ''],
  [/^新(?:引进|增落地|增|落地|签约)|招商(?=项目)/gu, ''],
];
/** 区委、区政府先后召开… */
const SUBJECT =
  /^([^,，]{2,20}?)(?:先后|共|累计|已|分别|均)*(?:召开|举办|开展|组织|发出|完成|推动|接待|查处|收到)/u;
/** Periods named by the inspection instead of a date. */
const INSPECTION_PERIODS: readonly (readonly [RegExp, string])[] = [
  [/集中整改期(?:间|内)?|(?:巡视)?整改期间/u, '整改期间'],
  [/(?:省委|市委|中央)?巡视(?:整改|反馈)?(?:会)?以来|巡视整改以来|巡视后/u, '巡视以来'],
  [/近[两三五十]年/u, '近几年'],
];

/** All claims of the bulletin in order of text. */
export function readClaims(bulletin: Bulletin): Claim[] {
  return bulletin.units.flatMap((unit) => {
    const sentences = splitSentences(bulletin.source, unit.body);
    const figures = findFigures(unit, bulletin.source);
    return figures.flatMap((figure, position) => {
      const index = sentences.findIndex(
        (span) => span.start <= figure.citation.span.start && figure.citation.span.end <= span.end,
      );
      const span = sentences[index];
      if (span === undefined) return [];
      const before = bulletin.source.slice(span.start, figure.citation.span.start);
      const after = bulletin.source.slice(figure.citation.span.end, span.end);
      const head = /[^,，。;；:：]*$/u.exec(before)?.[0] ?? '';
      const tail = /^[^,，。;；:：]*/u.exec(after)?.[0] ?? '';
      const previous = sentences[index - 1];
      return [
        {
          unit,
          figure,
          label: readLabel(figure, head),
          printed: printTopic(figure, head, figures[position - 1], span.start),
          names: [...(head + tail).matchAll(/“([^“”]{3,20})”/gu)].map((match) => match[1] ?? ''),
          kind: KINDS.find(([pattern]) => pattern.test(figure.unit))?.[1] ?? figure.unit,
          subject: SUBJECT.exec(head)?.[1] ?? '',
          period: readPeriod(figure, before),
          limited: isLimited(head, figure.of),
          clause: head + figure.citation.quote + tail,
          behind: /^[,，]?([^,，。;；]*)/u.exec(after.slice(tail.length))?.[1] ?? '',
          sentence: bulletin.source.slice(span.start, span.end),
          context: previous === undefined ? '' : bulletin.source.slice(previous.start, previous.end),
        },
      ];
    });
  });
}

function readLabel(figure: Figure, head: string): string {
  const plain = printLabel(figure, head).replace(NOISE, '');
  return SYNONYMS.reduce((label, [pattern, word]) => label.replace(pattern, word), plain).replace(NOISE, '');
}

/** 动员部署会、专题推进会等30余场会议: the last example tells what a general noun stands for. */
function printLabel(figure: Figure, head: string): string {
  const example = /([^、,，“”]{3,16})等$/u.exec(head)?.[1]?.replace(/^.*(?:召开|举办|开展|组织|印发)/u, '');
  return example !== undefined && figure.of.length <= 3 ? `${example}等${figure.of}` : figure.of;
}

/** 136处欠租房产…涉及金额1754.83万元: a bare 金额 is told apart by what the figure before it counts. */
function printTopic(figure: Figure, head: string, previous: Figure | undefined, from: number): string {
  const label = printLabel(figure, head);
  const bare = /^(?:涉及|面积|金额|总面积|总金额|涉及金额|涉及面积)$/u.test(label);
  return bare && previous !== undefined && previous.citation.span.start >= from ? previous.of + label : label;
}

function readPeriod(figure: Figure, before: string): string | null {
  if (figure.period !== null) return figure.period.replace(/月份/u, '月').replace(/年来/u, '年以来');
  return INSPECTION_PERIODS.find(([pattern]) => pattern.test(before))?.[1] ?? null;
}

/** 申报的146个, 新收回1处, 其中8人, 预计10%, 每周4次, 剩余43个. */
function isLimited(head: string, of: string): boolean {
  return (
    /(?:的|新|另|又|其中|每[年季月周日]?|预计|有望|力争|计划|约谈|首批|剩余|其余|第[一二三]批)$/u.test(
      head,
    ) ||
    /^(?:其中|其余|剩余|另|预计|新收回)/u.test(head) ||
    /^(?:剩余|其余|其中|新(?=收回|增|引进|招聘|开工|签约|落地|建成))/u.test(of)
  );
}
