// Tells the inbox what only the browser knows: whether new rows would move what one is reading, and that the end of the list is in sight.
export function watch(list, inbox) {
  const key = 'inbox:' + location.search.replace(/[?&]m=\d+/, '');
  let held = false;
  let over = false;
  const tell = () => {
    const hold = over || list.scrollTop > 8;
    if (hold !== held) { held = hold; inbox.invokeMethodAsync('Hold', hold); }
  };
  const onOver = event => { if (event.pointerType === 'mouse') { over = event.target.closest('.row') !== null; tell(); } };
  const onLeave = () => { over = false; tell(); };
  list.addEventListener('scroll', tell, { passive: true });
  list.addEventListener('pointerover', onOver);
  list.addEventListener('pointerleave', onLeave);

  // Watched anew after every change: an end that stays in sight would not be told a second time.
  const sight = new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) inbox.invokeMethodAsync('Older'); }, { root: list, rootMargin: '300px' });
  const look = () => { sight.disconnect(); const more = list.querySelector('[data-more]'); if (more) sight.observe(more); };
  const changes = new MutationObserver(look);
  changes.observe(list.lastElementChild, { childList: true });
  look();

  // Leaving the browser and coming back lands on the same place.
  const keep = () => sessionStorage.setItem(key, String(list.scrollTop));
  addEventListener('pagehide', keep);
  const place = Number(sessionStorage.getItem(key));
  sessionStorage.removeItem(key);
  if (place > 0) list.scrollTop = place;
  document.querySelector('.row.sel')?.scrollIntoView({ block: 'nearest' });

  return {
    toTop() { list.scrollTo({ top: 0 }); over = false; tell(); },
    end() {
      list.removeEventListener('scroll', tell);
      list.removeEventListener('pointerover', onOver);
      list.removeEventListener('pointerleave', onLeave);
      removeEventListener('pagehide', keep);
      sight.disconnect();
      changes.disconnect();
    },
  };
}
