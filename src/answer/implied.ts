// denial of a claim that no source prints → does a source say the same without denying: lacking, open, left over, changed?
import { alignClause, countShared, findNeighbours, readGrams, type Clause } from './alignment.ts';
import type { Denial } from './denials.ts';
import { readSourceStage } from './source-stage.ts';
import { FINISHED_TASK, isOpen, readStage } from './stage-words.ts';

type Sources = readonly (readonly Clause[])[];

/** 「卫生专技人员短缺」 「营商环境欠佳」 「消极对待」: what a denial may restate without one being printed. */
const LACK =
  /缺|空白|不足|匮乏|差距|欠|消极|滞后|薄弱|[弱虚淡]化|偏弱|宽松|松散|乏力|无力|不力|流于|浮于|打折扣|形同虚设|走过场|拖|逾期|超期|边缘化|混乱|突出问题/u;
/** 「取消四大指挥部设置」, 「改变以指标下达形式」: what is no longer so. */
const CHANGE =
  /取消|改变|改为|改设|调整为|作废|撤销|废止|停止|合并|整合|代替|替代|消化|解决|整改完成|整改到位|核销|杜绝|严禁|禁止|不得|清零/u;
/** 「不搞指标下达」: what was held to before. */
const HELD = /^(?:搞|用|以|靠|采用|沿用|实行)/u;
/** 「还没有全部拆除」, 「不是全部」: of a whole that is denied a part may be done. */
const ALL = /^(?:是|能)?(?:全部|全都|完全|彻底)/u;
const PREPOSITION = /^[对把将给向为就由]/u;
/** 「尚未获批」 of 「力争早日获市政府批准」 */
const APPROVED = /获批|批准|批复/u;
/** What every task comes to, whatever it is: 「还没做完」 of 「正在开展初核」. */
const COMPLETION =
  /^(?:全部|正式|完全|真正|最后|彻底)?(完(?!善|整)|结束|建[成好完]|修[好完]|办[完结好]|查[完清结]|审[完结]|谈[完拢妥]|判|做[完好]|改[完好]|装修[完好]|[\u3400-\u9fff]{1,2}完(?![成善整])|[\u3400-\u9fff]{2}好(?![转看])|竣工|投用|投入(?:使用|运营)|运营|开业|落地|到位|获批|批准|印发|有?(?:最终|定)?(?:结论|结果)|判决|收尾|收官|定)/u;
/** 「剩余13个项目」: counted, and not done. */
const LEFT = /剩余|剩下|还剩|其余|余下|尚有|仍有|还有/u;

/** 「没有超期」, 「没有积压」 for 「均在规定期限内完成」, 「全部办结」. */
const MISSED = /超期|逾期|超时|积压|积案|拖延|遗漏|漏掉|落下/u;
const MET =
  /期限内|按期|按时|限期内|清零|(?:全部|均|都)已|(?:全部|均|都|逐案)[^,;。]{0,4}(?:完成|办结|了结|到位)|100%/u;

/** 「明确…按期交楼目标」, 「为确保顺利交楼」: nothing of it is done yet. */
const AIMED = /目标|确保|保证|为了/u;

/** Nothing is denied in so many words, but something is lacking, not yet done, left over or no longer so. */
export function isImplied(
  denial: Denial,
  clause: Clause,
  aligned: readonly Clause[],
  sources: Sources,
): boolean {
  const head = /^[\u3400-\u9fff]{1,2}/u.exec(denial.scope)?.[0] ?? '';
  if (head === '') return false;
  const near = findNeighbours(aligned, sources);
  // 「还没有对有关区领导谈话提醒」: what is denied stands behind the person
  const naming = sources
    .flat()
    .filter(({ text, grams }) =>
      PREPOSITION.test(head) ? countShared(denial.object, grams) > 1 : text.includes(head),
    );
  if ((denial.noLonger || HELD.test(denial.scope)) && isChanged(denial, near)) return true;
  if (ALL.test(denial.scope) && countsAPart(denial, near, sources)) return true;
  if (!denial.foreseen && isLeft(denial, head, clause, sources)) return true;
  const completed = COMPLETION.exec(denial.scope)?.[1];
  if (!denial.foreseen && completed !== undefined && isUnfinished(denial, completed, clause, sources))
    return true;
  if (denial.notYet && !AIMED.test(denial.before)) {
    if (naming.length > 0)
      return naming.every(
        (source) =>
          isOpen(source.text) ||
          AIMED.test(source.text) ||
          (/\d/u.test(source.text) && readSourceStage(source, sources) === 'open'),
      );
    const over = aligned.some(({ text }) => readStage(text) === 'finished');
    if (near.some(({ text }) => isOpen(text)) && !over) return true;
    if (isUnfinished(denial, head, clause, sources) || near.some(({ text }) => falls(text))) return true;
  }
  if (MISSED.test(denial.behind) || MISSED.test(denial.scope)) return near.some(({ text }) => MET.test(text));
  return naming.length === 0 && near.some(({ text }) => LACK.test(text));
}

/** Under way, left over, less than a hundred per cent, or the deed is counted: 「已拆除68宗」. */
function countsAPart({ scope }: Denial, near: readonly Clause[], sources: Sources): boolean {
  if (near.some(({ text }) => isOpen(text) || LEFT.test(text) || falls(text))) return true;
  const deed = scope.replace(ALL, '').slice(0, 2);
  if (deed.length < 2) return false;
  const naming = sources.flat().filter(({ text }) => text.includes(deed));
  return (
    naming.some(({ text }) => new RegExp(`已(?:经|累计)?${deed}[^,;。]{0,6}\\d`, 'u').test(text)) &&
    !naming.some(({ text }) => new RegExp(`(?:全部|均|都)已?${deed}`, 'u').test(text))
  );
}

