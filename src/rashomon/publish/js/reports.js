/* The reports in full. A text is drawn when it is opened; links in its margin lead back to the cells. */
function reportMeta(report) {
  const words = report.text.split(/\s+/).length, removed = report.furniture.map(({ text }) => shorten(text.replace(/\s+/g, ' '), 80));
  const dated = report.published ? `${report.dated_by === 'story' ? 'Undated; about ' : ''}${dayInWords(report.published)}${clock(report.published) && `, ${clock(report.published)}`}${report.dated_by ? ` (${DATED_BY[report.dated_by] || report.dated_by})` : ''}` : 'Undated';
  const url = web(report.url), credits = distinct(report.credits.map(({ name }) => name));
  return html`<p class="meta">${dated} · ${report.abridged ? excerptsOf(report.abridged) : plural(words, 'word')} · ${plural(claimsOf(report.id).length, 'claim')}${report.bylines?.length > 0 && ` · by ${report.bylines.join(', ')}`}${credits.length > 0 && ` · credits ${credits.join(', ')}`} ${report.family && html`· ${report.outlet} belongs to ${report.family} `}· ${url ? html`<a href="${url}" rel="noopener noreferrer nofollow">${report.source}</a>` : report.source}${removed.length > 0 && html`<br>Removed: ${removed.slice(0, 8).map(text => html`<q>${text}</q> `)}${removed.length > 8 && `and ${removed.length - 8} more`}`}${judge('report', report.id)}</p>${(report.judged?.length || report.machine) && html`<dl class="kv">${judgedLines(report)}${machineLine(report)}</dl>`}`;
}
/* How much of a text is published, and the digest by which who has the whole can tell that it is the same. */
const excerptsOf = ({ kept, characters, sha256 }) => html`<span title="SHA-256 of the whole text: ${sha256}">${number(kept)} of ${number(characters)} characters</span>, SHA-256 ${sha256.slice(0, 12)}…`;
function reportText(report, words = []) {
  const claims = claimsOf(report.id);
  const answering = claims.flatMap(claim => [...(FINDINGS_WITH.get(claim.id) || [])].flatMap(finding => finding.answers.flatMap(answer => answer.words.filter(words => words.claim === claim.id)))).map(({ start, end }) => ({ start, end, name: 'fw' }));
  return paragraphs(report.id).map(([start, end]) => {
    const inside = claims.filter(claim => claim.start < end && claim.end > start);
    const marks = [...words, ...inside.map(claim => ({ start: claim.start, end: claim.end, name: claim.rejected ? 'rejected' : FINDINGS_WITH.has(claim.id) ? 'k' : 'k0', claim: claim.id })), ...answering.filter(mark => mark.start < end && mark.end > start)];
    return html`<div class="pg"><p dir="auto">${marked(report.id, start, end, marks)}</p><div class="mg">${margin(report, inside)}</div></div>`;
  });
}
function margin(report, claims) {
  const found = distinct(claims.flatMap(claim => [...(FINDINGS_WITH.get(claim.id) || [])])).filter(finding => numberOf.has(finding.id)).sort((a, b) => numberOf.get(a.id) - numberOf.get(b.id));
  const ids = claims.map(claim => claim.id), column = columnOf(report.id);
  const link = finding => {
    const conflicts = entriesOf(finding).some(entry => entry.kind === 'conflict' && ids.includes(entry.claim.id));
    return html`<a class="${conflicts && 'cf'}" href="#${finding.id}/${column.id}">${numberOf.get(finding.id)} ${shorten(questionOf(finding), 70)}${conflicts && ' (conflicts)'}</a>`;
  };
  return html`${found.slice(0, 8).map(link)}${found.length > 8 && html`<span>and ${found.length - 8} more</span>`}${claims.filter(({ rejected }) => rejected).map(claim => html`<span class="small">rejected: ${judgedOn(claim).map(byWhom).join('; ')}</span>`)}`;
}
function reportRow(id, i) {
  const report = REPORT.get(id);
  return html`<details class="rep" id="rep-${id}" data-report="${id}"${i === 0 && view.reports.length <= FOLD_AT && html` open`}><summary><b><bdi>${outletOf(id)}</bdi>${ratingOf(id)}${latinBehind(outletOf(id))}</b><span dir="auto" lang="${report.language}">${report.title || html`<span class="small">no headline found</span>`}</span><span class="small day">${report.dated_by === 'story' ? 'undated' : dayInWords(report.published, false)}${report.dated_by !== 'story' && clock(report.published) && ` ${clock(report.published)}`}</span><span class="tg"><span class="o">open</span><span class="c">close</span></span></summary><div class="txt" lang="${report.language}"></div></details>`;
}
function fillReport(details) {
  const text = $('.txt', details), report = REPORT.get(details.dataset.report);
  if (!text.firstChild) put(text, html`${reportMeta(report)}${reportText(report)}`);
}
/* A long list opens in parts, and can be searched by outlet, headline and words; a report that is asked for is brought there. */
const FIRST_REPORTS = 24, SEARCH_AT = 12;
const listed = { ids: [], upTo: 0 };
function drawReports() {
  const search = view.reports.length > SEARCH_AT && html`<p class="find"><label>Find a report <input type="search" id="find-report" autocomplete="off" placeholder="outlet, headline or words"></label> <span class="small" id="found-reports" aria-live="polite"></span></p>`;
  put(body('reports'), html`${search}<div class="reps"></div><button type="button" class="lnk more" id="more-reports" hidden></button>`);
  listReports(view.reports);
}
function listReports(ids) {
  Object.assign(listed, { ids, upTo: 0 });
  put($('.reps'), '');
  moreReports(ids.length <= SEARCH_AT ? ids.length : FIRST_REPORTS);
}
function moreReports(n) {
  const next = listed.ids.slice(listed.upTo, listed.upTo + n), more = byId('more-reports'), left = listed.ids.length - listed.upTo - next.length;
  $('.reps').insertAdjacentHTML('beforeend', safe(next.map((id, i) => reportRow(id, listed.upTo + i))));
  listed.upTo += next.length;
  more.hidden = !left;
  more.textContent = plural(left, 'more report');
  next.map(id => byId(`rep-${id}`)).forEach(details => {
    details.addEventListener('toggle', () => { if (details.open) fillReport(details); });
    if (details.open) fillReport(details);
  });
}
function findReports(words) {
  const wanted = words.trim().toLowerCase(), holds = report => [outletOf(report.id), report.title || '', report.text].some(text => text.toLowerCase().includes(wanted));
  const found = wanted ? view.reports.filter(id => holds(REPORT.get(id))) : view.reports;
  listReports(found);
  byId('found-reports').textContent = wanted ? plural(found.length, 'report') : '';
}
/* The row of a report, drawn now if it was not yet. */
function reportShown(id) {
  drawWaiting();
  if (!byId(`rep-${id}`) && view.inView.has(id)) {
    if (!listed.ids.includes(id)) { byId('find-report').value = ''; findReports(''); }
    moreReports(listed.ids.indexOf(id) - listed.upTo + 1);
  }
  return byId(`rep-${id}`);
}
/* Open a report at any words of it. */
function readWords(id, start, end) {
  const details = reportShown(id), report = REPORT.get(id);
  if (!details || !report) return;
  details.open = true;
  put($('.txt', details), html`${reportMeta(report)}${reportText(report, [{ start, end, name: 'sel' }])}`);
  ($('mark.sel', details) || details).scrollIntoView({ block: 'center' });
}
function readAt(claim) {                       // open a report at the words of a claim
  const details = reportShown(claim.report);
  if (!details) return;
  details.open = true;
  fillReport(details);
  $$('mark.sel').forEach(mark => mark.classList.remove('sel'));
  const marks = $$('mark[data-claims]', details).filter(mark => mark.dataset.claims.split(' ').includes(claim.id));
  marks.forEach(mark => mark.classList.add('sel'));
  (marks[0] || details).scrollIntoView({ block: 'center' });
}
