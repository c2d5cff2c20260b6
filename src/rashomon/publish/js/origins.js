/* Origins: whose text each report speaks with, what stands outside the reports, families of outlets, and stock set aside. */
const DIRECTIONS = { known: 'known', likely: 'likely', undetermined: 'not determined' };
const FIRST_TEXTS = 8, MOST_SPEAKING = 6, MOST_TIES = 3;
const counting = { families: false };          // a reader's choice: outlets of one family count as one

const familyOf = id => REPORT.get(id)?.family || null;
const houseOf = id => (counting.families && familyOf(id)) || (REPORT.get(id).outlet ?? null);
const outletsOf = support => (counting.families && support.families) || support.outlets;
/* A report by its outlet; with its day and time where the outlet has several here. */
function reportLabel(id) {
  const several = view.reports.filter(other => outletOf(other) === outletOf(id)).length > 1, { published } = REPORT.get(id);
  return several ? `${outletOf(id)}, ${published ? `${dayInWords(published, false)}${clock(published) && ` ${clock(published)}`}` : 'undated'}` : outletOf(id);
}
const shortLabel = id => (reportLabel(id) === outletOf(id) ? outletOf(id) : `${shorten(outletOf(id).replace(/ \([^)]*\)$/, ''), 17)}${reportLabel(id).slice(outletOf(id).length).replace(/([A-Z][a-z]{2})[a-z]+/, '$1')}`);
const reportLink = id => html`<a href="#rep-${id}">${reportLabel(id)}</a>${familyOf(id) && familyOf(id) !== outletOf(id) && html` <span class="small">of ${familyOf(id)}</span>`}`;
const nameOfOrigin = row => row.origin_name || (row.origin && REPORT.has(row.origin) ? reportLabel(row.origin) : null);
const assumedMark = row => row.assumed && html` <span class="assumed" title="inferred from traces, not named as the source">assumed</span>`;
const passagesLink = row => (row.passages.length > 0 ? html` <button type="button" class="lnk" data-lineage="${view.lineage.indexOf(row)}">${plural(row.passages.length, 'passage')}</button>` : '');

