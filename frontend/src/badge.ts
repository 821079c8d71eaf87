// The tab's title begins with what waits for the reader, whatever page gives it its name.
declare global {
  interface Window { askwellBadge: (badge: string) => void; }
}

const MARK = /^(\(\d+\+?\)|•) /;
let shown = '';

function mark() {
  const bare = document.title.replace(MARK, '');
  const wanted = shown ? `${shown} ${bare}` : bare;
  if (document.title !== wanted) {
    document.title = wanted;
  }
}

window.askwellBadge = (badge) => {
  shown = badge;
  mark();
};

new MutationObserver(mark).observe(document.head, { childList: true, subtree: true, characterData: true });

export {};
