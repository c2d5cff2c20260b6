/* Wording: what each report calls the same thing; judging words with whoever spoke them. The record's most telling rows come first. */
const FIRST_WORDINGS = 12;                     // rows in sight at once, and wordings in one cell
const frameName = frame => frame.concept || ENTITY.get(frame.entity)?.name || 'one thing';
const speakerName = speaker => (speaker ? VOICE.get(speaker)?.name || ENTITY.get(speaker)?.name || speaker : null);
const JUDGING = { group: 'says what sort of people they are', legitimacy: 'says by what right they act', violence: 'says how bad the deed is', euphemism: 'says how little the deed is', unlawful: 'says that it is against the law', migration: 'is contested in reports of migration', politics: 'is a word of opponents', disaster: 'says who is at fault, or how bad it is', praise: 'praises' };

function terms(frame, reports, many) {         // distinct wordings with their counts: plain ones first, then by number
  const merged = new Map();
  for (const term of frame.terms) {
    if (!reports.has(term.report)) continue;
    const speaker = term.loaded ? speakerName(term.speaker) : null, key = JSON.stringify([many ? term.text.toLowerCase().replace(/s$/, '') : term.text.toLowerCase(), speaker]);
    const seen = merged.get(key) || merged.set(key, { ...term, speaker, count: 0, reports: new Set() }).get(key);
    seen.count += 1;
    seen.reports.add(term.report);
  }
  return [...merged.values()].sort((a, b) => a.loaded - b.loaded || b.reports.size - a.reports.size || b.count - a.count);
}
const wordOf = ({ speaker, reports }) => speaker || join(distinct([...reports].map(outletOf)).slice(0, 3), ', ');
function wordingItem({ text, loaded, judges, speaker, count, reports }, many) {
  const outlets = distinct([...reports].map(outletOf));
  return html`<li>${speaker && '“'}<span class="${loaded && 'ld'}" dir="auto" title="${loaded ? JUDGING[judges] || 'judges' : many ? outlets.slice(0, 20).join(', ') : ''}">${text}</span>${speaker && '”'}${loaded && html`<span class="vh"> (judges)</span>`}${!many && count > 1 && html` <span class="x">×${count}</span>`}${many && reports.size > 1 && html` <span class="x">${reports.size}</span>`}${(speaker || (many && loaded)) && html` <span class="sp">${wordOf({ speaker, reports })}</span>`}</li>`;
}
function termList(found, many) {
  if (!found.length) return html`<span class="x">–</span>`;
  return html`<ul class="${many && 'run'}">${found.slice(0, FIRST_WORDINGS).map(term => wordingItem(term, many))}${found.length > FIRST_WORDINGS && html`<li class="x">and ${found.length - FIRST_WORDINGS} more</li>`}</ul>`;
}
function wordingOf(frame, few) {               // a column for each report; of many reports one for plain words and one for those that judge
  if (few) return view.reports.map(id => { const found = terms(frame, new Set([id])); return html`<td data-l="${outletOf(id)}" class="${!found.length && 'e0'}">${termList(found)}</td>`; });
  const found = terms(frame, view.inView, true), judging = found.filter(term => term.loaded);
  return html`<td data-l="wordings">${termList(found.filter(term => !term.loaded), true)}</td>${anyJudge() && html`<td data-l="words that judge" class="${!judging.length && 'e0'}">${termList(judging, true)}</td>`}`;
}
const anyJudge = () => view.frames.some(frame => frame.terms.some(term => term.loaded));
function drawWording() {
  const compared = frame => distinct(frame.terms.map(term => term.report)).filter(id => view.inView.has(id)).length > 1 && distinct(frame.terms.map(term => term.text.toLowerCase())).length > 1;
  const frames = view.frames.filter(compared), few = view.reports.length <= FOLD_AT;
  if (!frames.length) return put(body('wording'), html`<p class="empty">${view.reports.length > 1 ? 'No two reports were found to word one thing differently.' : 'Wordings are compared where a story has two reports or more.'}</p>`);
  const heads = few ? view.reports.map(id => html`<th scope="col">${outletOf(id)}</th>`) : html`<th scope="col">wordings, and in how many reports</th>${anyJudge() && html`<th scope="col" data-s="width:27%">words that judge, and whose</th>`}`;
  put(body('wording'), html`<table class="grid wd stack"><thead><tr><th scope="col" data-s="width:14%">what</th>${heads}</tr></thead><tbody></tbody></table>`);
  return inParts($('tbody', byId('wording')), frames, FIRST_WORDINGS, frame => html`<tr><th scope="row">${frameName(frame)}${frame.entity && judge('entity', frame.entity)}</th>${wordingOf(frame, few)}</tr>`);
}