function drawOrigins() {
  put(byId('origins'), [TEXTS_TABLE, outsideTable(), familiesNote(), stockNote()]);
  const texts = [...group(view.reports, id => REPORT.get(id).voice)].sort((a, b) => b[1].length - a[1].length);
  inParts($('#origins .whose'), texts, FIRST_TEXTS, each => textRows(each, texts));
}
const TEXTS_TABLE = html`<h3>Texts, and the reports that speak with them</h3><p class="note">Reports share a text where half of the shorter goes back to the other or to their common text. To quote one speaker is not to share a text.</p><table class="grid stack texts whose"><thead><tr><th scope="col" data-s="width:20%">text</th><th scope="col" data-s="width:27%">report</th><th scope="col">goes back to</th></tr></thead></table>`;
/* One text, and the reports that speak with it; the texts that most reports speak with come first. */
function textRows([voice, ids], texts) {
  const several = texts.filter(([other]) => voiceName(other) === voiceName(voice)).length > 1, since = ids.map(id => REPORT.get(id).published).filter(Boolean).sort()[0], speaking = ids.slice(0, MOST_SPEAKING);
  const head = html`<th scope="rowgroup" rowspan="${speaking.length + (ids.length > MOST_SPEAKING)}">${voiceName(voice)}${several && since && html` <span class="small">of ${dayInWords(since, false)}</span>`}<span class="small kind">${VOICE.get(voice)?.kind || ''}${ids.length > 1 && `, ${plural(ids.length, 'report')}`}</span></th>`;
  const rows = speaking.map((id, i) => html`<tr>${i === 0 && head}<td data-l="report"><span>${reportLink(id)}</span></td><td data-l="goes back to"><span>${cameFrom(id)}</span></td></tr>`);
  return html`<tbody>${rows}${ids.length > MOST_SPEAKING && html`<tr><td colspan="2" class="small">and ${plural(ids.length - MOST_SPEAKING, 'more report')}</td></tr>`}</tbody>`;
}
/* What one report goes back to: its whole text first, then parts, then words of sources. */
function cameFrom(id) {
  const rows = view.lineage.filter(row => row.derived === id && nameOfOrigin(row) && !(row.kind === 'relay' && row.origin)), whole = rows.filter(row => row.kind !== 'relay');
  const line = row => html`<span class="line">${KINDS[row.kind] || row.kind} · ${nameOfOrigin(row)}, ${percent(row.share)}, ${DIRECTIONS[row.direction] || row.direction}${assumedMark(row)}${row.passages.length > 0 && ','}${passagesLink(row)}</span>`;
  const taken = view.lineage.some(row => row.origin === id && row.kind !== 'relay');
  return html`${!whole.some(row => row.share >= 0.5) && html`<span class="line">own text${taken && ', from which others take'}</span>`}${rows.slice(0, MOST_TIES).map(line)}${rows.length > MOST_TIES && html`<span class="line small">and ${plural(rows.length - MOST_TIES, 'more tie')}, below</span>`}`;
}
function outsideTable() {
  const rows = view.lineage.filter(row => !row.origin && row.origin_name), names = [...group(rows, row => row.origin_name)].sort((a, b) => b[1].length - a[1].length);
  if (!names.length) return '';
  const one = ([name, of]) => html`<tr><th scope="row">${name}</th><td data-l="how"><span>${join(distinct(of.map(row => KINDS[row.kind] || row.kind)), ', ')}</span></td><td data-l="in"><span>${of.map(row => html`<span class="line">${reportLink(row.derived)}, ${percent(row.share)}${assumedMark(row)}${row.passages.length > 0 && ','}${passagesLink(row)}</span>`)}</span></td></tr>`;
  return html`<details class="stock"><summary>${plural(names.length, 'origin')} not among the reports</summary><table class="grid stack texts"><thead><tr><th scope="col" data-s="width:20%">origin</th><th scope="col" data-s="width:27%">how</th><th scope="col">in</th></tr></thead><tbody>${names.slice(0, MOST_OUTSIDE).map(one)}</tbody></table>${names.length > MOST_OUTSIDE && html`<p class="small">and ${names.length - MOST_OUTSIDE} more, each in the ties below</p>`}</details>`;
}
const MOST_OUTSIDE = 24;
function familiesNote() {
  const families = [...group(view.reports.filter(familyOf), familyOf)].filter(([, ids]) => distinct(ids.map(outletOf)).length > 1);
  return families.length > 0 && html`<h3>Outlets of one family</h3><ul class="plain">${families.map(([name, ids]) => html`<li><b>${name}</b> owns ${join(distinct(ids.map(outletOf)), ', ')}</li>`)}</ul>`;
}
/* Words that stand in several reports and that nobody took from anybody. */
function stockNote() {
  const stock = (RECORD.stock || []).map(one => ({ ...one, spans: one.spans.filter(({ report }) => view.inView.has(report)) })).filter(({ spans }) => spans.length);
  const one = ({ kind, text, spans, why }) => html`<tr><th scope="row">${kind}</th><td class="sf" data-l="words" dir="auto"><span>${shorten(text, 240)}</span></td><td data-l="in"><span>${join(distinct(spans.map(({ report }) => report)).slice(0, 12).map(reportLink), ', ')}<span class="line small">${why}</span></span></td></tr>`;
  return stock.length > 0 && html`<details class="stock"><summary>${plural(stock.length, 'piece')} of stock, set aside before texts were compared</summary><table class="grid stack texts"><thead><tr><th scope="col" data-s="width:14%">kind</th><th scope="col" data-s="width:48%">words</th><th scope="col">in</th></tr></thead><tbody>${stock.slice(0, 60).map(one)}</tbody></table></details>`;
}
