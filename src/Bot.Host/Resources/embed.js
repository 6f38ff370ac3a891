// Adds a button to a page that opens a chat about one article:
// <script src="https://bot.example.org/embed.js" data-article="slug" data-lang="de" async></script>
(() => {
  const words = /* words */{};
  const script = document.currentScript;
  const root = new URL('.', script.src);
  const { article, lang = document.documentElement.lang } = script.dataset;
  const { ask, close } = words[lang.split('-')[0].toLowerCase()] ?? words.en;
  const address = new URL('embed', root);
  address.searchParams.set('article', article ?? '');
  address.searchParams.set('lang', lang);
  const rightToLeft = getComputedStyle(script.parentElement ?? document.body).direction === 'rtl';
  const side = rightToLeft ? 'left' : 'right';
  const button = document.createElement('button');
  let frame;

  Object.assign(button, { type: 'button', textContent: ask, lang });
  button.setAttribute('aria-expanded', 'false');
  Object.assign(button.style, {
    position: 'fixed', bottom: '16px', [side]: '16px', zIndex: 2147483000, padding: '12px 20px', border: 0, borderRadius: '999px',
    background: '#0b57a4', color: '#fff', font: '600 16px/1.25 system-ui, sans-serif', cursor: 'pointer', boxShadow: '0 2px 12px rgb(0 0 0 / 25%)',
  });
  button.addEventListener('click', () => show(!frame || frame.hidden));
  document.body.append(button);
  addEventListener('message', event => {
    if (frame && event.source === frame.contentWindow && event.origin === root.origin && event.data === 'bot-chat-close') {
      show(false);
      button.focus();
    }
  });

  function show(open) {
    frame ??= make();
    frame.hidden = !open;
    frame.style.display = open ? 'block' : 'none';
    button.textContent = open ? close : ask;
    button.setAttribute('aria-expanded', String(open));
    if (open) {
      frame.focus();
    }
  }

  function make() {
    const made = Object.assign(document.createElement('iframe'), { src: address, title: ask });
    Object.assign(made.style, {
      position: 'fixed', bottom: '76px', [side]: '16px', zIndex: 2147483000, width: 'min(420px, calc(100vw - 32px))', height: 'min(640px, calc(100vh - 100px))',
      border: '1px solid rgb(0 0 0 / 20%)', borderRadius: '16px', boxShadow: '0 8px 32px rgb(0 0 0 / 25%)', background: 'Canvas',
    });
    document.body.append(made);
    return made;
  }
})();
