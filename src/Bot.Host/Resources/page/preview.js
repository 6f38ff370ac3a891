// The cited words beside the number that leads to them, for those who point at it or reach it by keyboard.
import { load } from './cited.js';

const LINGER = 150;

const bubble = Object.assign(document.createElement('div'), { id: 'preview', className: 'preview', role: 'tooltip', hidden: true });
let wanted;
let later;

document.body.append(bubble);
bubble.addEventListener('pointerenter', () => clearTimeout(later));
bubble.addEventListener('pointerleave', () => leave());

/** Shows the words of a citation beside a link. */
export async function point(link, id) {
  clearTimeout(later);
  if (wanted === link) {
    return;
  }

  wanted = link;
  try {
    const cited = await load(id);
    if (wanted === link && cited.quote) {
      fill(cited);
      place(link);
      link.setAttribute('aria-describedby', bubble.id);
    }
  } catch {
    // The link still leads there.
  }
}

/** Takes them away, unless the reader comes back at once. */
export function leave() {
  clearTimeout(later);
  later = setTimeout(hide, LINGER);
}

/** Takes them away. Says whether there were any. */
export function hide() {
  const shown = !bubble.hidden;
  wanted?.removeAttribute('aria-describedby');
  wanted = undefined;
  bubble.hidden = true;
  return shown;
}

function fill({ quote, title, lang, dir }) {
  const words = Object.assign(document.createElement('q'), { textContent: quote, lang, dir });
  const name = Object.assign(document.createElement('cite'), { textContent: title, lang, dir });
  bubble.replaceChildren(words, name);
}

function place(link) {
  bubble.hidden = false;
  const [at, size] = [link.getBoundingClientRect(), bubble.getBoundingClientRect()];
  const above = at.top - size.height - 8;
  bubble.style.top = `${above > 8 ? above : at.bottom + 8}px`;
  bubble.style.left = `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8))}px`;
}
