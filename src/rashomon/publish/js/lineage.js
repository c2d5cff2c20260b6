/* Lineage: sources left, reports right, the width of a line is the share of the report's words. */
const MOST_EDGES = 60, MOST_OF_ONE = 8, FIRST_LINEAGE = 12;
const KINDS = { copy: 'same text', revision: 'later version', excerpt: 'takes part of it', rewrite: 'rewrites it', translation: 'translates it', relay: 'words of one source' };

/* Lines of the picture: one for each source and report, with the widest row between them. */
function edgesOf(rows) {
  const widest = new Map();
  const add = (source, report, row) => {
    const key = JSON.stringify([source, report]);
    if (!widest.has(key) || widest.get(key).row.share < row.share) widest.set(key, { source, report, row });
  };
  for (const row of rows) {
    const source = sourceName(row);
    if (!source || secondHand(row, rows)) continue;
    add(source, row.derived, row);
    if (row.kind === 'relay' && row.origin && view.inView.has(row.origin)) add(source, row.origin, { ...row, share: Math.min(row.share, 0.3) });
  }
  return [...widest.values()].filter(edge => edge.source !== outletOf(edge.report));
}
/* Likeness of two copies of one text, where the text that both go back to is known: it stands in the table alone. */
const secondHand = (row, rows) => VERBS[row.kind] && row.direction !== 'known' && rows.some(other => other.derived === row.derived && VERBS[other.kind] && other.direction === 'known');
/* Of many lines, those of origins with two reports or more, the widest spread first, each origin whole as long as there is room. */
function widespread(carried) {
  const kept = [];
  for (const edges of [...carried.values()].filter(each => each.length > 1).sort((a, b) => b.length - a.length || b[0].row.share - a[0].row.share))
    if (kept.length + Math.min(edges.length, MOST_OF_ONE) <= MOST_EDGES) kept.push(...edges.sort((a, b) => b.row.share - a.row.share).slice(0, MOST_OF_ONE));
  return kept;
}
function picture(width) {
  const all = edgesOf(view.lineage);
  const carried = group(all, edge => edge.source);
  const edges = all.length > MOST_EDGES ? widespread(carried) : all;
  if (!edges.length) return '';
  const apart = all.length - edges.length;
  const sources = distinct(edges.map(edge => edge.source)).sort((a, b) => carried.get(b).length - carried.get(a).length);
  const reports = view.reports.filter(id => edges.some(edge => edge.report === id));
  const narrow = width < 560, left = narrow ? 124 : 230, right = narrow ? 118 : 230, step = reports.length > 14 ? 28 : 46;
  const height = Math.max(sources.length, reports.length) * step + 24;
  const y = (i, n) => 24 + (i + 0.5) * (height - 24) / n;
  const lines = edges.map(edge => {
    const y1 = y(sources.indexOf(edge.source), sources.length), y2 = y(reports.indexOf(edge.report), reports.length), x2 = width - right, m = (left + x2) / 2;
    const path = `M${left} ${y1}C${m} ${y1} ${m} ${y2} ${x2} ${y2}`, dash = edge.row.kind === 'relay' ? '7 3' : edge.row.kind === 'excerpt' ? '2 3' : '';
    return html`<g class="edge" tabindex="0" role="button" data-lineage="${view.lineage.findIndex(row => row.derived === edge.row.derived && row.origin === edge.row.origin && row.origin_name === edge.row.origin_name && row.kind === edge.row.kind)}" aria-label="${edge.source} to ${outletOf(edge.report)}, ${KINDS[edge.row.kind] || edge.row.kind}"><path class="v" d="${path}" stroke-width="${(1.3 + edge.row.share * 7).toFixed(1)}" stroke-dasharray="${dash}"/><path class="hit" d="${path}"/></g>`;
  });
  const names = sources.map((name, i) => html`<text x="${left - 9}" y="${y(i, sources.length) + 5}" text-anchor="end" class="${i === 0 && 'b'}">${shorten(name, narrow ? 14 : 28)}${carried.get(name).length > edges.filter(edge => edge.source === name).length && html`<tspan class="s"> ${carried.get(name).length}</tspan>`}</text>`);
  const outlets = reports.map((id, i) => html`<text class="b" x="${width - right + 9}" y="${y(i, reports.length) + 5}">${shorten(narrow ? outletOf(id) : shortLabel(id), narrow ? 12 : 34)}</text>`);
  return html`<svg class="lin" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="From sources to reports">${lines}${names}${outlets}<text class="s" x="${left - 9}" y="12" text-anchor="end">source</text><text class="s" x="${width - right + 9}" y="12">report</text></svg>${apart > 0 && html`<p class="small">Drawn are origins whose words stand in two reports or more, and of each the ${MOST_OF_ONE} widest lines at most (where there are more, their number stands behind its name); ${plural(apart, 'further tie')} in the tables below.</p>`}`;
}
const shareInWords = row => (row.share > 0 ? percent(row.share) : '–');
function passages(row) {
  const other = row.origin && REPORT.has(row.origin) ? row.origin : null;
  const words = (id, [start, end]) => html`<blockquote dir="auto"><button type="button" class="passage" data-passage="${id} ${start} ${end}" title="read it in the report">${cut(id, start, end)}</button></blockquote><p class="by">${reportLabel(id)}, characters ${number(start)}–${number(end)}</p>`;
  const shownPassages = row.passages.slice(0, 20).map(passage => html`<div class="pair${!(other && passage.origin) && ' one'}"><div>${words(row.derived, passage.derived)}</div>${other && passage.origin && html`<div>${words(other, passage.origin)}</div>`}</div>`);
  return html`<h3>${nameOfOrigin(row) || 'a text that is not named'} → ${reportLabel(row.derived)}: ${KINDS[row.kind] || row.kind}, ${shareInWords(row)} of its words${row.assumed && ', assumed'}</h3><p class="note">${withDays(row.why)}</p>${shownPassages.length ? shownPassages : html`<p class="small">No passage to show: the origin is not among the reports.</p>`}`;
}
function showPassages(i, scroll) {
  const panel = byId('passages');
  if (!view.lineage[i]) return;
  panel.hidden = false;
  put(panel, passages(view.lineage[i]));
  $$('.edge').forEach(edge => edge.classList.toggle('on', edge.dataset.lineage === String(i)));
  if (scroll) panel.scrollIntoView({ block: 'center' });
}
function lineageRow(row, i) {
  return html`<tr><th scope="row">${reportLabel(row.derived)}</th><td data-l="from"><span>${nameOfOrigin(row) || 'not named'}${assumedMark(row)}${row.origin && REPORT.has(row.origin) && row.origin_name && html` <span class="small">also in ${reportLabel(row.origin)}</span>`}</span></td><td data-l="how"><span>${KINDS[row.kind] || row.kind}<span class="line small">direction ${DIRECTIONS[row.direction] || row.direction}</span></span></td><td data-l="share" class="num"><span>${shareInWords(row)}</span></td><td data-l="because"><span>${withDays(row.why)}${row.passages.length > 0 && html` <button type="button" class="lnk" data-lineage="${i}">${plural(row.passages.length, 'passage')}</button>`}</span></td></tr>`;
}
function drawLineage() {
  if (!view.lineage.length) {
    put(body('lineage'), html`<p class="empty">${view.reports.length > 1 ? 'No report shares its words with another or with a source that it names: each text is its own.' : 'The report has its words from no source that it names.'}</p><div id="origins"></div>`);
    return put(byId('origins'), [familiesNote(), stockNote()]);
  }
  put(body('lineage'), html`<div id="picture"></div><div class="pas" id="passages" aria-live="polite" hidden></div><div id="origins"></div>${together()}

    <details class="stock ties"><summary>${plural(view.lineage.length, 'tie')}, each with its reason</summary><table class="grid stack"><thead><tr><th scope="col" data-s="width:14%">report</th><th scope="col" data-s="width:19%">has words from</th><th scope="col" data-s="width:13%">how</th><th scope="col" class="num" data-s="width:9%">share</th><th scope="col">because</th></tr></thead></table></details>`);
  const rows = document.createElement('tbody');
  $('.ties table', byId('lineage')).append(rows);
  inParts(rows, view.lineage, FIRST_LINEAGE, lineageRow);
  drawPicture();
  drawOrigins();
}
function drawPicture() {
  const place = byId('picture');
  if (place) put(place, picture(Math.floor(place.clientWidth)));
}