const PERCENT = /(?<percent>\d+(?:\.\d+)?)%/gu;
/** 「完成率86.99%」 */
function falls(text: string): boolean {
  return (
    /完成率|办结率|整改率|已完成/u.test(text) &&
    [...text.matchAll(PERCENT)].some(({ groups }) => Number(groups?.['percent']) < 100)
  );
}

/** 「不再设置」 where the source cancels what is spoken of. */
function isChanged({ object, before }: Denial, near: readonly Clause[]): boolean {
  const words = [...object, ...readGrams(before)];
  // 「坚决杜绝以任何理由,…指定区属3家集体企业施工」: it reaches over clauses
  return (
    near.some(({ text }) => CHANGE.test(text)) &&
    near.some(({ grams }) => words.some((gram) => grams.has(gram)))
  );
}

/** 「还没装修好」 of 「目前正在进行装修改造」: what is spoken of is under way or planned wherever the source says most of it. */
function isUnfinished(
  { before, object, notYet }: Denial,
  completed: string,
  clause: Clause,
  sources: Sources,
): boolean {
  // 「未完成行政楼过户」: what is not completed, not that it is
  const named = COMPLETION.test(completed)
    ? [...object].filter((gram) => !gram.startsWith(completed.charAt(0)))
    : object;
  const said = new Set([...readGrams(before), ...named]);
  // 「还没确定总承包单位」: what is not done tells more than who has not; 「尚未结束」 tells nothing
  const wanted = COMPLETION.test(completed) ? [said, clause.grams] : [object, said];
  const homes =
    wanted
      .map((grams) => alignClause({ ...clause, grams }, clause.grams, sources))
      .find((found) => found.length > 0) ?? [];
  const naming = sources
    .flat()
    .filter(({ text }) => (APPROVED.test(completed) ? APPROVED.test(text) : text.includes(completed)));
  return (
    (homes.length > 0 &&
      (agree(homes, (home) => isOpenThere(home, completed, sources), sources) ||
        (notYet && endsOpen(homes)))) ||
    // 「还没有判决」 of 「待判决结果出具后」, whatever else was 「原一审判决」
    (naming.some(({ text }) => readStage(text) === 'open') &&
      !naming.some(({ text }) => ['finished', 'both'].includes(readStage(text))))
  );
}

/** Of every home; one unit may tell how far it has come where another says it is under way: 「均已进场」. */
function agree(homes: readonly Clause[], isOpenHome: (home: Clause) => boolean, sources: Sources): boolean {
  const open = homes.filter(isOpenHome);
  const unitOf = (home: Clause): number => sources.findIndex((clauses) => clauses[home.index] === home);
  const units = new Set(open.map(unitOf));
  return (
    open.length > 0 &&
    homes.every((home) => open.includes(home) || (!units.has(unitOf(home)) && !FINISHED_TASK.test(home.text)))
  );
}

/** 「线索已被提级办理,目前正在初核」: the last that is said of it. */
function endsOpen(homes: readonly Clause[]): boolean {
  const last = homes.reduce((a, b) => (b.index > a.index ? b : a));
  return (
    homes.every(({ sentence }) => sentence === last.sentence) &&
    /目前|现正|正在/u.test(last.text) &&
    readStage(last.text) === 'open'
  );
}

/** Open where its sentence names what is not completed; else open itself, or said to be under way in the next clause. */
function isOpenThere(home: Clause, completed: string, sources: Sources): boolean {
  const sentence = sources
    .filter((clauses) => clauses[home.index] === home)
    .flatMap((clauses) => clauses.filter((other) => other.sentence === home.sentence));
  const naming = sentence.filter(({ text }) => text.includes(completed));
  // 「未完成」 denies no completion of something else
  if (naming.length > 0 && !(completed === '完' && readStage(home.text) === 'open'))
    return naming.every((source) => readSourceStage(source, sources) === 'open');
  const stage = readStage(home.text);
  if (stage !== 'neither') return stage === 'open';
  // 「加快…项目打造」
  if (!/\d/u.test(home.text) && /加快|打造|推进/u.test(home.text)) return true;
  const next = sentence.find(({ index }) => index === home.index + 1);
  return next !== undefined && readStage(next.text) === 'open';
}

const COUNTED = /\d+(?:\.\d+)?(?![年月日号])[\u3400-\u9fff]/gu;

/** 「还有13个没完成」 of 「剩余13个项目」, 「5个还没改完」 of 「5个正在有序推进」. */
function isLeft({ before }: Denial, head: string, clause: Clause, sources: Sources): boolean {
  const numbers = before.match(COUNTED) ?? [];
  const last = numbers.at(-1);
  if (last === undefined) return false;
  const counting = sources.map((clauses) => clauses.filter(({ text }) => printsNumber(text, last)));
  const homes = alignClause(clause, clause.grams, counting);
  return agree(
    homes,
    ({ text }) => (LEFT.test(text) && !text.includes(head)) || readStage(text) === 'open',
    sources,
  );
}

function printsNumber(text: string, number: string): boolean {
  return new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}`, 'u').test(text);
}
