/* The address says what is in sight: #story/ID, #FINDING, #FINDING/COLUMN, #rep-REPORT, #section. */
const SECTIONS = { matrix: 'Matrix', figures: 'Figures', days: 'Days', course: 'Course', lineage: 'Lineage', wording: 'Wording', statements: 'Statements', places: 'Places', gaps: 'Gaps', judgements: 'Judgements', reports: 'Reports' };
const DRAW = { head: drawHead, matrix: drawMatrix, figures: drawFigures, days: drawDays, course: drawCourse, lineage: drawLineage, wording: drawWording, statements: drawStatements, places: drawPlaces, gaps: drawGaps, judgements: drawJudgements, reports: drawReports };
const here = section => (STORY.size > 1 && view ? `#story/${view.story.id}/${section}` : `#${section}`);
const address = hash => history.replaceState(null, '', hash);

/* Head and matrix are drawn at once; of many reports, the other sections follow one by one, so that the page answers in between. */
const waiting = [];
function drawNext() {
  if (waiting.length) DRAW[waiting.shift()]();
  if (!waiting.length) return drawToc();
  return setTimeout(drawNext);
}
function drawWaiting() {
  while (waiting.length) DRAW[waiting.shift()]();
}
function showStory(id) {
  if (view?.story.id === id) return;
  openStory(id);
  byId('stories').hidden = true;
  $$('[data-view]').forEach(section => { section.hidden = false; });
  const [head, matrix, ...others] = Object.keys(DRAW);
  waiting.splice(0, Infinity, ...others);
  DRAW[head]();
  DRAW[matrix]();
  if (view.reports.length <= BY_DAY_AT) drawWaiting();
  else setTimeout(drawNext);
  drawToc();
  document.title = `${view.story.title} · Rashomon`;
  scrollTo(0, 0);
}
function drawToc() {
  const seen = Object.entries(SECTIONS).filter(([section]) => view && !byId(section).hidden);
  put(byId('toc'), seen.map(([section, name]) => html`<a href="${here(section)}">${name}</a>`));
  $('.mark').setAttribute('href', view ? here('head') : '#');
}
function showStories() {
  view = null;
  waiting.length = 0;
  $$('[data-view]').forEach(section => { section.hidden = true; });
  byId('stories').hidden = false;
  document.title = `${$('#stories h1').textContent} · Rashomon`;
  drawToc();
  const list = body('stories');
  if (!STORY.size) return put(list, html`<p class="empty">${RECORD.rejected.length ? 'Each input was rejected:' : 'There was no input.'}</p><ul class="plain">${RECORD.rejected.map(each => html`<li>${rejectedWords(each)}</li>`)}</ul>`);
  put(list, html`<ol class="stories"></ol>${rejectedLine()}`);
  inParts($('.stories'), [...STORY.values()].sort((a, b) => b.reports.length - a.reports.length), 60, storyRow);
  return undefined;
}
const rejectedLine = () => RECORD.rejected.length > 0 && html`<p class="note">${plural(RECORD.rejected.length, 'input')} could not be read:</p><ul class="plain">${RECORD.rejected.slice(0, 50).map(each => html`<li>${rejectedWords(each)}</li>`)}</ul>`;
function storyRow(story) {
  const findings = FINDINGS_OF.get(story.id) || [], contested = findings.filter(finding => finding.status === 'contested');
  const reports = story.reports.filter(id => REPORT.has(id)).map(id => REPORT.get(id));
  const counts = [[reports.length, 'report'], [distinct(reports.map(report => report.outlet ?? null)).length, 'outlet'], [distinct(reports.map(report => report.voice)).length, 'text origin']];
  const places = (story.places || []).filter(id => ENTITY.has(id)).slice(0, 4).map(id => ENTITY.get(id).name);
  return html`<li><h2><a href="#story/${story.id}"><bdi>${story.title}</bdi></a></h2><p class="when"><b>${daysInWords(story)}</b>${places.length > 0 && ` · ${places.join(', ')}`}</p><p class="note">${join(counts.map(([n, noun]) => plural(n, noun)), ' → ')} · ${plural(findings.length, 'finding')}</p>${contested.length > 0 && html`<p class="tally dis"><span class="cf">${glyph('conflict')} In dispute</span> ${contested.slice(0, 3).map(finding => html`<a href="#${finding.id}">${questionOf(finding)}</a> `)}</p>`}</li>`;
}

/* A finding that is not in sight (filtered, or beyond the first rows) is brought there. */
function showFinding(finding, columnId) {
  shown.status = '';
  const all = $('[name=status][value=""]');
  if (all) all.checked = true;
  if (!byId(finding.id)) shown.also = finding.id;
  closeEvidence();
  drawRows();
  const row = byId(finding.id);
  if (!row) return;
  const column = columnId && (view.columns.find(candidate => candidate.id === columnId) || columnOf(columnId));
  const button = (column && $$('.cell', row).find(candidate => candidate.dataset.column === column.id)) || $('.rh', row);
  openEvidence(button, true);
  button.focus({ preventScroll: true });
  const scroll = () => scrollTo({ top: row.getBoundingClientRect().top + scrollY - ($('.mx .names').offsetHeight + 14), behavior: 'instant' });
  scroll();
  document.fonts?.ready.then(() => setTimeout(scroll, 60));
}
/* What has this id, also where it stands in a part that is folded away. */
function bring(id) {
  if (id) drawWaiting();
  const found = byId(id), folded = found?.closest('details:not(.rep, .menu)');
  if (folded) folded.open = true;
  found?.scrollIntoView();
}
function go() {
  const hash = decodeURIComponent(location.hash.slice(1)), [first, second, third] = hash.split('/');
  if (FINDING.has(first)) {
    if (!STORY.has(FINDING.get(first).story)) return;
    showStory(FINDING.get(first).story);
    showFinding(FINDING.get(first), second);
  } else if (hash.startsWith('rep-') && REPORT.has(hash.slice(4))) {
    const id = hash.slice(4);
    showStory(view?.inView.has(id) ? view.story.id : REPORT.get(id).story);
    const details = reportShown(id);
    if (!details) return;
    details.open = true;
    fillReport(details);
    details.scrollIntoView();
  } else if (first === 'story' && STORY.has(second)) {
    showStory(second);
    bring(third);
  } else if (STORY.size === 1) {
    showStory(STORY.keys().next().value);
    if (first) bring(first);
  } else if (!view || first === 'stories' || !first) showStories();
  else bring(first);
}
listen();
drawExport();
go();
performance.mark('interactive');              // for those who measure how long it takes: what is in sight stands and answers
(function check() {
  if (waiting.length) return setTimeout(check, 4);
  drawBadge();
  document.documentElement.dataset.drawn = '';
  return performance.mark('drawn');           // all sections stand, and the check is made
})();
