// Web Chat in the panel: loaded when it is first opened, joined to the conversation of this tab.
import { article, chat, locale, nonce, root, webchat, words } from './place.js';
import { converse, domain, forget } from './conversation.js';
import { look, whenLookChanges } from './look.js';
import { keep, kept } from './kept.js';

const [EXPIRED, FAILED, ENDED] = [3, 4, 5];

const body = chat.querySelector('.chat-body');
const state = chat.querySelector('.chat-state');
let bundle;
let open;
let renewed = false;

/** Opens the conversation, once. */
export function join() {
  if (!open) {
    const attempt = (open = begin());
    attempt.catch(() => {
      if (open === attempt) {
        open = undefined;
        complain();
      }
    });
  }

  return open;
}

/** Says something in the reader's name. */
export const ask = async text => (await join()).dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text, method: 'keyboard' } });

/** Puts words into the send box, for the reader to complete. */
export const propose = async text => (await join()).dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });

/** Lets the reader write. */
export async function write() {
  await join();
  const box = body.querySelector('[data-id="webchat-sendbox-input"]');
  box?.focus();
  box?.setSelectionRange(box.value.length, box.value.length);
}

async function begin() {
  tell(words.opening);
  const [conversation] = await Promise.all([converse(), load()]);
  try {
    return await connect(conversation);
  } catch (error) {
    if (!conversation.resumed) {
      throw error;
    }

    // What this tab remembers, the server has forgotten.
    forget();
    return connect(await converse());
  }
}

function connect({ token, conversationId }) {
  const directLine = WebChat.createDirectLine({ domain, token, conversationId });
  const place = document.createElement('div');

  // Nobody is to write into a chat that may yet give way to another.
  place.style.visibility = 'hidden';
  body.replaceChildren(place);
  return new Promise((resolve, reject) => {
    const store = WebChat.createStore({}, () => next => action => {
      if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
        tell('');
        place.style.visibility = '';
        watch(directLine);
        queueMicrotask(() => resolve(store));
      } else if (action.type === 'DIRECT_LINE/CONNECT_REJECTED') {
        reject(new Error('Web Chat was not connected.'));
      }

      return next(action.type === 'DIRECT_LINE/POST_ACTIVITY' ? aboutThis(action) : action);
    });
    const render = () => WebChat.renderWebChat({ directLine, store, locale, nonce, dir: document.documentElement.dir, styleOptions: look() }, place);
    listen(directLine);
    whenLookChanges(() => place.isConnected && render());
    render();
  });
}

// Every question says which article it is asked beside.
function aboutThis(action) {
  const { activity } = action.payload;
  const told = { ...activity, channelData: { ...activity.channelData, botArticle: article } };
  return { ...action, payload: { ...action.payload, activity: told } };
}

function load() {
  return (bundle ??= new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: root + webchat, nonce, onload: resolve });
    script.onerror = () => {
      bundle = undefined;
      reject(new Error('Web Chat did not load.'));
    };
    document.head.append(script);
  }));
}

// The library tells of a lost socket to nobody, so the socket does.
function listen(directLine) {
  directLine.services.WebSocket = class extends WebSocket {
    constructor(address) {
      super(address);
      this.addEventListener('open', () => tell(''));
      this.addEventListener('close', () => tell(words.lost));
    }
  };
  addEventListener('offline', () => tell(words.lost));

  // The library renews its token every now and then; the next page goes on with the latest.
  addEventListener('pagehide', () => kept().conversationId === directLine.conversationId && keep({ token: directLine.token }));
}

// A conversation that cannot be gone on with gives way to a new one, once a page; after that the reader decides.
function watch(directLine) {
  directLine.connectionStatus$.subscribe(status => {
    if (status === EXPIRED || status === FAILED || status === ENDED) {
      forget();
      open = undefined;
      if (renewed) {
        complain();
      } else {
        renewed = true;
        join().catch(() => {});
      }
    }
  });
}

function tell(text) {
  state.textContent = text;
}

function complain() {
  const again = Object.assign(document.createElement('button'), { type: 'button', textContent: words.again });
  again.addEventListener('click', () => join().then(write, () => {}));
  state.replaceChildren(words.notOpened, ' ', again);
}
