// Opens the chat, and joins its citations to the article.
import { ask, join, propose, write } from './transcript.js';
import { chat } from './place.js';
import { follow } from './citations.js';
import { hide, isSheet, show } from './panel.js';

// On a phone the sheet would hide the words.
follow(chat, () => isSheet() && hide(false));

/** Opens it: to write, to ask what is already written, or with words to go on with. */
export async function open({ question, proposal, focus = true } = {}) {
  show();
  if (focus) {
    chat.querySelector('.chat-close').focus();
  }

  await join();
  if (question) {
    await ask(question);
  }

  if (proposal) {
    await propose(proposal);
  }

  if (focus) {
    await write();
  }
}
