/* One text, sentence by sentence, as several reports have it: rows are matching passages, columns the reports. */
const MOST_ABREAST = 4, MOST_PASSAGES = 14;

/* Passages that are shared, directly or through a third report, as rows: Map of report → [start, end). */
function matching(rows) {
  const nodes = [];
  const node = (report, [start, end]) => {
    const found = nodes.find(other => other.report === report && Math.min(end, other.end) - Math.max(start, other.start) > Math.min(end - start, other.end - other.start) / 2);
    if (found) { found.start = Math.min(found.start, start); found.end = Math.max(found.end, end); return found; }
    const made = { report, start, end, parent: null };
    nodes.push(made);
    return made;
  };
  const root = item => { while (item.parent) item = item.parent; return item; };
  for (const row of rows)
    for (const { derived, origin } of row.passages) {
      if (!origin || !view.inView.has(row.origin)) continue;
      const a = root(node(row.derived, derived)), b = root(node(row.origin, origin));
      if (a !== b) b.parent = a;
    }
  const sets = [...group(nodes, root).values()].map(members => new Map(members.map(({ report, start, end }) => [report, [start, end]])));
  return sets.filter(members => members.size > 1);
}
function together() {
  const sets = matching(view.lineage.slice(0, 400));
  if (!sets.length) return '';
  const weight = id => sets.filter(members => members.has(id)).length;
  const reports = view.reports.filter(weight).sort((a, b) => weight(b) - weight(a)).slice(0, MOST_ABREAST);
  const lead = reports[0];
  const rows = sets.filter(members => reports.filter(id => members.has(id)).length > 1)
    .sort((a, b) => (a.get(lead)?.[0] ?? 1e9) - (b.get(lead)?.[0] ?? 1e9)).slice(0, MOST_PASSAGES);
  if (!rows.length) return '';
  const cells = members => reports.map(id => (members.has(id)
    ? html`<td class="sf" data-l="${outletOf(id)}" dir="auto"><span>${shorten(cut(id, ...members.get(id)), 420)}</span></td>`
    : html`<td class="no e0" data-l="${outletOf(id)}">–</td>`));
  return html`<h3>The shared words, side by side</h3><table class="grid stack abreast"><thead><tr>${reports.map(id => html`<th scope="col">${outletOf(id)}</th>`)}</tr></thead><tbody>${rows.map(members => html`<tr>${cells(members)}</tr>`)}</tbody></table>`;
}
