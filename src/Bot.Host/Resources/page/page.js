// The article's page. What only the chat needs is loaded when the reader opens it.
import { kept } from './kept.js';
import { offer } from './selection.js';
import { shown } from './place.js';

const open = async how => (await import('./desk.js')).open(how);
const form = document.querySelector('#ask form');

document.getElementById('chat-open').addEventListener('click', event => {
  event.preventDefault();
  open().catch(() => {});
});

form.addEventListener('submit', event => {
  event.preventDefault();
  const question = form.elements.question.value.trim();

  // Without the chat the form answers, as it does without script.
  open({ question }).then(() => form.reset(), () => form.submit());
});

offer(proposal => open({ proposal }).catch(() => {}));

addEventListener('popstate', () => {
  if (location.pathname + location.search !== shown.address) {
    import('./cited.js').then(({ restore }) => restore()).catch(() => location.reload());
  }
});

// Another page of the same visit goes on where the last one was.
if (kept().open && matchMedia('(min-width: 60.01rem)').matches) {
  open({ focus: false }).catch(() => {});
}
