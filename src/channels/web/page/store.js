/** @typedef {import('./transport.js').ChatReply} ChatReply */
/**
 * One message of the conversation; `reply` is null until it has been answered.
 * @typedef {{ key: string, question: string, bulletin: string, units: string[], about: string, reply: ChatReply | null }} Entry
 */

const NAME = 'chat';
const KEPT = 30;

/** A random token; `crypto.randomUUID` is missing on plain http. */
export function newToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The conversation of this tab, its last messages. It outlives a reload and ends with the tab; the browser keeps nothing else.
 */
export function openStore() {
  const state = readState() ?? { conversation: newToken(), entries: /** @type {Entry[]} */ ([]) };

  const save = () => {
    try {
      sessionStorage.setItem(NAME, JSON.stringify(state));
    } catch {
      // Storage full or forbidden: the conversation then lasts until a reload.
    }
  };

  return {
    get conversation() {
      return state.conversation;
    },
    get entries() {
      return state.entries;
    },
    save,
    /** @param {Entry} entry */
    add(entry) {
      state.entries.push(entry);
      state.entries.splice(0, state.entries.length - KEPT);
      save();
    },
    clear() {
      state.conversation = newToken();
      state.entries = [];
      save();
    },
  };
}

/** @returns {{ conversation: string, entries: Entry[] } | null} */
function readState() {
  try {
    const state = JSON.parse(sessionStorage.getItem(NAME) ?? 'null');
    return typeof state?.conversation === 'string' && Array.isArray(state.entries) ? state : null;
  } catch {
    return null;
  }
}
