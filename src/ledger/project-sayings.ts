// project name → clauses that hold it and the two behind → stage, completion → quoted sayings
import type { Bulletin, Citation, UnitId } from '../bulletin/bulletin.ts';
import { splitClauses, splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** What a measure says of a project right now. */
export interface Saying {
  readonly citation: Citation;
  /** 1 planned, 3 out to tender, 5 started, 7 built; null when the clause names none or several. */
  readonly stage: number | null;
  /** A finite activity on it, done or still pushed on; `kind` null when only 「已基本完成」 is said. */
  readonly activity: { readonly kind: string | null; readonly done: boolean } | null;
}

/** Plans and forecasts (将, 力争, 预计) say nothing of the present. */
const STAGES: readonly (readonly [RegExp, number])[] = [
  [/正在谋划(?:实施)?|尚在谋划|拟(?:新建|实施|建设)|谋划实施/u, 1], // 正在谋划实施的灯泡厂宿舍地块周边道路建设项目
  [
    /(?:现已|已|正)?进入(?:公告发布|报名|招标|编制标书|开标)|正(?:在|开展)?[^,，]{0,10}(?:招标|招投标|采购)|尚未(?:招标|开工)/u,
    3,
  ], // 现已进入公告发布与报名阶段
  [/(?:新|已|已于[^,，]{2,12})(?:开工|动工)(?!仪式)(?:实施|建设)?|正在?(?:进行)?[^,，]{0,6}施工/u, 5], // 新开工实施的灯泡厂宿舍地块周边道路项目
  [/(?:已|完成)(?:全面)?(?:竣工|完工)|已(?:全部)?(?:建成|投用|投入使用)/u, 7],
];
const FORECAST = /计划|预计|力争|将于|将在|拟于|确保|待/u;
/** 已搬迁封房42户,完成率100% / 加速征迁: activities with an end, by their words. */
const ACTIVITIES: readonly (readonly [string, string])[] = [
  ['征迁', '征收|征迁|搬迁|拆迁|封房'],
  ['撤并', '撤并'],
  ['装修', '装修'],
  ['验收', '验收'],
];
const DONE = /完成率(?:达|为)?100%|已(?:全部|基本|全面)完成/u;
const PUSHED = '加速|加快|全力促进|全力推进|正在推进';
/** Names of things that are built; a district or a slogan has no stage. */
const BUILT =
  /(?:地块|项目|工程|小学|中学|幼儿园|医院|大楼|大厦|广场|公园|展示馆|码头|福利中心|[一二三]期)$/u;

/** What each measure says of `name`; empty for names of nothing that is built. */
export function readSayings(bulletin: Bulletin, name: string, units: readonly UnitId[]): Saying[] {
  if (!BUILT.test(name)) return [];
  const { source } = bulletin;
  return bulletin.units
    .filter((unit) => unit.kind === 'measure' && units.includes(unit.id))
    .flatMap((unit) =>
      splitSentences(source, unit.body).flatMap((sentence) => {
        const clauses = splitClauses(source, sentence);
        const at = clauses.findIndex((span) => source.slice(span.start, span.end).includes(name));
        const named = clauses[at];
        if (named === undefined) return [];
        return readPassage(source, unit.id, clauses.slice(at, at + 3), named);
      }),
    );
}

/** The clause with the name and the two behind: 「灯泡厂…项目,采购方式为…,现已进入公告发布与报名阶段」. */
function readPassage(source: string, unit: UnitId, clauses: readonly Span[], named: Span): Saying[] {
  return clauses.flatMap((span, index) => {
    const clause = source.slice(span.start, span.end);
    if (FORECAST.test(clause)) return [];
    const stage = readStage(clause);
    const activity = readActivity(source.slice(named.start, span.end), clause, index === 0);
    return stage === null && activity === null
      ? []
      : [{ stage, activity, citation: cite(source, unit, named, span) }];
  });
}

function readStage(clause: string): number | null {
  const found = STAGES.filter(([pattern]) => pattern.test(clause)).map(([, stage]) => stage);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function readActivity(passage: string, clause: string, named: boolean): Saying['activity'] {
  const kind = ACTIVITIES.find(([, words]) => new RegExp(words, 'u').test(passage))?.[0] ?? null;
  if (DONE.test(clause)) return { kind, done: true };
  const words = ACTIVITIES.find(([name]) => name === kind)?.[1];
  const pushed = words !== undefined && new RegExp(`(?:${PUSHED})[^,，]{0,4}(?:${words})`, 'u').test(clause);
  return named && pushed ? { kind, done: false } : null;
}

function cite(source: string, unit: UnitId, from: Span, to: Span): Citation {
  const quote = source.slice(from.start, to.end).replace(/[,，。;；\s]+$/u, '');
  return { unit, span: { start: from.start, end: from.start + quote.length }, quote };
}
