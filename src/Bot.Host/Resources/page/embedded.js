// The chat alone, in a frame of another site.
import { join, write } from './transcript.js';
import { chat } from './place.js';
import { follow } from './citations.js';
import { hide } from './preview.js';

const close = () => parent.postMessage('bot-chat-close', '*');

follow(chat);
chat.querySelector('.chat-close').addEventListener('click', close);
document.addEventListener('keydown', event => event.key === 'Escape' && !hide() && close());
join().then(write, () => {});
