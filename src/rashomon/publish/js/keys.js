/* Hands: keys in the matrix, menus, theme, filters, links that read. The matrix is one tab stop. */
let current = null;
function focusable(button) {
  if (current) current.tabIndex = -1;
  current = button;
  button.tabIndex = 0;
}
const matrixRows = () => $$('.mx tr.f');
const buttons = row => $$(':scope > th > button, :scope > td > button', row);
function neighbour(button, key) {
  const rows = matrixRows(), y = rows.indexOf(button.closest('tr')), here = buttons(rows[y]), x = here.indexOf(button);
  return { ArrowRight: here[x + 1], ArrowLeft: here[x - 1], ArrowDown: rows[y + 1] && buttons(rows[y + 1])[x], ArrowUp: rows[y - 1] && buttons(rows[y - 1])[x], Home: here[0], End: here.at(-1) }[key];
}
function onMatrixKey(event) {
  if (!event.target.closest('.mx')) return;
  if (event.key === 'Escape') return closeEvidence(true);
  const button = event.target.closest('.rh, .cell'), next = button && neighbour(button, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
function onClick(event) {
  const at = selector => event.target.closest(selector);
  if (at('.mx .close')) return closeEvidence(true);
  if (at('.mx .rh, .mx .cell')) return openEvidence(at('.mx .rh, .mx .cell'));
  if (at('.clamps')) return unclamp(at('.clamps'));
  if (at('#more-rows')) { shown.rows += 100; closeEvidence(); return drawRows(); }
  if (at('#more-figures')) { figureState.all = true; return drawFigures(); }
  if (at('[data-export]')) { save(EXPORTS[at('[data-export]').dataset.export]); byId('export').open = false; return undefined; }
  if (at('[data-passage]')) { const [id, start, end] = at('[data-passage]').dataset.passage.split(' '); return readWords(id, Number(start), Number(end)); }
  if (at('[data-lineage]')) return showPassages(Number(at('[data-lineage]').dataset.lineage), at('.lnk') !== null);
  if (at('[data-read]') && CLAIM.has(at('[data-read]').dataset.read)) {
    event.preventDefault();
    history.pushState(null, '', at('[data-read]').getAttribute('href'));
    return readAt(CLAIM.get(at('[data-read]').dataset.read));
  }
  $$('.menu[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
  return undefined;
}
function onChange({ target }) {
  if (target.name === 'status') { closeEvidence(); shown.status = target.value; shown.rows = firstRows(); drawRows(); }
  if (target.name === 'families') { counting.families = target.checked; drawHead(); $('[name=families]').focus(); }
  if (target.name === 'rule') { figureState.rule = target.value; drawFigures(); $(`[name=rule][value="${target.value}"]`).focus(); }
}
const isDark = () => { const { theme } = document.documentElement.dataset; return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches; };
const nameTheme = () => { byId('theme').textContent = isDark() ? 'Light' : 'Dark'; };
function listen() {
  document.addEventListener('click', onClick);
  document.addEventListener('change', onChange);
  document.addEventListener('keydown', onMatrixKey);
  document.addEventListener('focusin', ({ target }) => { const button = target.closest('.mx .rh, .mx .cell'); if (button) focusable(button); });
  document.addEventListener('keydown', event => {
    const edge = event.target.closest('.edge'), menu = event.target.closest('.menu');
    if (edge && (event.key === 'Enter' || event.key === ' ')) { event.preventDefault(); showPassages(Number(edge.dataset.lineage)); }
    if (menu && event.key === 'Escape') { menu.open = false; $('summary', menu).focus(); }
  });
  byId('theme').addEventListener('click', () => { document.documentElement.dataset.theme = isDark() ? 'light' : 'dark'; nameTheme(); });
  nameTheme();
  let width = innerWidth;
  addEventListener('resize', () => { if (innerWidth !== width) { width = innerWidth; if (view) { drawPicture(); refold(); } } });
  addEventListener('beforeprint', () => {
    if (view && !byId('more-rows')?.hidden && view.findings.length) { shown.rows = 400; drawRows(); }
    $$('.rep').slice(0, 50).forEach(details => { fillReport(details); details.open = true; });
  });
  addEventListener('hashchange', go);
}
