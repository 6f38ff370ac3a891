// Where this script runs: what the server says of the page.
export const chat = document.getElementById('chat');
export const { root, article, locale, webchat } = chat.dataset;
export const words = JSON.parse(chat.dataset.words);
export const nonce = document.querySelector('script[nonce]').nonce;
export const framed = document.body.classList.contains('framed');

/** The address of what the page shows, without the place on it: more than the address bar knows after going back. */
export const shown = { address: location.pathname + location.search };

/** Fills words such as "Source {0}: {1}". */
export const say = (text, ...parts) => text.replace(/\{(\d)\}/g, (_, number) => parts[number]);

/** Whether the reader wants things to stay still. */
export const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
