import { readEvents } from './sse.js';

/** @typedef {import('../chat-reply.ts').ChatReply} ChatReply */
/** @typedef {import('../chat-reply.ts').UnitBrief} UnitBrief */
/** @typedef {import('../../../delivery/ask.ts').UnitView} UnitView */
/** @typedef {import('../../../answer/answer.ts').AnswerClaim} AnswerClaim */
/** @typedef {{ question: string, conversation: string, key: string, bulletin?: string, units?: string[] }} Message */

/** Waits before each further try, in milliseconds; a message keeps its key, so it is answered once. */
const PAUSES = [600, 2000, 5000];
/** The server says something at least every 10 s; silence for this long is a lost connection. */
const SILENCE_MS = 25_000;

/**
 * A message that could not be answered. `again` says whether sending it once more can help: by itself after
 * a moment, by hand when the reader has waited, or never.
 */
export class AskError extends Error {
  /**
   * @param {string} message
   * @param {'soon' | 'later' | 'never'} again
   */
  constructor(message, again) {
    super(message);
    this.again = again;
  }
}

/**
 * Sends a message until it is answered. Rejects with AskError when it is refused or when all tries failed.
 * @param {Message} message
 * @param {{ onClaim: (claim: AnswerClaim) => void, onRetry: (attempt: number) => void }} hear `onRetry`: claims heard so far will come again
 * @returns {Promise<ChatReply>}
 */
export async function sendMessage(message, hear) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await tryOnce(message, hear.onClaim);
    } catch (error) {
      const failure = error instanceof AskError ? error : new AskError('连接中断', 'soon');
      const pause = PAUSES[attempt];
      if (failure.again !== 'soon' || pause === undefined) throw failure;
      hear.onRetry(attempt + 1);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/**
 * @param {Message} message
 * @param {(claim: AnswerClaim) => void} onClaim
 * @returns {Promise<ChatReply>}
 */
async function tryOnce(message, onClaim) {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_MS);
  };
  try {
    const response = await fetch('/chat/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify(message),
      signal: silence.signal,
    });
    if (!response.ok || response.body === null) throw await readProblem(response);
    for await (const { event, data } of readEvents(response.body, alive)) {
      if (event === 'claim') onClaim(JSON.parse(data));
      if (event === 'reply') return JSON.parse(data);
      if (event === 'error') throw new AskError(JSON.parse(data).error.message, 'soon');
    }
    throw new AskError('连接中断', 'soon');
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Response} response
 * @returns {Promise<AskError>}
 */
async function readProblem(response) {
  const again = response.status >= 500 ? 'soon' : response.status === 429 ? 'later' : 'never';
  try {
    const { error } = await response.json();
    return new AskError(String(error.message), again);
  } catch {
    return new AskError(`服务器返回 ${response.status}`, again);
  }
}

/**
 * @param {string} bulletin
 * @param {string} unit
 * @returns {Promise<UnitView>}
 */
export async function fetchUnit(bulletin, unit) {
  return fetchJson(`/chat/units/${encodeURIComponent(bulletin)}/${encodeURIComponent(unit)}`);
}

/**
 * @param {string} bulletin
 * @param {readonly string[]} units
 * @returns {Promise<UnitBrief[]>}
 */
export async function fetchBriefs(bulletin, units) {
  const ids = encodeURIComponent(units.join(','));
  return (await fetchJson(`/chat/units/${encodeURIComponent(bulletin)}?ids=${ids}`)).units;
}

/** @param {string} address */
async function fetchJson(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw await readProblem(response);
  return response.json();
}
