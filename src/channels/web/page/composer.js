import { byId } from './dom.js';

/** @typedef {{ unit: string, label: string }} About */

/**
 * The question field: grows with its text, sends on Enter, keeps the unit the next question is about.
 * @param {(question: string, about: About | null) => void} send
 */
export function openComposer(send) {
  const form = byId('composer', HTMLFormElement);
  const field = byId('question', HTMLTextAreaElement);
  const chip = byId('about', HTMLElement);
  /** @type {About | null} */
  let about = null;

  const grow = () => {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
    form.classList.toggle('filled', field.value.trim() !== '');
  };

  /** @param {About | null} next */
  const setAbout = (next) => {
    about = next;
    chip.hidden = next === null;
    byId('about-label', HTMLElement).textContent = next?.label ?? '';
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const question = field.value.trim();
    if (question === '') {
      field.focus();
      return;
    }
    const with_ = about;
    field.value = '';
    setAbout(null);
    grow();
    send(question, with_);
  });
  field.addEventListener('input', grow);
  field.addEventListener('keydown', (event) => {
    // While an input method composes, Enter picks a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    form.requestSubmit();
  });
  byId('about-clear', HTMLButtonElement).addEventListener('click', () => {
    setAbout(null);
    field.focus();
  });

  return {
    /** @param {About} next */
    askAbout(next) {
      setAbout(next);
      field.focus();
    },
    focus: () => field.focus(),
  };
}
