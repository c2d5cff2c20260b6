/* Hands: keys in the matrix, menus, theme, filters, links that read. The matrix is one tab stop. */
const PRINTED = 60;                            // reports that are printed in full, at most
let current = null;
function focusable(button) {
  if (current) current.tabIndex = -1;
  current = button;
  button.tabIndex = 0;
}
/* Rows that arrows go through: the heads of the columns, where they stand, and the findings; what can be chosen in each, column by column. */
const matrixRows = () => $$('.mx .names, .mx tr.f').filter(row => row.offsetParent !== null && !row.closest('.vh'));
const buttons = row => (row.matches('.names') ? $$(':scope > th', row).map(th => $('.hd', th)) : $$(':scope > th > button, :scope > td > button', row));
function neighbour(button, key) {
  const rows = matrixRows(), y = rows.indexOf(button.closest('tr')), here = buttons(rows[y]), x = here.indexOf(button);
  const along = { ArrowRight: here.slice(x + 1), ArrowLeft: here.slice(0, x).reverse(), Home: here, End: [...here].reverse() }[key];
  if (along) return along.find(Boolean);
  return { ArrowDown: rows[y + 1], ArrowUp: rows[y - 1] }[key] && buttons({ ArrowDown: rows[y + 1], ArrowUp: rows[y - 1] }[key])[x];
}
function onMatrixKey(event) {
  if (!event.target.closest('.mx')) return;
  const form = event.target.closest('.act');
  if (form && event.key === 'Enter' && event.target.matches('input')) { event.preventDefault(); return keepAct($('[data-keep]', form)); }
  if (form && event.key === 'Escape') { const bar = form.closest('.acts'); closeAct(bar); return $('button', bar).focus(); }
  if (form) return undefined;
  if (event.key === 'Escape') return closeEvidence(true);
  const button = event.target.closest('.rh, .cell, .hd'), next = button && neighbour(button, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
function onClick(event) {
  const at = selector => event.target.closest(selector);
  if (onJudging(event)) return undefined;
  if (at('.mx .close')) return closeEvidence(true);
  if (at('.mx .rh, .mx .cell')) return openEvidence(at('.mx .rh, .mx .cell'));
  if (at('.whole-chain')) return at('.chips').classList.remove('cutoff');
  if (at('.clamps')) return unclamp(at('.clamps'));
  if (at('[data-unfold]')) return unfold(at('[data-unfold]').dataset.unfold, 0);
  if (at('[data-from]')) return unfold(shown.unfolded, Number(at('[data-from]').dataset.from));
  if (at('#more-rows')) { shown.rows += 100; closeEvidence(); return drawRows(); }
  if (at('#more-reports')) return moreReports(100);
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
  if (target.name === 'order') { closeEvidence(); shown.order = target.value; drawRows(); }
  if (['status', 'order'].includes(target.name)) byId('live').textContent = `${plural($$('.mx tr.f').length, 'finding')}, ${ORDERS[shown.order][0]}`;
  if (target.name === 'families') { counting.families = target.checked; drawHead(); $('[name=families]').focus(); }
  if (target.name === 'rule') { figureState.rule = target.value; drawFigures(); $(`[name=rule][value="${target.value}"]`).focus(); }
}
/* The reports of one voice, or voices from another one on, stand as columns; the keys stay in the heads. */
function unfold(voice, from) {
  closeEvidence();
  Object.assign(shown, { unfolded: voice || null, from });
  refold();
  const head = $('.mx .names .hd');
  if (head?.offsetParent) head.focus();
  byId('live').textContent = `Columns: ${view.columns.map(({ name }) => name).join(', ')}`;
}
/* For paper: every list to its end, every fold open. */
function unfoldAll() {
  for (let more = $('main .more:not([hidden])'), n = 0; more && n < 500; more = $('main .more:not([hidden])'), n += 1) more.click();
  $$('main details:not(.rep)').forEach(details => { details.open = true; });
}
const isDark = () => { const { theme } = document.documentElement.dataset; return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches; };
const nameTheme = () => { byId('theme').textContent = isDark() ? 'Light' : 'Dark'; };
function listen() {
  document.addEventListener('click', onClick);
  document.addEventListener('change', onChange);
  document.addEventListener('input', ({ target }) => { if (target.id === 'find-report') findReports(target.value); });
  document.addEventListener('keydown', onMatrixKey);
  document.addEventListener('focusin', ({ target }) => { const button = target.closest('.mx .rh, .mx .cell, .mx .hd'); if (button) focusable(button); });
  document.addEventListener('keydown', event => {
    const edge = event.target.closest('.edge'), menu = event.target.closest('.menu');
    if (edge && (event.key === 'Enter' || event.key === ' ')) { event.preventDefault(); showPassages(Number(edge.dataset.lineage)); }
    if (menu && event.key === 'Escape') { menu.open = false; $('summary', menu).focus(); }
  });
  byId('theme').addEventListener('click', () => { document.documentElement.dataset.theme = isDark() ? 'light' : 'dark'; nameTheme(); });
  nameTheme();
  let width = innerWidth;
  addEventListener('resize', () => { if (innerWidth !== width) { width = innerWidth; if (view) { drawPicture(); refold(true); } } });
  addEventListener('beforeprint', () => {
    drawWaiting();
    if (view && !byId('more-rows')?.hidden && view.findings.length) { shown.rows = 400; drawRows(); }
    if (view && view.reports.length <= PRINTED) unfoldAll();
    $$('.rep').slice(0, PRINTED).forEach(details => { fillReport(details); details.open = true; });
  });
  addEventListener('hashchange', go);
}
