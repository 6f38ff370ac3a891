// Cited words, as the server marks them: it alone knows where they stand and what became of them.
import { article, root, shown, still } from './place.js';

const found = new Map();

/** The id of the citation that a link leads to, if it is one of ours. */
export function citationOf({ origin, pathname }) {
  const [, before, id] = /^(.*)\/c\/([0-9a-f]{16})$/.exec(pathname) ?? [];
  return origin === location.origin && before === root ? id : undefined;
}

/** The page that shows the cited words; asked for once. */
export function load(id) {
  if (!found.has(id)) {
    found.set(id, ask(`${root}/c/${id}?here${language()}`).catch(error => {
      found.delete(id);
      throw error;
    }));
  }

  return found.get(id);
}

/** Shows the words: in the article beside the chat, after calling `here`; else on their own page. */
export async function show(id, here) {
  const cited = await load(id);
  if (!cited.ok || pathOf(cited.url) !== `${root}/articles/${article}`) {
    location.assign(cited.url);
    return;
  }

  if (location.href !== cited.url) {
    history.pushState(null, '', cited.url);
  }

  shown.address = location.pathname + location.search;
  here();
  swap(cited.article, id);
}

/** After the reader went back or forth: the article as its address says. */
export async function restore() {
  shown.address = location.pathname + location.search;
  const page = await ask(location.href);
  if (page.article) {
    swap(page.article, location.hash.slice(1));
  }
}

const pathOf = address => decodeURIComponent(new URL(address).pathname);

const language = () => {
  const chosen = new URLSearchParams(location.search).get('lang');
  return chosen ? `&lang=${encodeURIComponent(chosen)}` : '';
};

async function ask(address) {
  const response = await fetch(address);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const marks = [...page.querySelectorAll('article mark')];
  const id = /\/c\/([0-9a-f]{16})/.exec(address)?.[1];
  return {
    ok: response.ok,
    url: id ? addressOf(response, id) : response.url,
    article: page.querySelector('article'),
    title: page.querySelector('article h1')?.textContent ?? page.title,
    quote: marks.map(mark => mark.textContent).join(''),
    lang: page.querySelector('article')?.lang || page.documentElement.lang,
    dir: page.querySelector('article')?.dir || page.documentElement.dir,
  };
}

// What is not led to an article of ours is led elsewhere, where only a reader may go.
function addressOf({ redirected, url }, id) {
  return !redirected ? `${location.origin}${root}/c/${id}` : url.includes('#') ? url : `${url}#${id}`;
}

function swap(fresh, id) {
  document.querySelector('main article').replaceWith(document.importNode(fresh, true));
  const mark = document.getElementById(id);
  if (mark) {
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: 'center', behavior: still() ? 'auto' : 'smooth' });
  }
}
