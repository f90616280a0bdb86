/*
 * On every page of the preview: loads the page anew when its bytes have changed, and shows what was
 * found in the letter's file, in a shadow tree, so that neither styles the other.
 */
'use strict';
(() => {
  const own = '/_letterpress/';
  const { tag } = document.currentScript.dataset;
  const path = decodeURIComponent(location.pathname).slice(1).replace(/(^|\/)$/, '$1index.html');
  const remembered = 'letterpress-panel';

  const host = document.createElement('div');
  host.id = 'letterpress-preview';
  host.hidden = true;
  const shadow = host.attachShadow({ mode: 'open' });
  const content = document.createElement('div');
  const styled = ['report.css', 'live.css'].map((name) => new Promise((done) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = own + name;
    link.onload = done;
    shadow.append(link);
  }));
  shadow.append(content);
  const room = new ResizeObserver(([panel]) => {
    host.style.blockSize = `${panel.target.offsetHeight}px`;
  });

  let shown;

  const show = async () => {
    const answer = await fetch(`${own}notes?page=${encodeURIComponent(path)}`);
    const notes = await answer.text();
    if (notes === shown) {
      return;
    }
    shown = notes;
    const parsed = new DOMParser().parseFromString(notes, 'text/html');
    content.lang = parsed.documentElement.lang;
    content.replaceChildren(...parsed.body.childNodes);
    room.disconnect();
    content.querySelectorAll('.panel').forEach((all) => room.observe(all));
    const panel = content.querySelector('.own');
    if (panel) {
      panel.open = sessionStorage.getItem(remembered) === path;
      panel.addEventListener('toggle', () => {
        if (panel.open) {
          sessionStorage.setItem(remembered, path);
        } else {
          sessionStorage.removeItem(remembered);
        }
      });
    }
    await Promise.all(styled);
    host.hidden = !notes;
  };

  const isChanged = async () => {
    const answer = await fetch(location.href, { method: 'HEAD' });
    return answer.headers.get('ETag') !== `"${tag}"`;
  };

  /* One look at a time; a change meanwhile asks for one more. */
  let looking = false;
  let again = false;
  const look = async () => {
    again = looking;
    if (looking) {
      return;
    }
    looking = true;
    try {
      do {
        again = false;
        if (await isChanged()) {
          location.reload();
          return;
        }
        await show();
      } while (again);
    } catch {
      /* The server is away; when it is back, it says so. */
    } finally {
      looking = false;
    }
  };

  /* A browser has few connections to a server: pages that nobody sees hold none. */
  let events;
  const listen = () => {
    if (document.hidden) {
      events?.close();
      events = undefined;
    } else if (!events) {
      events = new EventSource(`${own}events`);
      events.onmessage = ({ data }) => {
        if (data === '*' || data.split('\t').includes(path)) {
          look();
        }
      };
    }
  };

  document.body.append(host);
  document.addEventListener('visibilitychange', listen);
  window.addEventListener('pagehide', () => events?.close());
  listen();
})();
