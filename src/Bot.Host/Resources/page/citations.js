// The numbers in answers: what they are called, what they show when pointed at, and where they lead.
import { citationOf, show } from './cited.js';
import { hide, leave, point } from './preview.js';
import { say, words } from './place.js';

/** Follows the citations inside an element; calls `here` before words of this page's article are shown. Without it they open pages of their own. */
export function follow(element, here) {
  const of = event => {
    const link = event.target.closest?.('a[href]');
    const id = link && citationOf(link);
    return id ? { link, id } : undefined;
  };

  element.addEventListener('click', event => {
    const cited = of(event);
    if (here && cited && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      hide();
      show(cited.id, here).catch(() => location.assign(cited.link.href));
    }
  }, { capture: true });
  for (const [come, go] of [['pointerover', 'pointerout'], ['focusin', 'focusout']]) {
    element.addEventListener(come, event => {
      const cited = of(event);
      if (cited) {
        point(cited.link, cited.id);
      }
    });
    element.addEventListener(go, event => of(event) && leave());
  }

  const name = () => element.querySelectorAll('a[href*="/c/"]').forEach(link => nameOf(link, element));
  new MutationObserver(name).observe(element, { childList: true, subtree: true });
  name();
}

// The list below an answer has the titles.
function nameOf(link, element) {
  const number = citationOf(link) && (link.dataset.number ?? /\d+/.exec(link.textContent)?.[0]);
  const title = number && element.querySelector(`a[href="${CSS.escape(link.getAttribute('href'))}"] [title]:not(img)`)?.title;
  if (title) {
    link.setAttribute('aria-label', say(words.sourceNamed, number, title));
    link.dataset.number = number;
  }
}
