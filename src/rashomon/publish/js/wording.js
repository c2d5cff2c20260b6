/* Wording: what each report calls the same thing; judging words with whoever spoke them. */
const frameName = frame => frame.concept || ENTITY.get(frame.entity)?.name || 'one thing';
const speakerName = speaker => (speaker ? VOICE.get(speaker)?.name || ENTITY.get(speaker)?.name || speaker : null);

function terms(frame, reports) {               // distinct wordings with their counts: plain ones first, then by number
  const merged = new Map();
  for (const term of frame.terms) {
    if (!reports.includes(term.report)) continue;
    const speaker = term.loaded ? speakerName(term.speaker) : null, key = JSON.stringify([term.text.toLowerCase(), speaker]);
    const seen = merged.get(key) || merged.set(key, { ...term, speaker, count: 0, reports: new Set() }).get(key);
    seen.count += 1;
    seen.reports.add(term.report);
  }
  return [...merged.values()].sort((a, b) => a.loaded - b.loaded || b.count - a.count);
}
function termList(found, spread) {
  if (!found.length) return html`<span class="x">–</span>`;
  const item = ({ text, loaded, speaker, count, reports }) => html`<li>${speaker && '“'}<span class="${loaded && 'ld'}" dir="auto">${text}</span>${speaker && '”'}${loaded && html`<span class="vh"> (judges)</span>`}${count > 1 && html` <span class="x">×${count}</span>`}${spread && html` <span class="x">in ${plural(reports.size, 'report')}</span>`}${speaker && html` <span class="sp">${speaker}</span>`}</li>`;
  return html`<ul>${found.slice(0, 12).map(item)}${found.length > 12 && html`<li class="x">and ${found.length - 12} more</li>`}</ul>`;
}
function drawWording() {
  const { reports } = view;
  const compared = frame => distinct(frame.terms.map(term => term.report)).filter(id => view.inView.has(id)).length > 1 && distinct(frame.terms.map(term => term.text.toLowerCase())).length > 1;
  const frames = view.frames.filter(compared);
  if (!frames.length) return put(body('wording'), html`<p class="empty">No two reports were found to word one thing differently.</p>`);
  const few = reports.length <= FOLD_AT;
  const heads = few ? reports.map(id => html`<th scope="col">${outletOf(id)}</th>`) : html`<th scope="col">wordings over all reports</th>`;
  const cells = frame => (few
    ? reports.map(id => { const found = terms(frame, [id]); return html`<td data-l="${outletOf(id)}" class="${!found.length && 'e0'}">${termList(found)}</td>`; })
    : html`<td data-l="wordings">${termList(terms(frame, reports), true)}</td>`);
  put(body('wording'), html`<table class="grid wd stack"><thead><tr><th scope="col" style="width:14%">what</th>${heads}</tr></thead><tbody>${frames.slice(0, 40).map(frame => html`<tr><th scope="row">${frameName(frame)}</th>${cells(frame)}</tr>`)}</tbody></table>`);
}
