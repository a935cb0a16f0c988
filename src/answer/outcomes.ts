// claim → words for the end of a case or an inquiry (查结, 判决) → has it come to that in a source?
import type { Clause } from './alignment.ts';
import { isOpen } from './stage-words.ts';

/** How a case or an inquiry ends; the words of a group say the same. */
const ENDINGS: readonly RegExp[] = [
  /[查审办了]结|结案|查实|查清/u,
  /判决|宣判|判处|裁决/u,
  /调解|和解|撤诉/u,
  /开庭/u,
  /立案/u,
  /获批|批准|批复|核准|同意|审批/u,
];
/** 「已于10月11日作出判决」, 「开了庭」: it has come to that. */
const REACHED = /已|了(?!解|结)|作出|予以|被/u;

/** 「已查结」 of an inquiry that is 「正在开展初核」, 「已作出判决」 of a case to be heard again; null when none. */
export function refuteEndings(
  clauses: readonly Clause[],
  sources: readonly (readonly Clause[])[],
): string | null {
  for (const { text } of clauses.filter((clause) => REACHED.test(clause.text) && !isOpen(clause.text))) {
    for (const ending of ENDINGS) {
      const word = ending.exec(text)?.[0];
      // 「已报省政府审批」 says that it is asked for
      if (word === undefined || new RegExp(`[报送待][^,;。]{0,8}${word}`, 'u').test(text)) continue;
      const naming = sources.flat().filter((source) => ending.test(source.text));
      // 「已立案未结案」, printed so in brackets
      if (naming.some((source) => source.text.includes(`已${word}`))) continue;
      if (isCompleted(text, sources)) continue;
      const reached = naming.some((source) => !isOpen(source.text) && !isNoun(source.text, ending));
      if (!reached) return `says ${word} where the source does not`;
    }
  }
  return null;
}

/** 「前期手续已办结」 for 「已完成项目前期手续」: formalities, no case, are as well done as dealt with. */
function isCompleted(text: string, sources: readonly (readonly Clause[])[]): boolean {
  const done = /(?<what>[\u3400-\u9fff]{2})(?:均|都|全部)?已(?:经|全部)?办结/u.exec(text)?.groups?.['what'];
  if (done === undefined || /[案件访诉]$|线索|问题|项目|工作|事项|任务/u.test(done)) return false;
  return sources
    .flat()
    .some((source) => new RegExp(`已(?:经|全部)?(?:完成|办理)[^,;。]{0,10}${done}`, 'u').test(source.text));
}

/** 「原一审判决中的错误」, 「判决结果」: speaks of a document, not of what was done. */
function isNoun(text: string, ending: RegExp): boolean {
  return new RegExp(
    `(?:${ending.source})(?:书|结果|中|率|数|后|前)|(?:报|送|待)[^,;。]{0,8}(?:${ending.source})`,
    'u',
  ).test(text);
}
