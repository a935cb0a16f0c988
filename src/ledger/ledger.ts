import type { Citation, UnitId } from '../bulletin/bulletin.ts';

/** A value with the words it was read from; what the bulletin does not say is absent, never invented. */
export interface Fact<T> {
  readonly value: T;
  readonly citation: Citation;
}

/** The three classes of part 三(二): 对已完成整改的任务 / 对未完成的整改事项 / 对需要长期整改的任务. */
export const STATUSES = ['completed', 'in_progress', 'long_term'] as const;
export type Status = (typeof STATUSES)[number];
export type Confidence = 'certain' | 'likely' | 'unsure';

export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  completed: '已完成',
  in_progress: '正在推进',
  long_term: '长期坚持',
};

export interface StatusFact extends Fact<Status> {
  readonly confidence: Confidence;
  /** Which rule decided: the name of a phenomenon of the genre, e.g. `remaining-count`. */
  readonly rule: string;
  /** 「已完成14个」 and 「剩余37个」 where the text says both or one. */
  readonly finished: readonly Citation[];
  readonly remaining: readonly Citation[];
}

export interface Deadline {
  /** The phrase: 「2023年10月底前」. */
  readonly citation: Citation;
  /** First and last ISO day meant; null when the text gives no resolvable date. */
  readonly start: string | null;
  readonly date: string | null;
  /** The clause that names the unfinished task. */
  readonly task: Citation;
  /** True when `date` lies before the publication date; null when either is unknown. */
  readonly passed: boolean | null;
}

export type OrganizationRole = '牵头' | '配合' | '属地' | '责任单位';

export interface OrganizationMention {
  /** Canonical name; see `Organization.name`. */
  readonly name: string;
  readonly citation: Citation;
  /** Only where the text gives one. */
  readonly role: OrganizationRole | null;
  /** 审计局 in 「区司法局、审计局」. */
  readonly elliptic: boolean;
}

export interface DocumentMention {
  /** Title as printed, without 《》. */
  readonly title: string;
  /** Canonical title joining varying titles of one document. */
  readonly name: string;
  readonly number: string | null;
  readonly citation: Citation;
}

export interface Figure {
  readonly citation: Citation;
  readonly value: number;
  /** Base unit: 平方米, 元, %, 人次. */
  readonly unit: string;
  /** What it counts, the noun phrase as printed near it; empty when unclear. */
  readonly of: string;
  /** Period as printed (2023年1—9月), null when none. */
  readonly period: string | null;
  readonly approximate: boolean;
}

export interface DateFact {
  readonly citation: Citation;
  readonly start: string | null;
  readonly end: string | null;
}

/** Everything the ledger says about one measure (or, without status and deadlines, another unit). */
export interface MeasureFacts {
  readonly unit: UnitId;
  readonly problem: UnitId | null;
  /** The section's unit id, e.g. `S2.2`; null where the bulletin has none. */
  readonly section: UnitId | null;
  readonly status: StatusFact;
  readonly deadlines: readonly Deadline[];
  readonly organizations: readonly OrganizationMention[];
  readonly documents: readonly DocumentMention[];
  readonly figures: readonly Figure[];
  readonly dates: readonly DateFact[];
}

/** One body with all its printed variants (区金科局 / 区金融科技局 / 区金融和科技局). */
export interface Organization {
  readonly name: string;
  readonly variants: readonly string[];
  readonly units: readonly UnitId[];
}

export type SanctionKind = 'disciplinary' | 'organizational' | 'admonition';

export interface Sanction {
  readonly unit: UnitId;
  readonly kind: SanctionKind;
  /** 党内警告, 政务警告, 降职降薪, 诫勉谈话 … as printed. */
  readonly measure: Fact<string>;
  /** Heads counted from the item (「等4人」 or the names listed). */
  readonly persons: number;
  /** The words that give the ground (因…). */
  readonly ground: Citation;
}

export type ConflictKind = 'contradiction' | 'rounding' | 'different-scope';

export interface ConflictSide {
  readonly citation: Citation;
  readonly figure: string | null;
}

export interface Conflict {
  readonly kind: ConflictKind;
  readonly topic: string;
  /** Chinese sentence: why the two sides do not agree. */
  readonly why: string;
  readonly sides: readonly [ConflictSide, ConflictSide, ...ConflictSide[]];
}

export interface Ledger {
  readonly bulletin: string;
  readonly measures: readonly MeasureFacts[];
  readonly organizations: readonly Organization[];
  /** Canonical documents with their printed titles and the units that name them. */
  readonly documents: readonly {
    readonly name: string;
    readonly titles: readonly string[];
    readonly units: readonly UnitId[];
  }[];
  /** Projects and places named repeatedly, learned from the text: 红星小学, 状元地块. */
  readonly names: readonly { readonly name: string; readonly units: readonly UnitId[] }[];
  readonly sanctions: readonly Sanction[];
  readonly conflicts: readonly Conflict[];
}

/** How many measures, the whole ledger's or some of them, stand in each class; the sum is all of them. */
export function countStatuses({ measures }: Pick<Ledger, 'measures'>): Record<Status, number> {
  const counts = { completed: 0, in_progress: 0, long_term: 0 };
  for (const facts of measures) counts[facts.status.value] += 1;
  return counts;
}
