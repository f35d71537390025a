// What every page needs of the browser: theme, navigation, copying, clocks, keys, and the circuit with its lost connections. No page has a script of its own inline.
(() => {
  const root = document.documentElement;
  const cookie = (name, value) => {
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax` + (location.protocol === 'https:' ? '; secure' : '');
  };

  // The server shows times in the viewer's zone and must know it before the circuit begins: the very first page loads twice.
  const knewZone = /(^|; )zone=/.test(document.cookie);
  cookie('zone', Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC');
  if (!knewZone && /(^|; )zone=/.test(document.cookie)) { location.reload(); return; }

  // Theme: the server renders the media attributes from the cookie, so the first paint is right; here it is only switched.
  function setTheme(theme) {
    cookie('theme', theme);
    for (const link of document.querySelectorAll('link[data-theme-for]')) {
      const which = link.dataset.themeFor;
      link.media = theme === 'system' ? `(prefers-color-scheme: ${which})` : theme === which ? 'all' : 'not all';
    }
    document.querySelector('meta[name=color-scheme]').content = theme === 'system' ? 'light dark' : theme;
    root.dataset.theme = theme;
  }

  function toggleNavigation() {
    root.dataset.nav = root.dataset.nav === 'narrow' ? 'wide' : 'narrow';
    cookie('nav', root.dataset.nav);
  }

  // For the circuit: brings the open text of a conversation into sight.
  window.portal = { reveal: box => { const open = box?.querySelector('[aria-current=true]'); (open?.nextElementSibling?.matches('.big') ? open.nextElementSibling : open)?.scrollIntoView({ block: 'nearest' }); } };

  // Copying.
  async function copy(button) {
    const text = button.dataset.copy;
    try { await navigator.clipboard.writeText(text); }
    catch {
      const area = Object.assign(document.createElement('textarea'), { value: text, readOnly: true, className: 'for-readers' });
      (button.closest('dialog') ?? document.body).append(area);
      area.select();
      const done = document.execCommand('copy');
      area.remove();
      button.focus({ preventScroll: true });
      if (!done) return;
    }
    button.dataset.copied = '';
    setTimeout(() => delete button.dataset.copied, 1600);
    say(button.dataset.copiedText ?? 'Copied');
  }

  function say(text) {
    const toast = document.getElementById('toast');
    toast.textContent = text;
    toast.dataset.shown = '';
    clearTimeout(say.timer);
    say.timer = setTimeout(() => delete toast.dataset.shown, 1600);
  }

  document.addEventListener('click', event => {
    const target = event.target.closest('[data-copy], [data-set-theme], [data-toggle-nav], [data-show-dialog], [data-close-dialog]');
    for (const open of document.querySelectorAll('details.popover[open]')) if (!open.contains(event.target)) open.open = false;
    if (!target) return;
    if ('copy' in target.dataset) { event.preventDefault(); void copy(target); }
    else if ('setTheme' in target.dataset) setTheme(target.dataset.setTheme);
    else if ('toggleNav' in target.dataset) toggleNavigation();
    else if ('showDialog' in target.dataset) document.getElementById(target.dataset.showDialog)?.showModal();
    else target.closest('dialog')?.close();
  });

  // A popover closes when a place in it was chosen.
  document.addEventListener('click', event => { if (event.target.closest('details.popover a[href]')) event.target.closest('details.popover').open = false; });

  // Clocks: the server writes the first text of <time data-ago>; from then on it is the browser's, so that passing time costs no render.
  // data-ago and data-until may hold words around the time: "answered {0} ago", "in {0}".
  const drift = Number(root.dataset.now || Date.now()) - Date.now();
  function ago(seconds) {
    if (seconds < 1) return root.dataset.agoNow;
    const [value, unit] = seconds < 60 ? [seconds, 's'] : seconds < 3600 ? [seconds / 60, 'min'] : seconds < 86400 ? [seconds / 3600, 'h'] : [seconds / 86400, 'd'];
    return `${Math.floor(value)} ${unit}`;
  }
  function tick() {
    if (document.hidden) return;
    const now = Date.now() + drift;
    for (const time of document.querySelectorAll('time[data-ago]')) {
      const seconds = (now - Date.parse(time.dateTime)) / 1000;
      const words = seconds <= -1 ? time.dataset.until : time.dataset.ago;
      const text = words ? words.replace('{0}', ago(Math.max(1, Math.abs(seconds)))) : ago(seconds);
      if (time.firstChild?.nodeType === Node.TEXT_NODE && time.firstChild.nodeValue !== text) time.firstChild.nodeValue = text;
    }
  }
  setInterval(tick, 5000);
  document.addEventListener('visibilitychange', tick);

  // The favicon carries the count that the title begins with: "(3) Inbox".
  const plainIcon = document.querySelector('link[rel=icon]')?.href;
  function badge() {
    const link = document.querySelector('link[rel=icon]');
    const count = /^\((\d+)\+?\)/.exec(document.title)?.[1];
    const text = count === undefined ? '' : count.length > 2 ? '99' : count;
    const icon = text === '' ? plainIcon : 'data:image/svg+xml,' + encodeURIComponent(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2f5bd7"/><rect x="7" y="9" width="18" height="11" rx="4" fill="#fff"/>` +
      `<circle cx="22" cy="22" r="10" fill="#b3261e"/><text x="22" y="26.5" font-family="system-ui,sans-serif" font-size="13" font-weight="700" text-anchor="middle" fill="#fff">${text}</text></svg>`);
    if (link && icon && link.href !== icon) link.href = icon;
  }
  new MutationObserver(badge).observe(document.head, { childList: true, subtree: true, characterData: true });

  // Keys. An element says by data-key which key presses it; links of places say by data-go what follows "g".
  let going = 0;
  const visible = element => element.getClientRects().length > 0;
  const press = selector => { const element = [...document.querySelectorAll(selector)].find(visible); element?.click(); return !!element; };
  function walk(step) {
    const links = [...document.querySelectorAll('[data-walk] a[data-open]')];
    if (links.length === 0) return false;
    const at = links.findIndex(link => link === document.activeElement || link.closest('li, tr').contains(document.activeElement));
    const open = links.findIndex(link => link.getAttribute('aria-current') === 'true');
    const next = links[Math.min(links.length - 1, Math.max(0, (at >= 0 ? at : open) + step))] ?? links[0];
    next.focus({ preventScroll: true });
    next.closest('li, tr').scrollIntoView({ block: 'nearest' });
    if (open >= 0 && next !== links[open]) next.click();
    return true;
  }
  function copyCode() {
    const row = document.activeElement?.closest?.('[data-walk] > li');
    const chip = row?.querySelector('[data-copy]') ?? [...document.querySelectorAll('[data-key="c"]')].find(visible);
    if (chip) void copy(chip);
    return !!chip;
  }
  document.addEventListener('keydown', event => {
    const field = event.target.closest?.('input, textarea, select, [contenteditable=true]');
    if (event.key === 'Escape') {
      const popover = document.querySelector('details.popover[open]');
      if (popover) { popover.open = false; popover.querySelector('summary').focus(); }
      else if (field) field.blur();
      else if (!document.querySelector('dialog[open], .rz-dialog')) press('[data-key="Escape"]');
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); focusSearch(); return; }
    if (field || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open], .rz-dialog')) return;
    if (event.timeStamp - going < 1500 && press(`[data-go="${CSS.escape(event.key)}"]`)) { going = 0; event.preventDefault(); return; }
    going = event.key === 'g' ? event.timeStamp : 0;
    const done = event.key === '/' ? focusSearch() : event.key === '?' ? (document.getElementById('keys')?.showModal(), true)
      : event.key === 'j' ? walk(1) : event.key === 'k' ? walk(-1) : event.key === 'c' ? copyCode()
      : event.key === 'Enter' || event.key === 'g' ? false : press(`[data-key="${CSS.escape(event.key)}"]`);
    if (done) event.preventDefault();
  });
  function focusSearch() { const search = document.getElementById('search'); search?.focus(); search?.select(); return !!search; }

  // The circuit: WebSockets only. A lost connection shows the bar at once; when the server is back the circuit goes on, or the page loads again where it was.
  let lost = false;
  const show = on => {
    lost = on;
    if (on) { root.dataset.connection = 'lost'; return; }
    delete root.dataset.connection;
    // Every attempt that failed has shown Blazor's own error line.
    document.getElementById('blazor-error-ui').style.display = '';
  };
  async function lostConnection() {
    if (lost) return;
    show(true);
    for (let wait = 250; ; wait = Math.min(wait * 1.5, 1000)) {
      try {
        if (await Blazor.reconnect()) { show(false); return; }
        location.reload();
        return;
      } catch { /* not reachable yet */ }
      await new Promise(resolve => setTimeout(resolve, wait));
    }
  }
  window.Blazor?.start({
    circuit: {
      configureSignalR: builder => builder.withUrl(new URL('_blazor', document.baseURI).href, { skipNegotiation: true, transport: 1 /* WebSockets */ }).withServerTimeout(10000),
      reconnectionHandler: { onConnectionDown: () => void lostConnection(), onConnectionUp: () => show(false) },
    },
  });
})();
