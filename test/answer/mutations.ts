import { findAmounts } from '../../src/text/amounts.ts';
import type { ModelClaim } from '../../src/answer/model-gate.ts';

/** A repeatable source of numbers in [0, 1): mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Vocabulary {
  readonly units: readonly string[];
  /** Bodies, projects, persons and titles of the bulletin, by kind. */
  readonly names: readonly (readonly string[])[];
}

export const EDITS = ['digit', 'unit', 'name', 'id', 'negation', 'status'] as const;
export type Edit = (typeof EDITS)[number];

type Random = () => number;

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}

function replaceAt(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length);
}

/** One random edit of the kind; null where the claim offers nothing to edit. */
export function mutateClaim(
  claim: ModelClaim,
  edit: Edit,
  vocabulary: Vocabulary,
  random: Random,
): ModelClaim | null {
  if (edit === 'id') {
    const other = pick(vocabulary.units, random);
    return other === undefined || claim.units.includes(other) ? null : { ...claim, units: [other] };
  }
  const editors = { digit: editDigit, unit: editUnit, negation: editNegation, status: editStatus };
  const text =
    edit === 'name' ? editName(claim.text, vocabulary.names, random) : editors[edit](claim.text, random);
  return text === null || text === claim.text ? null : { ...claim, text };
}

function editDigit(text: string, random: Random): string | null {
  const digit = pick([...text.matchAll(/\d/gu)], random);
  if (digit === undefined) return null;
  const other = (Number(digit[0]) + 1 + Math.floor(random() * 9)) % 10;
  return replaceAt(text, digit.index, 1, String(other));
}

const OTHER_UNITS = ['万元', '亿元', '元', '%', '平方米', '公里', '吨', '户', '小时', '人次', '万人'];

function editUnit(text: string, random: Random): string | null {
  const amount = pick(
    findAmounts(text).filter(({ unit, text: printed }) => unit !== '' && /^\d/u.test(printed)),
    random,
  );
  const other = pick(OTHER_UNITS, random);
  if (amount === undefined || other === undefined) return null;
  const tail = /[余多]?[百千万亿]*[^\d.余多百千万亿]*$/u.exec(amount.text)?.[0] ?? '';
  if (tail === other) return null;
  return replaceAt(text, amount.span.end - tail.length, tail.length, other);
}

/** Another name of the same kind, or one character of the name changed. */
function editName(text: string, kinds: readonly (readonly string[])[], random: Random): string | null {
  const found = kinds.flatMap((names) =>
    names.filter((name) => text.includes(name)).map((name) => ({ name, names })),
  );
  const hit = pick(found, random);
  if (hit === undefined) return null;
  const at = text.indexOf(hit.name);
  if (random() < 0.5) {
    const other = pick(hit.names, random);
    return other === undefined || other.includes(hit.name) || hit.name.includes(other)
      ? null
      : replaceAt(text, at, hit.name.length, other);
  }
  const char = pick(Array.from('东明华安新民光南德永宁海山江田云石龙林春'), random) ?? '东';
  return replaceAt(text, at + Math.floor(random() * Math.min(2, hit.name.length)), 1, char);
}

const VERBS =
  /(?<![未不没无])(?:完成|开展|发现|收回|整改|召开|制定|出台|建立|落实|办结|通过|纳入|清退|处理|组织|推动|举办|解决|移交|修订)(?!方案|措施|意见|工作|率)/gu;

function editNegation(text: string, random: Random): string | null {
  const denial = /尚未|暂未|未(?=[发出完收办按提能])|没有(?=[发出])|不(?=符合|担当|建议|再|得)/u.exec(text);
  if (denial !== null && random() < 0.5) return replaceAt(text, denial.index, denial[0].length, '');
  const verb = pick([...text.matchAll(VERBS)], random);
  const word = pick(['未', '没有', '尚未'], random) ?? '未';
  if (verb === undefined) return null;
  const done = /(?:已经|均已|已)$/u.exec(text.slice(0, verb.index))?.[0].length ?? 0;
  return replaceAt(text, verb.index - done, done, word);
}

const STATUS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:均已|都已|已经|已)(?:全部)?(?:完成|办结|建成)/u, ['正在推进', '计划完成', '尚未完成', '拟实施']],
  [/正在|正(?=有序|由|加快|进行)/u, ['已完成', '已经']],
  [/计划(?=\d|于|在|以|开展|通过)|(?<!模)拟(?!录)|将(?=于|在|继续)|预计|力争/u, ['已', '已经', '已完成']],
];

function editStatus(text: string, random: Random): string | null {
  const hits = STATUS.flatMap(([pattern, others]) => {
    const match = pattern.exec(text);
    return match === null || /《[^》]*$/u.test(text.slice(0, match.index)) ? [] : [{ match, others }];
  });
  const hit = pick(hits, random);
  const other = pick(hit?.others ?? [], random);
  return hit === undefined || other === undefined
    ? null
    : replaceAt(text, hit.match.index, hit.match[0].length, other);
}
