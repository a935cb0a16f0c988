// 「哪个方面完成率最高」「各方面完成率多少」: finished measures of every section over all of it, counted by the program
import { citeStatus } from './status-claim.ts';
import type { UnitId } from '../bulletin/bulletin.ts';
import { formatShare } from './figure-words.ts';
import {
  claim,
  draftAnswer,
  type Draft,
  type DraftClaim,
  type Intent,
  type IntentContext,
} from './intent.ts';
import { STATUS_LABELS, type Status } from '../ledger/ledger.ts';
import { DERIVED_STATUS } from './list-draft.ts';
import { citeSection, measuresOf } from './section-counts.ts';
import { contentSections } from '../bulletin/sections.ts';
import { readStatus } from './slots.ts';

const SECTIONS = '(?:方面|部分|板块|大块|(?<![这那])一?块)';
const DEGREE =
  '(?:(?:完成|办结|整改|落实)率|完成比例|完成度|(?:完成|整改|落实|推进|进展|进度)(?:得|的)?(?:情况)?(?=[^,。?]{0,4}(?:最|更|快|慢|好|差)))';
const ASKS = new RegExp(
  `^[^,。?]{0,6}(?:哪一?个?|各个?|每个?|[两三四五几]个?大?)${SECTIONS}(?:里头?|中|的|,)*(?:哪一?[个块]?)?(?:的|整改)*${DEGREE}|^(?:措施|整改)*${DEGREE}(?:最)(?:高|低|好|差|快|慢)的?(?:一个|是)?(?:哪一?个?)?${SECTIONS}`,
  'u',
);
/** 哪个方面还在推进的措施占比最高: shares of another status. */
const OTHER_SHARE = new RegExp(
  `哪一?个?${SECTIONS}[^,。?]{2,12}?(?:占比|比例|比重)[^,。?]{0,2}最|[^,。?]{2,12}?(?:占比|比例|比重)[^,。?]{0,2}最(?:高|低|大|小|多|少)的?(?:是)?(?:哪一?个?)?${SECTIONS}`,
  'u',
);
const WORST = /最(?:差|低|慢|落后|小|少)|垫底|倒数/u;
const BEST = /最|第一|领先/u;

export const sectionProgressIntent: Intent = {
  name: 'section-progress',
  examples: ['哪个方面完成率最高', '各方面完成率多少'],
  score: ({ question, lookup }) =>
    (ASKS.test(question.text) || readOtherStatus(question.text) !== null) &&
    question.references.length === 0 &&
    contentSections(lookup).length > 1
      ? 0.97
      : 0,
  draft: (context) => draftProgress(context),
};

/** The status whose share is asked for, where it is not that of finished ones by its own name. */
function readOtherStatus(text: string): Status | null {
  return OTHER_SHARE.test(text) && /措施|举措|长期|推进|没|未/u.test(text)
    ? (readStatus(text)?.value ?? null)
    : null;
}

interface Progress {
  readonly id: UnitId;
  readonly share: number;
  readonly claim: DraftClaim;
}

function draftProgress(context: IntentContext): Draft {
  const { text } = context.question;
  const status = readOtherStatus(text) ?? 'completed';
  const sections = contentSections(context.lookup).map((id) => measureProgress(context, id, status));
  const rate = status === 'completed' ? '完成率' : `${STATUS_LABELS[status]}的占比`;
  const shares = sections.map(({ share }) => share);
  const end = WORST.test(text) ? Math.min(...shares) : Math.max(...shares);
  const first = sections.filter(({ share }) => share === end);
  const label = WORST.test(text) ? '最低' : '最高';
  const compared =
    BEST.test(text) || WORST.test(text)
      ? [
          claim(
            `比较:${first.map(({ id }) => context.lookup.label(id)).join('、')}${rate}${label}`,
            first.flatMap(({ claim: { citations } }) => [...citations]),
          ),
        ]
      : [];
  return draftAnswer({
    claims: [...compared, ...sections.map((section) => section.claim)],
    notes: [DERIVED_STATUS],
    candidates: sections.map(({ id }) => id),
  });
}

/** 「二(一)落实…方面:计算:已完成60条÷88条≈68.18%」, citing the heading and the words that decide each status. */
function measureProgress(context: IntentContext, id: UnitId, wanted: Status): Progress {
  const all = measuresOf(context, id);
  const done = citeStatus(context, all, wanted);
  const heading = citeSection(context, id);
  const share = done.length / all.length;
  const percent = formatShare(done.length, all.length);
  const terms = [`${done.length}条`, `${all.length}条`];
  const text = `${context.lookup.label(id)}${heading?.quote ?? ''}。计算:${STATUS_LABELS[wanted]}${terms.join('÷')}≈${percent}`;
  const citations = [...(heading === null ? [] : [heading]), ...done];
  return { id, share, claim: claim(text, citations, { kind: 'item', computed: [percent, ...terms] }) };
}
