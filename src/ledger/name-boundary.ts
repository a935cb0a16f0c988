/**
 * Words of the genre that stand in front of a name and are no part of it: verbs (推进红星小学), prepositions (在南园路),
 * titles (时任), quantifiers (各, 四个). Single characters that also occur inside names carry a guard.
 */
const LEADING = (
  '列入 不符合 符合 优化 健全 规范 规划(?!小学|中学) 最终 调整 创设 搬迁 撤销 位于 坐落 推出 依法 涉及 推荐 选取 包括 推进 推动 打造 建设(?!开发|局|集团|公司|工程|投资) 建成 建强 完成 启动 实施 开展 支持 引导 指导 组织(?!人事) 邀请 委托 聘请 会同 联合(?!会) 依托 通过 ' +
  '利用 针对 关于 围绕 结合 前往 对接 联系 走访 调研 视察 深入 成立 组建 组成 设立 下设 召开 举办 制定 印发 下发 出台 修订 完善 建立 包括 比如 例如 其中 以及 目前 ' +
  '截至 分别 先后 已经 正在 共同 全面 积极 主动 持续 进一步 做好 抓好 落实好 落实 强化 加强 加大 增强 增加 提升 提高 参观 探索 创建 创新 谋划 策划 接待 ' +
  '入驻 落地 聚焦 吸引 责成 督促 协调 带队 牵头 抽调 抽取 取消 理顺 研究 确保 夯实 压实 采取 纳入 注册 选派 观摩 学习 加入 参加 列席 担任 时任 现任 ' +
  '下属 所属 旗下 局属 区属 市属 直属 业主方 业主单位 代建单位 责任单位 建设单位 履行 依据 根据 按照 参照 接管 进驻 实现 鼓励 帮助 协助 服务(?!中心|平台|公司|集团|站) ' +
  '赴 由 在 对 向 将 把 被 从(?!化) 到 为 与 和(?!平|谐) 及 给 让 该 各 的 了 等 已 还 并 我(?=[区市县]) 原(?!料|则|址|野) 现(?!代|场|金|有) ' +
  '[\\d一二两三四五六七八九十]+[个家条项处名批座] 相关 有关 上述 全区 全市 部分 多个 新一批 第一批'
).split(' ');
const ALTERNATIVES = LEADING.join('|');
const CUT = new RegExp(`^.*(?:${ALTERNATIVES})(?=.{2})`, 'su');
const ENDS = new RegExp(`(?:${ALTERNATIVES})$`, 'u');

/**
 * The proper name in front of a type word: the longest end of `before` that holds no leading word.
 * @param before the words in front of the type word, already cut at punctuation
 * @returns null when nothing but leading words is left
 */
export function cutName(before: string): string | null {
  const name = before.replace(CUT, '');
  return name.length < 2 || ENDS.test(name) ? null : name;
}

/** The part of `before` a name may reach into: closed quotes and brackets belong to it, other marks end it. */
export function openPart(before: string): string {
  let at = before.length;
  while (at > 0) {
    const char = before.charAt(at - 1);
    if (/[\u4e00-\u9fffA-Za-z0-9·]/u.test(char)) {
      at -= 1;
      continue;
    }
    const opening = char === '”' ? '“' : char === ')' ? '(' : char === '）' ? '（' : null;
    const open = opening === null ? -1 : before.lastIndexOf(opening, at - 1);
    if (open < 0 || at - open > 14) break;
    at = open;
    if (opening === '“') break;
  }
  return before.slice(at);
}
