// Offers to ask about the words that are selected in the article.
import { say, words } from './place.js';

const [SHORTEST, LONGEST, SETTLED] = [2, 200, 200];

/** Calls with a question about the selected words, when the reader asks for it. */
export function offer(call) {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'ask-words', textContent: words.askWords, hidden: true });
  const hint = Object.assign(document.createElement('p'), { className: 'unseen', role: 'status' });
  let later;
  document.querySelector('main').append(button, hint);
  document.addEventListener('selectionchange', () => {
    clearTimeout(later);
    later = setTimeout(() => settle(button, hint), SETTLED);
  });

  // Else the next stop of Tab would be far away, at the article's end.
  document.addEventListener('keydown', event => {
    if (event.key === 'Tab' && !event.shiftKey && !button.hidden && document.activeElement !== button) {
      event.preventDefault();
      button.focus();
    } else if (event.key === 'Escape' && !button.hidden) {
      getSelection().removeAllRanges();
    }
  });
  button.addEventListener('click', () => {
    const question = say(words.wordsQuestion, selected());
    getSelection().removeAllRanges();
    button.hidden = true;
    call(question);
  });
  button.addEventListener('pointerdown', event => event.preventDefault());
}

function settle(button, hint) {
  const text = selected();
  if (!text) {
    button.hidden = document.activeElement !== button || !getSelection().isCollapsed;
    hint.textContent = '';
    return;
  }

  const at = getSelection().getRangeAt(0).getBoundingClientRect();
  button.hidden = false;
  const size = button.getBoundingClientRect();
  button.style.top = `${scrollY + at.bottom + 8}px`;
  button.style.left = `${Math.max(8, Math.min(at.left + (at.width - size.width) / 2, document.documentElement.clientWidth - size.width - 8))}px`;
  hint.textContent = words.askWordsHint;
}

function selected() {
  const selection = getSelection();
  const article = document.querySelector('main article');
  if (selection.isCollapsed || !article?.contains(selection.anchorNode) || !article.contains(selection.focusNode)) {
    return '';
  }

  const text = selection.toString().replace(/\s+/g, ' ').trim();
  return text.length >= SHORTEST && text.length <= LONGEST ? text : '';
}
