/* The matrix: rows are questions under their headings, columns reports or voices. */
const FIRST_ROWS = 30, FIRST_ROWS_OF_FEW = 60;     // rows at first: of many reports, of few
const shown = { status: '', rows: FIRST_ROWS, order: 'heading', from: 0, unfolded: null, also: null };
const fresh = () => ({ status: '', rows: firstRows(), order: usualOrder(view.reports.length), from: 0, unfolded: null, also: null });
const firstRows = () => (view.reports.length > FOLD_AT ? FIRST_ROWS : FIRST_ROWS_OF_FEW);
const INTRO = {
  one: 'Each question that the report answers, with its own words and who it has them from; where no name stands there, it says so in its own voice. Open a line for its sentence.',
  few: 'A row is a question, a column a report. Each cell holds that report’s own words and, under them, who it has them from; where no name stands there, the report says it in its own voice. The row head gives the best supported answer. Open a cell for its sentence.',
  many: 'A row is a question, a column a text and all the reports that carry it. A cell holds their own words, and how many of them say so. The row head gives the best supported answer. Open a cell for its sentences, a column for its reports.',
};

function drawMatrix() {
  const { findings, columns, reports } = view, size = reports.length === 1 ? 'one' : reports.length > FOLD_AT ? 'many' : 'few';
  $('.mhead h2').textContent = size === 'one' ? 'What the report says' : 'What each report says';
  $('.mhead .note').textContent = INTRO[size];
  if (!findings.length) return put(body('matrix'), html`<p class="empty">${size === 'one' ? 'No finding: the report answers no question that this record could put.' : 'No finding: no two reports answer the same question.'} ${size === 'one' ? 'It stands' : 'The reports stand'} below, in full.</p>`);
  put(body('matrix'), html`<div class="mbar">${size !== 'one' && legend()}${filters(findings)}${size !== 'one' && orders()}</div>${unfoldedNote()}${stepNote(columns)}
    <table class="mx${size === 'one' ? ' list' : ''}${columns.length > 7 ? ' dense' : ''}" data-s="--n:${columns.length}" role="grid" aria-label="Findings by report"><colgroup><col class="c0">${columns.map(() => html`<col>`)}</colgroup>
    <thead role="rowgroup" class="${size === 'one' && 'vh'}">${columnHeads(columns)}</thead><tbody role="rowgroup"></tbody></table><button type="button" class="lnk more" id="more-rows" hidden></button>`);
  drawRows();
}
/* Where the heads of the columns have no room, on a phone: which texts stand in the rows, and the next ones. */
function stepNote(columns) {
  const rest = columns.at(-1);
  return rest.kind === 'rest' && (rest.next > 0 || rest.from > 0) && html`<p class="note narrow-only">${plural(columns.length - 1, 'text')} in each row, ${rest.name} together. <button type="button" class="lnk" data-from="${rest.next > 0 ? rest.from + rest.most : 0}">${rest.next > 0 ? `Show the next ${rest.next}` : 'Back to the first'}</button></p>`;
}
function unfoldedNote() {
  const voice = shown.unfolded && VOICE.has(shown.unfolded) && voiceName(shown.unfolded);
  return voice && html`<p class="note unfolded">The reports that carry the text of <b>${voice}</b>, one by one. <button type="button" class="lnk" data-unfold="">Back to all voices</button></p>`;
}
/* Columns anew, with the state of the rows kept; what was open is opened again where it still stands. */
function refold(resized) {
  const columns = columnsOf(view);
  if (resized && columns.length === view.columns.length) return;
  const opened = openedButton(), at = opened && [opened.closest('tr').dataset.finding, opened.dataset.column];
  view.columns = columns;
  drawMatrix();
  const button = at && byId(at[0]) && ($$('.cell', byId(at[0])).find(cell => cell.dataset.column === at[1]) || $('.rh', byId(at[0])));
  if (button) openEvidence(button, true);
}
const LEGEND = [['agree', 'agrees'], ['compatible', 'compatible'], ['scope', 'other scope, or part of it'], ['update', 'older or newer state'], ['conflict', 'conflicts'], ['silent', 'silent'], ['early', 'published before']];
function legend() {
  const items = LEGEND.map(([kind, words]) => html`<li class="${kind === 'conflict' ? 'cf' : ''}">${glyph(kind)}${words}</li>`);
  return html`<ul class="legend" aria-label="Relation to the leading answer">${items}<li><svg width="20" height="12" aria-hidden="true"><rect width="20" height="12" fill="url(#hatch)"/></svg>left out, though two others carry it</li></ul>`;
}
function filters(findings) {
  const options = [['', `all ${findings.length}`], ...STATUSES.map(status => [status, findings.filter(finding => finding.status === status).length]).filter(([, n]) => n).map(([status, n]) => [status, `${STATUS_WORDS[status] || status} ${n}`])];
  return options.length > 2 && html`<fieldset class="filter"><legend class="vh">Show findings</legend>${options.map(([status, words]) => html`<label><input type="radio" name="status" value="${status}"${status === shown.status && html` checked`}><span>${words}</span></label>`)}</fieldset>`;
}
function orders() {
  return html`<fieldset class="filter orders"><legend class="vh">Order of the rows</legend>${Object.entries(ORDERS).map(([order, [words]]) => html`<label><input type="radio" name="order" value="${order}"${order === shown.order && html` checked`}><span>${words}</span></label>`)}</fieldset>`;
}
/* The findings in sight: those of the chosen status; where they are many, the ones that ask for most attention. */
function rowsInSight() {
  const chosen = ORDERS[shown.order][2](view.findings.filter(finding => !shown.status || finding.status === shown.status));
  if (chosen.length <= shown.rows) return { rows: chosen, left: 0 };
  const best = new Set([...chosen].sort((a, b) => rank(b) - rank(a)).slice(0, shown.rows)), rows = chosen.filter(finding => best.has(finding) || finding.id === shown.also);
  return { rows, left: chosen.length - rows.length };
}
function drawRows() {
  const { rows, left } = rowsInSight();
  const under = ORDERS[shown.order][1], markup = [...group(rows, under)].map(([heading, members]) => [html`<tr class="grp" role="row"><th colspan="${view.columns.length + 1}" role="rowheader" scope="rowgroup">${heading}</th></tr>`, members.map(row)]);
  put($('.mx tbody'), markup);
  const more = byId('more-rows');
  more.hidden = !left;
  more.textContent = plural(left, 'more finding');
  const first = $('.rh');
  if (first) focusable(first);
}
function row(finding) {
  const cells = view.columns.map(column => {
    const { kind, label, markup } = cell(finding, column);
    const name = kind === 'conflict' ? 'has-conflict' : kind === 'omits' ? 'omits' : '';
    return html`<td role="gridcell" class="${name}"><button type="button" class="cell" tabindex="-1" data-name="${labelOf(column)}" data-column="${column.id}" aria-expanded="false"${label && html` aria-label="${labelOf(column)}: ${label}"`}><span class="es">${markup}</span></button></td>`;
  });
  return html`<tr class="f" id="${finding.id}" role="row" data-finding="${finding.id}">${rowHead(finding)}${cells}</tr>`;
}
function rowHead(finding) {
  const { support } = finding;
  const aside = asideConflicts(finding), against = aside.length ? [] : finding.answers.map((answer, i) => ({ answer, kind: relationTo(finding, i).kind })).filter(({ kind }) => kind === 'conflict');
  const apart = aside.slice(0, 2).map(({ a, b }) => html`; <span class="ne">${shorten(valueOf(finding.answers[a]), 60)} ${glyph('conflict')} <span class="vh">conflicts with </span>${shorten(valueOf(finding.answers[b]), 60)}</span>`);
  const conflicts = against.slice(0, 3).map(({ answer }) => html` <span class="ne">${glyph('conflict')} <span class="vh">conflicts with </span>${shorten(valueOf(answer), 90)}</span>`);
  const bars = ['reports', 'outlets', 'texts', 'speakers'].map(key => html`<i data-s="height:${Math.min(20, support[key] * 4)}px"></i>`);
  return html`<th scope="row" role="rowheader"><button type="button" class="rh" tabindex="-1" aria-expanded="false"><span class="no">${numberOf.get(finding.id)}</span><span><span class="q">${questionOf(finding)}</span><span class="a">${shorten(valueOf(finding.answers[0]), 140)}${conflicts}${apart}</span><span class="s${view.reports.length === 1 && ' vh'}">${shown.order !== 'heading' && `${HEADINGS[finding.group] || finding.group} · `}<b class="${finding.status}">${STATUS_WORDS[finding.status] || finding.status}</b> · ${supportInWords(support)}</span>${headJudged(finding)}</span>${view.reports.length > 1 && html`<span class="spark" aria-hidden="true" title="reports, outlets, texts, speakers">${bars}</span>`}</button></th>`;
}
/* What persons said of a finding, in its head; claims that were rejected, by number. */
function headJudged(finding) {
  const gone = rejectedOf(finding).length;
  return html`${judgedMark([finding], true)}${gone > 0 && html`<span class="jds"><span class="jd">${plural(gone, 'claim')} rejected by a person</span></span>`}`;
}
