import { html } from 'hono/html';
import type { BulletinView } from '../../delivery/ask.ts';
import { STATUS_LABELS, STATUSES } from '../../ledger/ledger.ts';
import { writeDay } from '../../render/as-of.ts';
import type { Html } from './layout.ts';
import { PRODUCT_NAME, renderPage } from './layout.ts';

/** What a newcomer may ask of any bulletin of this genre; a single bulletin's own `seeds/<id>.examples` take their place. */
const EXAMPLES = [
  '一共多少个问题、多少条举措？',
  '哪些还没完成？',
  '第1条到什么程度了？',
  '问题1有哪些整改举措？',
  '处分了多少人？',
  '监督联系方式是什么？',
] as const;

/** The chat page; `bulletins[0]` is the one asked about unless the reader chooses another. */
export function renderChatPage(bulletins: readonly BulletinView[]): Html {
  return renderPage({
    title: PRODUCT_NAME,
    styles: ['base.css', 'chat.css', 'welcome.css', 'message.css', 'list.css', 'drawer.css'],
    script: 'main.js',
    body: html`<body class="chat">
      <a class="skip" href="#question">跳到提问框</a>
      <header class="masthead">
        <div class="masthead-inner">
          <img src="/assets/icon.svg" alt="" width="28" height="28" />
          <h1>${PRODUCT_NAME}</h1>
          <button type="button" id="reset" class="quiet" hidden>新对话</button>
        </div>
      </header>
      <main>
        <section class="welcome" id="welcome" aria-label="说明">
          ${bulletins.length > 1 ? renderChoice(bulletins) : bulletins.map(renderIntroduction)}
          <p class="promise">
            每一句回答都注明出自第几条，点<span class="mark-sample">〔12〕</span>这样的编号，看通报原文。
          </p>
          <h2 class="small-caps" id="examples-title">可以这样问</h2>
          <ul class="examples" aria-labelledby="examples-title">
            ${chooseExamples(bulletins).map((text) => html`<li>${renderQuestion(text, text)}</li>`)}
          </ul>
        </section>
        <div id="log" class="log" role="log" aria-live="polite" aria-label="问答记录"></div>
        <div id="end" aria-hidden="true"></div>
      </main>
      <button type="button" id="to-end" class="to-end" hidden aria-label="回到最新回答"></button>
      <form id="composer" class="composer" autocomplete="off">
        <div class="composer-inner">
          <p class="about" id="about" hidden>
            <span>针对 <b id="about-label"></b></span>
            <button type="button" id="about-clear" aria-label="不再针对这一条">×</button>
          </p>
          <div class="field">
            <label for="question" class="visually-hidden">就通报提问</label>
            <textarea
              id="question"
              name="question"
              rows="1"
              maxlength="2000"
              enterkeyhint="send"
              placeholder="就通报提问"
              aria-describedby="composer-note"
            ></textarea>
            <button type="submit" class="send" aria-label="发送"></button>
          </div>
          <p class="composer-note" id="composer-note">回车发送，Shift＋回车换行。内容以通报原文为准。</p>
        </div>
      </form>
      ${DRAWER}
      <p id="announcer" class="visually-hidden" role="status"></p>
      <noscript><p class="no-script">此页面需要启用 JavaScript 才能提问。</p></noscript>
    </body>`,
  });
}

function renderIntroduction(bulletin: BulletinView): Html {
  return html`<div class="bulletin" data-bulletin="${bulletin.id}">
    <p class="bulletin-title">${bulletin.title}</p>
    <p class="bulletin-facts">${renderFacts(bulletin)}</p>
    ${renderProgress(bulletin)}
  </div>`;
}

/** How far things are, at a glance: a bar, and a button for each status. */
function renderProgress({ measures, statuses }: BulletinView): Html {
  const before = { completed: 0, in_progress: statuses.completed, long_term: measures - statuses.long_term };
  return html`<section class="overview" aria-label="整改举措的进展">
    <svg class="bar" viewBox="0 0 ${measures} 1" preserveAspectRatio="none" aria-hidden="true">
      ${STATUSES.map(
        (status) =>
          html`<rect class="${status}" x="${before[status]}" width="${statuses[status]}" height="1" />`,
      )}
    </svg>
    <ul>
      ${STATUSES.map(
        (status) =>
          html`<li>
            ${renderQuestion(
              `哪些${STATUS_LABELS[status]}？`,
              html`<span class="glyph ${status}" aria-hidden="true"></span>${STATUS_LABELS[status]}
                <b>${statuses[status]}</b>`,
            )}
          </li>`,
      )}
    </ul>
    <p>通报未标注官方状态，以上按每条原文的措辞判定。</p>
  </section>`;
}

function renderQuestion(question: string, shown: Html | string): Html {
  return html`<button type="button" data-ask="${question}">${shown}</button>`;
}

function chooseExamples([only, ...others]: readonly BulletinView[]): readonly string[] {
  return only === undefined || others.length > 0 || only.examples.length === 0 ? EXAMPLES : only.examples;
}

function renderChoice(bulletins: readonly BulletinView[]): Html {
  return html`<fieldset class="choice">
    <legend class="small-caps">问哪一份通报</legend>
    ${bulletins.map(
      (bulletin, position) =>
        html`<label class="bulletin"
          ><input
            type="radio"
            name="bulletin"
            value="${bulletin.id}"
            ${position === 0 ? 'checked' : ''}
          /><span class="bulletin-title">${bulletin.title}</span
          ><span class="bulletin-facts">${renderFacts(bulletin)}</span></label
        >`,
    )}
  </fieldset>`;
}

function renderFacts({ published, data, problems, measures }: BulletinView): Html[] {
  const facts = [
    ...(published === null ? [] : [`${writeDay(published)}发布`]),
    ...(data === null ? [] : [`数据截至${writeDay(data).replace(/\d+日$/u, '')}`]),
    `${problems}个问题`,
    `${measures}条举措`,
  ];
  return facts.map((fact) => html`<span>${fact}</span> `);
}

/** Filled by drawer.js; a native dialog keeps the focus inside and closes on Esc. */
const DRAWER = html`<dialog id="drawer" class="drawer" aria-labelledby="drawer-title">
  <header class="drawer-head">
    <div class="drawer-heading">
      <h2 id="drawer-title" tabindex="-1"></h2>
      <span id="drawer-status" class="status" hidden></span>
    </div>
    <nav aria-label="相邻条目">
      <button type="button" id="drawer-previous" class="icon-button previous" aria-label="上一条"></button>
      <button type="button" id="drawer-next" class="icon-button next" aria-label="下一条"></button>
      <button type="button" id="drawer-close" class="icon-button close" aria-label="关闭"></button>
    </nav>
  </header>
  <div id="drawer-body" class="drawer-body" tabindex="0"></div>
  <footer class="drawer-foot" id="drawer-foot">
    <button type="button" id="drawer-copy" class="quiet">复制原文与出处</button>
    <button type="button" id="drawer-ask" class="quiet">就这条提问</button>
    <a id="drawer-link" class="quiet">单独打开</a>
  </footer>
</dialog>`;
