// What this tab keeps until it is closed: the conversation's name and key, and whether the chat is open.
import { root } from './place.js';

const name = `bot.chat${root}`;

export function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(name)) ?? {};
  } catch {
    return {};
  }
}

/** Keeps more, or forgets what is undefined. A browser that keeps nothing has a chat that ends with the page. */
export function keep(more) {
  try {
    sessionStorage.setItem(name, JSON.stringify({ ...kept(), ...more }));
  } catch {
    // It is not allowed here.
  }
}
