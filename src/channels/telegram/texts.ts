import type { BulletinView } from '../../delivery/ask.ts';
import { describeAsOf } from '../../render/as-of.ts';

/** The bot's menu (setMyCommands); descriptions at most 256 characters. */
export const COMMANDS = [
  { command: 'help', description: '怎么提问' },
  { command: 'status', description: '查进展：/status 12' },
  { command: 'search', description: '找原文：/search 关键词' },
  { command: 'about', description: '通报来源与数据日期' },
  { command: 'start', description: '重新开始' },
] as const;

/** Sentences every bulletin of the genre can answer. */
const FIRST_QUESTIONS = ['共有多少个问题多少条措施', '第1条到什么程度了', '问题1有哪些措施'];
const FIRST_SHOWN = 4;

/** Shown as buttons under the greeting: the bulletin's own examples where it has some. */
export function chooseFirstQuestions([first]: readonly BulletinView[]): readonly string[] {
  const own = first?.examples ?? [];
  return own.length === 0 ? FIRST_QUESTIONS : own.slice(0, FIRST_SHOWN);
}

const HOW_TO_ASK = [
  '直接发问题即可，例如：',
  '· 第1条到什么程度了',
  '· 问题1有哪些措施',
  '· 哪些还没完成',
  '回答里的〔1〕是通报中整改措施的编号，点下方按钮可看原文。回复机器人的某条消息，就是接着那一条问。',
];

export function greet(bulletins: readonly BulletinView[]): string {
  return [
    '您好，我回答关于巡视整改通报的问题，每句都注明出自哪一条。',
    nameBulletins(bulletins),
    ...HOW_TO_ASK,
  ].join('\n');
}

export function explainUse(group: boolean): string {
  const inGroup = group ? ['在群里请@我、回复我的消息，或使用命令。'] : [];
  const commands = COMMANDS.map(({ command, description }) => `/${command} ${description}`);
  return [...HOW_TO_ASK, ...inGroup, '', ...commands].join('\n');
}

export function describeSources(bulletins: readonly BulletinView[]): string {
  const described = bulletins.map(({ title, problems, measures, published, data }) =>
    [`《${title}》`, `${problems}个问题、${measures}条措施。`, describeAsOf({ published, data })].join(''),
  );
  return [
    '本助手只依据以下公开通报作答，以原文为准：',
    ...described,
    '提问内容不写入运行日志；问答记录只供审计，到期删除。',
  ].join('\n');
}

export function explainStatus(bulletins: readonly BulletinView[]): string {
  return ['查一条措施的进展：/status 加编号或事项，例如 /status 12。', nameBulletins(bulletins)].join('\n');
}

/** 「依据共47条 · 第1页，共4页」 */
export function numberPage(units: number, page: number, pages: number): string {
  return pages < 2 ? `依据共${units}条` : `依据共${units}条 · 第${page}页，共${pages}页`;
}

export const EXPLAIN_SEARCH = '查找原文：/search 加关键词，例如 /search 养老服务。';
export const TEXT_ONLY = '目前只能读文字消息，请把问题打出来。';
export const NOTHING_FOUND = '通报中没有找到相近的条目。';
export const BUTTON_EXPIRED = '这个按钮已失效，请直接发问题。';
export const UNIT_GONE = '这一条已不在当前通报中。';
export const APOLOGY = '抱歉，这条消息没能处理成功，已经记录下来。请换个说法再问一次。';
export const ASK_IN_PRIVATE = '到私聊查看';
export const PRIVATE_ALERT = '这一条涉及对个人的处理，请在私聊中查看。';

/** 「这个问题涉及对个人的处理情况（四(一)5）…」: labels only, no name and no quote. */
export function withholdInGroup(labels: readonly string[]): string {
  const named = labels.length > 3 ? `${labels.slice(0, 3).join('、')}等` : labels.join('、');
  return `这个问题涉及对个人的处理情况（${named}），群内不展示姓名和原文，请到私聊查看。`;
}

function nameBulletins(bulletins: readonly BulletinView[]): string {
  return `现有通报：${bulletins.map(({ title, measures }) => `《${title}》（${measures}条措施）`).join('、')}`;
}
