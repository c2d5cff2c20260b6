/* Gaps: what the record does not know, whom it rests on alone, and what could not be read at all. */
const FIRST_GAPS = 6;
const inOutlet = id => html` <span class="small">${outletOf(id)}</span>`;
const findingLink = finding => html`<a href="#${finding.id}">${numberOf.get(finding.id)}</a> ${questionOf(finding)}`;

const findingNumber = id => numberOf.has(id) && html`<a href="#${id}">${numberOf.get(id)}</a> `;

/* What a finding with one voice rests on: its report, or the one speaker whom several repeat. */
function onWhom({ support, answers: [{ reports }] }) {
  if (support.reports > 1) return html` <span class="small">${plural(support.reports, 'report')}, ${support.texts > 1 ? 'one speaker' : 'one text'}</span>`;
  return reports[0] && REPORT.has(reports[0]) && inOutlet(reports[0]);
}
const oncePerWords = (claims, words) => [...group(claims, claim => `${claim.report} ${words(claim)}`).values()].map(([claim]) => claim);
/* A list's title, of one entry and of several. */
const titled = (title, n) => title.split('|')[n === 1 ? 0 : 1];

function gapList() {
  const { findings, claims, reports } = view, rows = reports.map(id => REPORT.get(id));
  const nobody = claim => !claim.attribution.length || claim.attribution.at(-1).type === 'unnamed' || !claim.attribution.at(-1).voice;
  const omitted = [...view.omissions].filter(([, ids]) => ids.size).sort((a, b) => b[1].size - a[1].size);
  const told = (...kinds) => (RECORD.gaps || []).filter(gap => gap.story === view.story.id && kinds.includes(gap.kind)).map(gap => html`${gap.kind === 'unheard' && findingNumber(gap.on[0])}${gap.text}`);
  return [
    ['question that no report answers|questions that no report answers', told('unanswered')],
    ['party that is blamed and not heard|parties that are blamed and not heard', told('unheard')],
    ['language missing|languages missing', told('language-missing', 'language-unread')],
    ['finding with one voice|findings with one voice', findings.filter(finding => finding.status === 'single').map(finding => html`${findingLink(finding)}${onWhom(finding)}`)],
    ['figure without a named source|figures without a named source', oncePerWords(claims.filter(claim => claim.figure && nobody(claim)), claim => claim.figure.text).map(claim => html`“${shorten(claim.figure.text, 92)}”${inOutlet(claim.report)}`)],
    ['event or figure that its report does not date|events and figures that their report does not date', oncePerWords(claims.filter(claim => !claim.date && claim.kind !== 'statement'), claim => claim.quote).map(claim => html`“${shorten(claim.quote, 92)}”${inOutlet(claim.report)}`)],
    ['time word without a day|time words without a day', reports.flatMap(id => (TIMES_OF.get(id) || []).filter(time => !time.date && !time.duration && !time.set)).map(time => html`“${cut(time.report, time.start, time.end)}”${inOutlet(time.report)}`)],
    ['omission|omissions', omitted.map(([id, ids]) => html`${outletOf(id)} leaves out ${join([...ids].filter(each => numberOf.has(each)).sort((a, b) => numberOf.get(a) - numberOf.get(b)).slice(0, 30).map(each => html`<a href="#${each}">${numberOf.get(each)}</a>`), ', ')}`), omitted.reduce((sum, [, ids]) => sum + ids.size, 0)],
    ['doubt about the reports themselves|doubts about the reports themselves', rows.flatMap(doubts)],
    ['problem that a stage met|problems that a stage met', RECORD.problems.filter(problem => !problem.report || view.inView.has(problem.report)).map(problem => html`${withDays(problem.message)} <span class="small">${[problem.stage, problem.report && REPORT.has(problem.report) && outletOf(problem.report), problem.where].filter(Boolean).join(', ')}</span>`)],
    ['input that could not be read|inputs that could not be read', RECORD.rejected.map(rejectedWords)],
  ].filter(([, items]) => items.length);
}
/* An input that could not be read, and why; the reason often begins with its name. */
const rejectedWords = ({ source, error }) => html`<b>${source}</b> ${error.startsWith(source) ? error.slice(source.length).trim() : error}`;
function doubts(report) {
  const name = outletOf(report.id);
  return [
    report.dated_by === 'story' && `${name} carries no date: ${dayInWords(report.published)} is inferred from the other reports.`,
    !report.published && `${name} carries no date, and none could be inferred.`,
    report.modified && report.published && dayOf(report.modified) !== dayOf(report.published) && `${name} was changed on ${dayInWords(report.modified)}: its text may not be that of ${dayInWords(report.published)}.`,
    !report.outlet && `No outlet could be told for ${file(report.source)}.`,
    !report.title && `No headline was found in ${name}.`,
  ].filter(Boolean).map(words => html`${words}`);
}
function emptySections() {
  return [[byId('figures').hidden, 'No figure: no report gives a number that this record could read.'], [byId('places').hidden, 'No place: no report names one that this record could read.'], [!view.timeline.length, 'No day: nothing is dated.'], [!view.frames.length, 'No difference of wording was found.']]
    .filter(([empty]) => empty).map(([, words]) => html`${words}`);
}
function drawGaps() {
  const lists = gapList(), missing = emptySections();
  if (missing.length) lists.push(['section left out or empty|sections left out or empty', missing]);
  put(body('gaps'), lists.length ? lists.map(([title, items, count]) => html`<div><h3><b>${number(count ?? items.length)}</b>${titled(title, count ?? items.length)}</h3><ul>${items.slice(0, FIRST_GAPS).map(item => html`<li>${item}</li>`)}${items.length > FIRST_GAPS && html`<li><details><summary>and ${items.length - FIRST_GAPS} more</summary>${items.slice(FIRST_GAPS, 300).map(item => html`<p>${item}</p>`)}${items.length > 300 && html`<p>The rest stands in the record.</p>`}</details></li>`}</ul></div>`) : html`<p class="empty">Nothing is known to be missing.</p>`);
}
