// 刮台风、防汛抢险的事: several things in a row → the measures that tell of any of them, each found in its own way
import type { UnitId } from '../bulletin/bulletin.ts';
import type { Names } from './filter-names.ts';
import type { IntentContext } from './intent.ts';
import { namesNothing } from './pieces.ts';
import { trimEdges } from './shape.ts';

/** What stands between the things listed; 和 and its like also stand inside names and between what is one matter. */
const MARKED = /、|\/|或者?|还有|以及|(?<=[”》])(?=[“《])/u;
const JOINED = /、|\/|或者?|还有|以及|(?<=.{2})(?:和|与|跟|及)(?=.{2})/u;
/** 同时, 都涉及, 既…又: all of them in one measure. */
const ALL = /同时|共同|一起|(?:都|均)(?:提到|涉及|讲|写|出现|参与|包含|有(?!哪|什么|多少|几))|既[^,。?]*又/u;
/** 三类, 这几家企业, 这些媒体, 的事儿, 什么的: what the things listed are called together. */
const TOGETHER =
  /(?:这|那|等)?(?:[两三四五六七八几]|一?些|一?类|之类)(?:个|家|种|类|处|项|条|样|所|块)?(?:的)?(?:\p{Script=Han}{2})?$|等(?:\p{Script=Han}{2})?$|什么的$|(?:的)?(?:事情?|事儿|情况|内容|工作|问题|方面)$/u;
/** 上过《人民日报》: what is quoted is the thing. */
const QUOTED = /[“《](?<words>[^“”《》]+)[”》]/u;
/** …集体资产管理办法、租赁管理办法: the second shares the head of the first. */
const SHARED_END = /(?<end>\p{Script=Han}{3,})\u0001\p{Script=Han}{0,3}\k<end>/u;
/** A thing told of in so large a share of the measures is no thing of its own where 和 joins it to another. */
const WIDE = 0.12;

/**
 * Null where the part lists nothing, or where none of what it lists is known; of two joined by 和, both must be, and few must
 * tell of each. `find` gives the measures of one thing.
 */
export function readListed(
  context: IntentContext,
  part: string,
  find: (piece: string) => readonly UnitId[],
): Names | null {
  if (ALL.test(context.question.text)) return null;
  const plain = part.replace(TOGETHER, '');
  const marked = plain.split(MARKED);
  const pieces = (marked.length > 1 ? marked : plain.split(JOINED))
    .map((piece) => QUOTED.exec(piece)?.groups?.['words'] ?? trimEdges(piece.trim()))
    .filter((piece) => piece.length >= 2 && !namesNothing(context, piece));
  if (pieces.length < 2 || SHARED_END.test(pieces.slice(-2).join('\u0001'))) return null;
  const found = pieces.map((piece) => ({ piece, units: find(piece) }));
  const known = found.filter(({ units }) => units.length > 0);
  if (known.length === 0) return null;
  const most = context.lookup.measures.length * WIDE;
  const sure = known.length === pieces.length && known.every(({ units }) => units.length <= most);
  if (marked.length < 2 && !sure) return null;
  return nameUnits(
    known.map(({ piece }) => piece),
    known.flatMap(({ units }) => units),
  );
}

function nameUnits(pieces: readonly string[], units: readonly UnitId[]): Names | null {
  if (units.length === 0) return null;
  const asked = pieces.map((piece) => piece.replace(/[“”《》]/gu, '')).join('”或“');
  const byWords = [...new Set(units)];
  return { kind: 'mention', mention: { asked, phrases: [], literal: true, all: false, byWords, akin: [] } };
}
