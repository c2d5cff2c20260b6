/* The matrix: rows are questions under their headings, columns reports or voices. */
const FIRST_ROWS = 30, FIRST_ROWS_OF_FEW = 60;     // rows at first: of many reports, of few
const shown = { status: '', rows: FIRST_ROWS };
const firstRows = () => (view.reports.length > FOLD_AT ? FIRST_ROWS : FIRST_ROWS_OF_FEW);

function drawMatrix() {
  shown.status = '';
  shown.rows = firstRows();
  $('.mhead h2').textContent = view.reports.length > 1 ? 'What each report says' : 'What the report says';
  const { findings, columns } = view;
  if (!findings.length) return put(body('matrix'), html`<p class="empty">No finding: no two reports answer the same question. The reports stand below, in full.</p>`);
  put(body('matrix'), html`<div class="mbar">${legend()}${filters(findings)}</div>
    <table class="mx${columns.length === 1 ? ' list' : ''}" data-s="--n:${columns.length}" role="grid" aria-label="Findings by report"><colgroup><col class="c0">${columns.map(() => html`<col>`)}</colgroup>
    <thead role="rowgroup">${columnHeads(columns)}</thead><tbody role="rowgroup"></tbody></table><button type="button" class="lnk more" id="more-rows" hidden></button>`);
  drawRows();
}
/* Where the window has become wider or narrower, so many voices stand abreast as it has room for now. */
function refold() {
  const columns = columnsOf(view);
  if (columns.length === view.columns.length) return;
  const { status, rows } = shown, opened = openedButton(), at = opened && [opened.closest('tr').dataset.finding, opened.dataset.column];
  view.columns = columns;
  drawMatrix();
  Object.assign(shown, { status, rows });
  const chosen = $(`[name=status][value="${status}"]`);
  if (chosen) chosen.checked = true;
  drawRows();
  const button = at && byId(at[0]) && ($$('.cell', byId(at[0])).find(cell => cell.dataset.column === at[1]) || $('.rh', byId(at[0])));
  if (button) openEvidence(button, true);
}
const LEGEND = [['agree', 'agrees'], ['compatible', 'compatible'], ['scope', 'other scope, or part of it'], ['update', 'older state'], ['conflict', 'conflicts'], ['silent', 'silent'], ['early', 'published before']];
function legend() {
  const items = LEGEND.map(([kind, words]) => html`<li class="${kind === 'conflict' ? 'cf' : ''}">${glyph(kind)}${words}</li>`);
  return html`<ul class="legend" aria-label="Relation to the leading answer">${items}<li><svg width="20" height="12" aria-hidden="true"><rect width="20" height="12" fill="url(#hatch)"/></svg>left out, though two others carry it</li></ul>`;
}
function filters(findings) {
  const options = [['', `all ${findings.length}`], ...STATUSES.map(status => [status, findings.filter(finding => finding.status === status).length]).filter(([, n]) => n).map(([status, n]) => [status, `${STATUS_WORDS[status] || status} ${n}`])];
  return html`<fieldset class="filter"><legend class="vh">Show findings</legend>${options.map(([status, words]) => html`<label><input type="radio" name="status" value="${status}"${status === '' && html` checked`}><span>${words}</span></label>`)}</fieldset>`;
}
/* The findings in sight: those of the chosen status; where they are many, the ones that ask for most attention. */
function rowsInSight() {
  const chosen = view.findings.filter(finding => !shown.status || finding.status === shown.status);
  if (chosen.length <= shown.rows) return { rows: chosen, left: 0 };
  const best = new Set([...chosen].sort((a, b) => rank(b) - rank(a)).slice(0, shown.rows));
  return { rows: chosen.filter(finding => best.has(finding)), left: chosen.length - shown.rows };
}
function drawRows() {
  const { rows, left } = rowsInSight();
  const markup = [];
  let heading = null;
  for (const finding of rows) {
    if (finding.group !== heading) {
      heading = finding.group;
      markup.push(html`<tr class="grp" role="row"><th colspan="${view.columns.length + 1}" role="rowheader" scope="rowgroup">${HEADINGS[heading] || heading}</th></tr>`);
    }
    markup.push(row(finding));
  }
  put($('.mx tbody'), markup);
  const more = byId('more-rows');
  more.hidden = !left;
  more.textContent = `${number(left)} more findings`;
  const first = $('.rh');
  if (first) focusable(first);
}
function row(finding) {
  const cells = view.columns.map(column => {
    const { kind, label, markup } = cell(finding, column);
    const name = kind === 'conflict' ? 'has-conflict' : kind === 'omits' ? 'omits' : '';
    return html`<td role="gridcell" class="${name}"><button type="button" class="cell" tabindex="-1" data-name="${column.name}" data-column="${column.id}" aria-expanded="false"${label && html` aria-label="${column.name}: ${label}"`}><span class="es">${markup}</span></button></td>`;
  });
  return html`<tr class="f" id="${finding.id}" role="row" data-finding="${finding.id}">${rowHead(finding)}${cells}</tr>`;
}
function rowHead(finding) {
  const { support } = finding;
  const aside = asideConflicts(finding), against = aside.length ? [] : finding.answers.map((answer, i) => ({ answer, kind: relationTo(finding, i).kind })).filter(({ kind }) => kind === 'conflict');
  const apart = aside.slice(0, 2).map(({ a, b }) => html`; <span class="ne">${shorten(valueOf(finding.answers[a]), 60)} ${glyph('conflict')} <span class="vh">conflicts with </span>${shorten(valueOf(finding.answers[b]), 60)}</span>`);
  const conflicts = against.slice(0, 3).map(({ answer }) => html` <span class="ne">${glyph('conflict')} <span class="vh">conflicts with </span>${shorten(valueOf(answer), 90)}</span>`);
  const bars = ['reports', 'outlets', 'texts', 'speakers'].map(key => html`<i data-s="height:${Math.min(20, support[key] * 4)}px"></i>`);
  return html`<th scope="row" role="rowheader"><button type="button" class="rh" tabindex="-1" aria-expanded="false"><span class="no">${numberOf.get(finding.id)}</span><span><span class="q">${questionOf(finding)}</span><span class="a">${shorten(valueOf(finding.answers[0]), 140)}${conflicts}${apart}</span><span class="s"><b class="${finding.status}">${STATUS_WORDS[finding.status] || finding.status}</b> · ${supportInWords(support)}</span></span><span class="spark" aria-hidden="true" title="reports, outlets, texts, speakers">${bars}</span></button></th>`;
}
