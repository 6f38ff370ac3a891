// The chat's panel: a column beside the article on wide screens, a sheet over it on phones.
import { chat, words } from './place.js';
import { hide as hidePreview } from './preview.js';
import { keep } from './kept.js';

const narrow = matchMedia('(max-width: 60rem)');
const opener = document.getElementById('chat-open');
const behind = document.querySelectorAll('body > header, body > main, body > footer, #chat-open');
let before;

export const isSheet = () => narrow.matches;

/** Shows the panel. */
export function show() {
  if (chat.hidden) {
    before = document.activeElement;
    chat.hidden = false;
    document.documentElement.classList.add('chatting');
    keep({ open: true });
    settle();
  }
}

/** Hides it, and gives the focus back to where it was. */
export function hide(focus = true) {
  if (!chat.hidden) {
    hidePreview();
    chat.hidden = true;
    document.documentElement.classList.remove('chatting');
    keep({ open: false });
    opener.textContent = words.back;
    settle();
    if (focus) {
      (before?.isConnected && before !== document.body ? before : opener).focus();
    }
  }
}

// A sheet is all there is for the moment; a column is one more part of the page.
function settle() {
  const sheet = isSheet() && !chat.hidden;
  chat.setAttribute('role', sheet ? 'dialog' : 'complementary');
  chat.toggleAttribute('aria-modal', false);
  if (sheet) {
    chat.setAttribute('aria-modal', 'true');
  }

  behind.forEach(part => (part.inert = sheet));
}

narrow.addEventListener('change', settle);
chat.querySelector('.chat-close').addEventListener('click', () => hide());
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !hidePreview() && !chat.hidden && (isSheet() || chat.contains(document.activeElement))) {
    event.preventDefault();
    hide();
  }
}, { capture: true });
