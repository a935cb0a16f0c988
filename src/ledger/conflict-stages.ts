// names of projects → what each clause says about their stage → started here, still planned or tendered there → conflict
import type { Bulletin, Citation } from '../bulletin/bulletin.ts';
import type { Span } from '../text/span.ts';
import { splitClauses, splitSentences } from '../text/sentences.ts';
import type { Conflict, Ledger } from './ledger.ts';

interface Saying {
  readonly citation: Citation;
  /** 1 planned … 3 tender … 5 started … 7 done. */
  readonly stage: number;
}

/** What is said of a project right now, with the stage it means. Plans and forecasts (将, 力争, 预计) say nothing. */
const STAGES: readonly (readonly [RegExp, number])[] = [
  [/正在谋划(?:实施)?|尚在谋划|拟(?:新建|实施|建设)|谋划实施/u, 1], // 正在谋划实施的灯泡厂宿舍地块周边道路建设项目
  [
    /(?:现已|已|正)?进入(?:公告发布|报名|招标|编制标书|开标)|(?:正在?|正开展)[^,，]{0,10}(?:招标|招投标|采购)|尚未(?:招标|开工)/u,
    3,
  ], // 现已进入公告发布与报名阶段
  [/(?:新|已|已于[^,，]{2,12})(?:开工|动工)(?!仪式)(?:实施|建设)?|正在?(?:进行)?[^,，]{0,6}施工/u, 5], // 新开工实施的灯泡厂宿舍地块周边道路项目
  [/(?:已|完成)(?:全面)?(?:竣工|完工)|已(?:全部)?(?:建成|投用|投入使用)/u, 7],
];
const FORECAST = /计划|预计|力争|将于|将在|拟于|待|确保/u;
/** Stages this far apart cannot both be the present state. */
const APART = 2;
/** Names of things that are built; a district or slogan has no stage. */
const BUILT = /(?:地块|项目|工程|小学|中学|幼儿园|医院|大楼|大厦|广场|公园|场馆|展示馆|码头|[一二三]期)$/u;

/** A project under construction in one measure and planned or out to tender in another. */
export function findStageConflicts(bulletin: Bulletin, names: Ledger['names']): Conflict[] {
  return names
    .filter(({ name }) => BUILT.test(name))
    .flatMap(({ name, units }) => {
      const sayings = units.flatMap((id) => readStages(bulletin, id, name));
      const late = sayings.filter(({ stage }) => stage >= 5);
      const early = sayings.filter(
        (saying) =>
          saying.stage <= 3 &&
          late.some(
            (other) => other.stage - saying.stage >= APART && other.citation.unit !== saying.citation.unit,
          ),
      );
      const against = late.filter((saying) =>
        early.some((other) => other.citation.unit !== saying.citation.unit),
      );
      const ordered = [...early, ...against].sort((a, b) => a.citation.span.start - b.citation.span.start);
      const [first, second, ...rest] = ordered.map(({ citation }) => ({ citation, figure: null }));
      if (first === undefined || second === undefined) return [];
      return [
        {
          kind: 'contradiction' as const,
          topic: `项目进度:${name}`,
          why: `同一项目「${name}」一处称已开工实施,另一处仍在谋划或招标采购阶段。`,
          sides: [first, second, ...rest] as const,
        },
      ];
    });
}

function readStages(bulletin: Bulletin, id: string, name: string): Saying[] {
  const unit = bulletin.units.find((candidate) => candidate.id === id);
  if (unit?.kind !== 'measure') return [];
  const { source } = bulletin;
  return splitSentences(source, unit.body).flatMap((sentence) => {
    const clauses = splitClauses(source, sentence);
    const at = clauses.findIndex((span) => source.slice(span.start, span.end).includes(name));
    // the clause with the name and the two behind it: 「灯泡厂…项目,采购方式为…,现已进入公告发布与报名阶段」
    return clauses.slice(Math.max(at, 0), at < 0 ? 0 : at + 3).flatMap((span) => {
      const stage = readStage(source.slice(span.start, span.end));
      return stage === null ? [] : [{ stage, citation: cite(id, source, clauses[at] ?? span, span) }];
    });
  });
}

function readStage(clause: string): number | null {
  if (FORECAST.test(clause)) return null;
  const found = STAGES.filter(([pattern]) => pattern.test(clause)).map(([, stage]) => stage);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function cite(unit: string, source: string, from: Span, to: Span): Citation {
  const raw = source.slice(from.start, to.end).replace(/[,，。;；\s]+$/u, '');
  const span = { start: from.start, end: from.start + raw.length };
  return { unit, span, quote: raw };
}
