/* Evidence opens under its row: the paragraph, its sentence tinted, the answering words underlined; who, when, relation. */
const MOST_LINKS = 4, LONG = 720, AROUND = 260, FIRST_EVIDENCE = 12;

function chain(claim) {
  const links = [html`<a href="#rep-${claim.report}"><bdi>${outletOf(claim.report)}</bdi></a>${latinBehind(outletOf(claim.report))}`];
  const own = ownVoice(claim.report), origin = claim.origin && claim.origin !== REPORT.get(claim.report).voice ? voiceName(claim.origin) : null;
  if (own) links.push(html`<a href="${here('lineage')}">${own}</a>`);
  if (origin && origin !== own) links.push(html`<a href="${here('lineage')}">${origin}</a>`);
  for (const link of claim.attribution) {
    if (link.voice && [own, origin].includes(voiceName(link.voice))) continue;
    links.push(link.voice ? html`<a href="#sp-${link.voice}" title="${link.name}">${linkName(link)}</a>` : html`<span class="un">unnamed (“<bdi>${link.name}</bdi>”)</span>`);
  }
  if (!claim.attribution.length) links.push(html`<span class="un">no source named</span>`);
  const folded = links.length > MOST_LINKS, middle = i => folded && i > 0 && i < links.length - 1;
  const items = links.map((link, i) => html`<li class="${middle(i) && 'mid'}">${link}</li>`);
  if (folded) items.splice(1, 0, html`<li class="dotted"><button type="button" class="un whole-chain" aria-label="show ${links.length - 2} more links of the chain">… ${links.length - 2} more</button></li>`);
  return html`<ul class="chips${folded && ' cutoff'}">${items}</ul>`;
}
/* The paragraph around the sentence; a very long one is cut to what stands near, the whole on request. */
function quotation(entry) {
  const { claim, words } = entry;
  const [start, end] = paragraphAt(claim.report, claim.start);
  const marks = [{ start: claim.start, end: claim.end, name: 'se' }, { start: words.start, end: words.end, name: 'fo' }];
  const last = Math.max(end, claim.end), long = end - start > LONG;
  const from = long ? wordEdge(claim.report, Math.max(start, claim.start - AROUND), start) : start;
  const to = long ? Math.min(last, wordEdge(claim.report, Math.max(claim.end, words.end) + AROUND, last)) : last;
  const quote = (a, b, name) => html`<blockquote class="${name}" dir="auto" lang="${REPORT.get(claim.report).language}">${a > start && '… '}${marked(claim.report, a, b, marks)}${b < last && ' …'}</blockquote>`;
  if (from === start && to === last) return quote(start, last, '');
  return html`<div class="clamp">${quote(from, to, 'part')}${quote(start, last, 'all')}<button type="button" class="lnk clamps" aria-expanded="false">more of the paragraph</button></div>`;
}
/* The next edge of a word from an offset on, so that a cut never splits one; an edge of the paragraph is one. */
function wordEdge(id, offset, edge) {
  if (offset === edge || offset >= lengthOf(id)) return offset;
  const space = cut(id, offset, offset + 40).search(/\s/);
  return space < 0 ? offset : offset + space + 1;
}
function unclamp(button) {
  const open = button.parentElement.classList.toggle('open');
  button.setAttribute('aria-expanded', open);
  button.textContent = open ? 'less' : 'more of the paragraph';
}
function figureInWords(figure) {
  const unit = figure.unit && !['persons', 'person', 'people'].includes(figure.unit) ? ` ${figure.unit}` : '';
  const { low, best, high } = figure;
  const has = value => value !== null && value !== undefined;
  let range = 'no number given';
  if (has(low) && has(high)) range = low === high ? number(low) : `${number(low)} to ${number(high)}${has(best) ? `, best ${number(best)}` : ''}`;
  else if (has(low)) range = low === best ? `${number(low)} or more` : figure.approximate ? `${number(low)} at the least` : `more than ${number(low)}`;
  else if (has(high)) range = `up to ${number(high)}`;
  else if (has(best)) range = number(best);
  return html`${figure.approximate && 'about '}${range}${unit} <span class="small">from “<bdi>${figure.text}</bdi>”</span>`;
}
/* Entries that are one text, word for word: the first of them, with the others beside it. */
function oncePerText(entries) {
  const key = ({ i, claim }) => JSON.stringify([i, claim.quote.replace(/\s+/g, ' '), chainInWords(claim)]);
  return [...group(entries, key).values()].map(([first, ...others]) => ({ ...first, copies: others.filter(other => other.claim.report !== first.claim.report) }));
}
function copiesOf({ copies = [] }) {
  const links = copies.map(({ claim }) => html`<a href="#rep-${claim.report}" data-read="${claim.id}">${reportLabel(claim.report)}</a>`);
  if (!links.length) return '';
  const words = html`in the same words: ${join(links.slice(0, 6), ', ')}`;
  return links.length > 6 ? html`<details class="by copies"><summary>${words} and ${links.length - 6} more</summary>${join(links.slice(6), ', ')}</details>` : html`<p class="by copies">${words}</p>`;
}
function evidence(finding, entry) {
  const { claim } = entry, report = REPORT.get(claim.report), url = web(report.url);
  const statement = claim.statement && (claim.statement.direct ? ', direct speech' : ', reported speech');
  const places = (claim.places || []).filter(id => ENTITY.has(id)).map(id => ENTITY.get(id).name);
  return html`<div class="ev1"><div>${quotation(entry)}<p class="by"><bdi>${outletOf(claim.report)}</bdi>${ratingOf(claim.report)}, characters ${number(claim.start)}–${number(claim.end)} · <a href="#rep-${claim.report}" data-read="${claim.id}">read in full</a>${url && html` · <a href="${url}" rel="noopener noreferrer nofollow">at its source</a>`}${DESK !== null && html` · ${judge('claim', claim.id)}`}</p>${copiesOf(entry)}</div>
    <div><dl class="kv"><dt>Who says so</dt><dd>${chain(claim)}</dd>
    <dt>When</dt><dd>${claim.date ? html`${daysInWords(claim.date)}${claim.date.text && html` <span class="small">from “<bdi>${claim.date.text}</bdi>”</span>`}` : 'not dated by the report'}</dd>
    ${places.length > 0 && html`<dt>Where</dt><dd>${places.join(', ')}</dd>`}
    <dt>Standing</dt><dd>${STANDING[claim.modality] || claim.modality}${statement}</dd>
    ${claim.figure && html`<dt>Figure</dt><dd>${figureInWords(claim.figure)}${claim.as_of && html`, as of ${daysInWords(claim.as_of)}`}</dd>`}
    <dt>Relation</dt><dd class="${entry.kind === 'conflict' ? 'cf' : ''}">${glyph(MARKS[entry.kind] || 'scope')} ${entry.i === 0 ? 'stands for the leading answer' : RELATIONS[entry.kind] || entry.kind}. ${withDays(entry.why)}</dd>${judgedLines(claim)}${machineLine(claim)}</dl>${acts('claim', claim)}</div></div>`;
}
function silence(finding, column) {
  const kind = quiet(finding, column.reports), others = distinct(finding.answers.flatMap(answer => answer.reports)).length;
  const why = { early: `It was published before ${daysInWords(finding.answers[0].date)}.`, omits: `${plural(others, 'other report')} of other voices say it, and it was published after they could be known.`, silent: others === 1 ? 'Only one other report does.' : `${plural(others, 'other report')} do.` }[kind];
  const answers = finding.answers.map(answer => html`<dt>${shorten(valueOf(answer), 120)}</dt><dd>${andMore(distinct(answer.reports.map(outletOf)), 4)}</dd>`);
  return html`<div class="ev1"><div><p class="says-nothing">${labelOf(column)} says nothing on this. ${why}${column.kind === 'report' && html` <a href="#rep-${column.id}">Read it in full</a>`}</p></div><div><dl class="kv said">${answers}</dl></div></div>`;
}
function openedButton() { return $('.mx [aria-expanded=true]'); }
function closeEvidence(focus) {
  const opened = $('.mx tr.ev'), button = openedButton();
  if (!opened) return;
  opened.previousElementSibling?.classList.remove('open');
  opened.remove();
  button?.setAttribute('aria-expanded', 'false');
  if (focus) button?.focus();
}
function openEvidence(button, still) {
  const again = button === openedButton();
  closeEvidence();
  if (again) return address(here('matrix'));
  const row = button.closest('tr'), finding = FINDING.get(row.dataset.finding);
  const column = view.columns.find(candidate => candidate.id === button.dataset.column);
  const entries = column ? entriesIn(finding, column.reports) : entriesOf(finding);
  row.after(evidenceRow(finding, column, entries));
  row.classList.add('open');
  button.setAttribute('aria-expanded', 'true');
  address(`#${finding.id}${column ? `/${column.id}` : ''}`);
  byId('live').textContent = 'Evidence opened below the row';
  const opened = row.nextElementSibling.getBoundingClientRect();
  if (!still && opened.bottom > innerHeight) scrollBy({ top: Math.min(opened.bottom - innerHeight + 16, row.getBoundingClientRect().top - $('.mx .names').offsetHeight - 8) });
}
function evidenceRow(finding, column, entries) {
  const row = document.createElement('tr');
  row.className = 'ev';
  row.setAttribute('role', 'row');
  const copies = column ? '' : html`<h3>All the evidence</h3>`;
  put(row, html`<td role="gridcell" colspan="${view.columns.length + 1}"><div class="evi" role="region" aria-label="Evidence"><div class="eh">${column ? html`<h3>${labelOf(column)}</h3>` : copies}<p class="note">${withDays(finding.why)}</p><span class="small">${supportInWords(finding.support)}</span>${judge('finding', finding.id)}${judgedOn(finding).length > 0 && html`<dl class="kv">${judgedLines(finding)}</dl>`}${acts('finding', finding)}${series(finding)}${estimates(finding)}</div><div><div class="list"></div>${!column && rejectedList(finding)}</div><button type="button" class="close">Close</button></div></td>`);
  if (entries.length) inParts($('.list', row), oncePerText(entries), FIRST_EVIDENCE, entry => evidence(finding, entry));
  else put($('.list', row), silence(finding, column));
  return row;
}
function estimates(finding) {
  const rules = Object.entries(finding.estimates || {});
  return rules.length > 0 && html`<dl class="est-list">${rules.map(([rule, estimate]) => html`<dt>${RULES[rule] || rule}</dt><dd title="${withDays(estimate.why)}">${estimateInWords(estimate)}</dd>`)}</dl>`;
}
/* How the number went: each distinct point by the day up to which it counts, else of publication; struck through where it was taken back. */
const MOST_POINTS = 14;
function series(finding) {
  const seen = new Set(), points = (finding.series || []).filter(point => CLAIM.has(point.claim)).map(point => {
    const report = CLAIM.get(point.claim).report, day = dayOf(point.as_of?.end || point.as_of?.start || point.published || '');
    return { ...point, report, day, key: [day, point.value, outletOf(report), point.speaker].join('|') };
  }).filter(({ key }) => !seen.has(key) && seen.add(key));
  const named = ({ report, speaker }) => [outletOf(report), speaker && !/^(it|he|she|they|who)$/i.test(speaker) && speaker].filter(Boolean).join(', from ');
  const gone = ({ withdrawn: { claim, start, end } }) => `Taken back: “${cut(CLAIM.get(claim).report, start, end)}” (${outletOf(CLAIM.get(claim).report)})`;
  const value = point => (point.withdrawn && CLAIM.has(point.withdrawn.claim) ? html`<s title="${gone(point)}">${point.value}</s>` : point.value);
  return points.length > 1 && html`<dl class="est-list series">${points.slice(0, MOST_POINTS).map(point => html`<dt>${point.day ? dayInWords(point.day) : 'undated'}</dt><dd>${value(point)} ${named(point)}${point.repeats_withdrawn && html`, <b>repeated though withdrawn</b>`}</dd>`)}${points.length > MOST_POINTS && html`<dt></dt><dd>and ${points.length - MOST_POINTS} more, in the record</dd>`}</dl>`;
}
