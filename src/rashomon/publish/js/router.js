/* The address says what is in sight: #story/ID, #FINDING, #FINDING/COLUMN, #rep-REPORT, #section. */
const SECTIONS = { matrix: 'Matrix', figures: 'Figures', days: 'Days', course: 'Course', lineage: 'Lineage', wording: 'Wording', statements: 'Statements', places: 'Places', gaps: 'Gaps', judgements: 'Judgements', reports: 'Reports' };
const DRAW = { head: drawHead, matrix: drawMatrix, figures: drawFigures, days: drawDays, course: drawCourse, lineage: drawLineage, wording: drawWording, statements: drawStatements, places: drawPlaces, gaps: drawGaps, judgements: drawJudgements, reports: drawReports };
const here = section => (STORY.size > 1 && view ? `#story/${view.story.id}/${section}` : `#${section}`);
const address = hash => history.replaceState(null, '', hash);

function showStory(id) {
  if (view?.story.id === id) return;
  openStory(id);
  byId('stories').hidden = true;
  $$('[data-view]').forEach(section => { section.hidden = false; });
  for (const draw of Object.values(DRAW)) draw();
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
  $$('[data-view]').forEach(section => { section.hidden = true; });
  byId('stories').hidden = false;
  document.title = `${$('#stories h1').textContent} · Rashomon`;
  drawToc();
  const list = body('stories');
  if (!STORY.size) return put(list, html`<p class="empty">${RECORD.rejected.length ? 'Each input was rejected:' : 'There was no input.'}</p><ul class="plain">${RECORD.rejected.map(({ source, error }) => html`<li><b>${source}</b> ${error}</li>`)}</ul>`);
  put(list, html`<ol class="stories"></ol>${rejectedLine()}`);
  inParts($('.stories'), [...STORY.values()].sort((a, b) => b.reports.length - a.reports.length), 60, storyRow);
  return undefined;
}
const rejectedLine = () => RECORD.rejected.length > 0 && html`<p class="note">${plural(RECORD.rejected.length, 'input')} could not be read:</p><ul class="plain">${RECORD.rejected.slice(0, 50).map(({ source, error }) => html`<li><b>${source}</b> ${error}</li>`)}</ul>`;
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
drawBadge();
drawExport();
go();
performance.mark('drawn');                    // for those who measure how long it takes
