// claim clause → what it tells as done → does every source that names it only plan it, or say it is under way?
import type { Clause } from './alignment.ts';
import {
  BRACKETS,
  FINISHED,
  FINISHED_TASK,
  leavesOpen,
  PLANNED,
  readStage,
  UNDER_WAY,
} from './stage-words.ts';

/** How many characters behind a word of stage are what it speaks of. */
const WINDOW = 8;

type Sources = readonly (readonly Clause[])[];

/** Why the clause tells as done what the sources only foresee, whatever else they call done; null when it does not. */
export function refuteForeseen(
  text: string,
  said: string,
  near: readonly Clause[],
  sources: Sources,
): string | null {
  return (
    refutePlannedVerb(text, sources) ??
    refuteEvent(text, said, sources) ??
    refuteUnmarked(text, near) ??
    refuteFinishedObject(text, sources)
  );
}

/** 「为确保顺利交楼」, 「明确…按期交楼目标」 */
const AIMED = /目标|确保|保证|力争/u;
/** What happens once, and is told without 已: 「获批征收」. */
const EVENT = /获批|批准|投入使用|投用|开业|交楼|动工|开工|动建/gu;

/** 「规划方案仍在优化,获批征收」 for 「力争早日获批启动征收」. */
function refuteEvent(text: string, said: string, sources: Sources): string | null {
  if (leavesOpen(text) || PLANNED.test(said)) return null;
  const planned = text.match(EVENT)?.find((event) => {
    const naming = sources.flat().filter((source) => source.text.includes(event));
    return (
      naming.length > 0 &&
      naming.every(
        (source) =>
          readStage(source.text) === 'open' || (/已|(?<!为)了/u.test(text) && AIMED.test(source.text)),
      )
    );
  });
  return planned === undefined ? null : `states 「${planned}」 which the source only plans`;
}

/** 「拟出台的政策」: what is only to come, by its verb. */
const FORESEEN = /(?:(?<![模原])拟|计划|力争|预计|将于?)(?<verb>[\u3400-\u9fff]{2})/gu;
/** 「推进协会落地」: what is furthered has not come yet. */
const FURTHERED =
  /(?:推进|推动|促进|力促|加快)[\u3400-\u9fff]{1,10}?(?<verb>落地|投用|开业|开街|竣工|完工|建成|交付)/gu;
const ALREADY_DONE = /已(?:经|完成)?(?:正式|顺利|成功|如期)?(?<verb>[\u3400-\u9fff]{2})/gu;

/** 「已出台的政策」 where the source knows only 「拟出台的」, whatever else is over in its clause. */
function refutePlannedVerb(text: string, sources: Sources): string | null {
  const whole = sources
    .flat()
    .map((source) => source.text)
    .join('');
  const verbs = new Set(foreseenVerbs(whole));
  const done = Array.from(text.matchAll(ALREADY_DONE), ({ groups }) => groups?.['verb'] ?? '').find(
    (verb) => verbs.has(verb) && whole.split(verb).length - 1 === countForeseen(whole, verb),
  );
  return done === undefined ? null : `says already 「${done}」 which the source only plans`;
}

function foreseenVerbs(text: string): string[] {
  return [FORESEEN, FURTHERED].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ groups }) => groups?.['verb'] ?? ''),
  );
}

function countForeseen(text: string, verb: string): number {
  return foreseenVerbs(text).filter((other) => other === verb).length;
}

/** 「拟出台的政策」 restated as 「出台的政策」: what follows the source's word of stage, without any such word. */
function refuteUnmarked(claim: string, near: readonly Clause[]): string | null {
  if (UNDER_WAY.test(claim) || PLANNED.test(claim) || leavesOpen(claim)) return null;
  for (const { text } of near) {
    for (const pattern of [UNDER_WAY, PLANNED]) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const behind = text.slice(match.index + match[0].length);
      const scope = behind.slice(0, /^\d/u.test(behind) ? WINDOW : WINDOW / 2);
      if (
        scope.length >= WINDOW / 2 &&
        claim.includes(scope) &&
        !isDenied(scope, claim) &&
        // 「养护完成后安装」 of 「待养护完成后安装」
        !(text.includes(`${scope}后`) && claim.includes(`${scope}后`)) &&
        !claim.includes(match[0] + scope)
      ) {
        return `states 「${scope}」 which the source says is under way or planned`;
      }
    }
  }
  return null;
}

/** 「没有再分别开展」 */
function isDenied(scope: string, text: string): boolean {
  return /(?:未|没有?|不|无法)再?$/u.test(text.slice(0, text.indexOf(scope)));
}

/** 「已完成装修」 「已招标」: the marker, then what was finished. */
const OBJECT =
  /已(?:经|全部|全面|基本|均|都)?(?:正式|顺利|成功|如期)?(?:完成|办结|建成)?(?:进行|开展|加快|推进|实施|启动)?(?<object>(?!完工|竣工|建成|投用|整改)[\u3400-\u9fff]{2})/gu;

/** 「桥面修复已经完成」: it may stand before. */
const SUBJECT =
  /(?<subject>[\u3400-\u9fff]{2})(?<!工作|任务|项目|事项|问题|整改)(?:均|都|全部)?已(?:经|全部|基本)?(?:完成|办结|结束|完工)[,。;]?$/u;

/** What the claim calls finished and every clause of the sources that names it calls under way or planned. */
function refuteFinishedObject(text: string, sources: Sources): string | null {
  const plain = text.replace(BRACKETS, '');
  const behind = [...plain.matchAll(OBJECT)].map((match) => match.groups?.['object'] ?? '');
  // 「已完成由…进行的初核」: what was finished may stand last
  const last =
    readStage(text) === 'finished' && FINISHED_TASK.test(plain)
      ? (/[\u3400-\u9fff]{2}(?=[,。;]?$)/u.exec(plain)?.[0] ?? '')
      : '';
  const before = SUBJECT.exec(plain)?.groups?.['subject'] ?? '';
  for (const object of [...behind, last, before].filter((word) => word !== '' && !FINISHED.test(word))) {
    const naming = sources.flat().filter((source) => source.text.includes(object));
    if (
      naming.length > 0 &&
      naming.every(({ text: source }) => readStage(source) === 'open' && !source.includes(`已${object}`))
    ) {
      return `calls 「${object}」 finished, the source calls it under way or planned`;
    }
  }
  return null;
}
