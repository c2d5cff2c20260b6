/* The columns of the matrix: reports while they are few, else the voices that carry most, and the rest as one. */
function columnsOf({ reports }) {
  if (reports.length <= FOLD_AT) return reports.map(reportColumn);
  const voices = voicesByWeight(), most = mostColumns(), unfolded = voices.find(voice => voice.id === shown.unfolded);
  const all = unfolded ? unfolded.reports.map(reportColumn) : voices;
  const from = Math.min(shown.from, Math.max(0, all.length - 1)), abreast = all.length <= most + 2 ? all : all.slice(from, from + most);
  const left = voices.filter(voice => voice !== unfolded && !abreast.includes(voice)), own = unfolded ? unfolded.reports.filter(id => !abreast.some(column => column.id === id)) : [];
  const rest = [...own, ...left.flatMap(voice => voice.reports)];
  if (!rest.length) return neighbours(abreast);
  return [...unfolded ? abreast : neighbours(abreast), { id: 'rest', reports: rest, name: unfolded && own.length ? 'all others' : `${plural(left.length, 'other voice')}`, kind: 'rest', next: (unfolded ? own : left).length ? Math.min(most, all.length - from - abreast.length) : 0, from, most }];
}
const reportColumn = id => ({ id, reports: [id], name: outletOf(id), kind: 'report', label: reportLabel(id) });
const labelOf = column => column.label || column.name;   // its name; with its days where another has the same
/* Voices, those first that have most reports and answer most findings. */
function voicesByWeight() {
  const carried = new Map();                   // voice → number of findings that one of its reports answers
  for (const finding of view.findings) {
    const answering = finding.answers.flatMap(answer => answer.reports).filter(id => REPORT.has(id));
    for (const voice of new Set(answering.map(id => REPORT.get(id).voice))) carried.set(voice, (carried.get(voice) || 0) + 1);
  }
  const voices = [...group(view.reports, id => REPORT.get(id).voice)], namesakes = group(voices, ([voice]) => voiceName(voice));
  return voices.map(([voice, ids]) => ({
    id: voice, reports: ids, name: voiceName(voice), kind: 'voice', weight: ids.length + (carried.get(voice) || 0),
    label: namesakes.get(voiceName(voice)).length > 1 ? `${voiceName(voice)}, ${ids.length > 1 ? publishedDays({ reports: ids }) : published({ reports: ids })}` : null,
  })).sort((a, b) => b.weight - a.weight);
}
/* How many voices stand abreast: columns of 140 px and more beside the row heads, twelve at most. */
const mostColumns = () => (innerWidth < 700 ? 6 : innerWidth < 1100 ? Math.min(5, Math.max(3, Math.floor(innerWidth / 170))) : Math.min(12, Math.floor((innerWidth - 80) * 0.79 / 145) - 1));
/* Voices that carry words of one source next to each other, the weightiest of them first. */
function neighbours(voices) {
  const placed = [];
  for (const source of sharedTexts(view.reports, view.lineage)) {
    const sharing = voices.filter(voice => voice.reports.some(id => source.reports.has(id)) && !placed.includes(voice));
    if (sharing.length > 1) placed.push(...sharing);
  }
  return [...placed, ...voices.filter(voice => !placed.includes(voice))];
}
const columnOf = report => view.columns.find(column => column.id === report || column.reports.includes(report));

function published(column) {
  const report = REPORT.get(column.reports[0]);
  if (column.reports.length > 1) return plural(column.reports.length, 'report');
  if (!report.published) return 'undated';
  const about = report.dated_by === 'story' ? 'undated, about ' : '';
  return about + dayInWords(report.published, false) + (clock(report.published) ? `, ${clock(report.published)}` : '');
}
function publishedDays({ reports }) {
  const days = reports.map(id => REPORT.get(id)).filter(each => each.published && each.dated_by !== 'story').map(each => dayOf(each.published)).sort();
  return days.length ? daysInWords({ start: days[0], end: days.at(-1) }, false) : '';
}
const VERBS = { copy: 'copies', revision: 'later version of', rewrite: 'rewrites', translation: 'translates' };
const LEAST_SHARE = 0.05;                      // below this, words in common make no bracket
const percent = share => `${Math.max(1, Math.round(share * 100))}%`;

/* What a column's text goes back to: the whole of a text, and parts of others, in a few words each. */
function descent(column) {
  if (column.kind === 'rest') return { whole: null, parts: [] };
  const own = new Set(column.reports), rows = view.lineage.filter(row => own.has(row.derived) && !own.has(row.origin) && sourceName(row)).sort((a, b) => b.share - a.share);
  const whole = rows.find(row => VERBS[row.kind]) || null;
  const parts = new Map();
  for (const row of rows) if (!VERBS[row.kind] && row.share > 0) parts.set(sourceName(row), Math.max(parts.get(sourceName(row)) || 0, row.share));
  return { whole, parts: [...parts].filter(([name]) => name !== column.name).slice(0, column.kind === 'report' ? 2 : 1) };
}
function brackets(columns) {                   // runs of neighbouring columns that carry one text: [columns, source or null]
  const shared = sharedTexts(view.reports, view.lineage).filter(source => source.share >= LEAST_SHARE);
  const runs = [];
  for (let i = 0; i < columns.length;) {
    const best = shared.map(source => ({ source, length: runLength(columns, i, source.reports) })).filter(run => run.length > 1).sort((a, b) => b.length - a.length)[0];
    runs.push(best ? [best.length, best.source] : [1, null]);
    i += best ? best.length : 1;
  }
  return runs;
}
function runLength(columns, from, reports) {
  let length = 0;
  while (columns[from + length] && columns[from + length].kind !== 'rest' && columns[from + length].reports.some(id => reports.has(id))) length += 1;
  return length;
}
/* The head of a column; under the name what can be asked of it: its report, its copies, the next voices. */
function columnHead(column) {
  const { kind, reports, name } = column, one = reports.length === 1;
  const named = one ? html`<a class="hd" tabindex="-1" href="#rep-${reports[0]}"><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`;
  const copies = kind === 'voice' && !one && html`<button type="button" class="hd lnk" tabindex="-1" data-unfold="${column.id}" aria-label="${name}: show its ${reports.length} reports one by one">${plural(reports.length, 'report')}</button>`;
  const step = kind === 'rest' && (column.next > 0 || column.from > 0) && html`<button type="button" class="hd lnk" tabindex="-1" data-from="${column.next > 0 ? column.from + column.most : 0}">${column.next > 0 ? `show the next ${column.next}` : 'back to the first'}</button>`;
  return html`<th scope="col" role="columnheader"><span class="nm">${named}${one && ratingOf(reports[0])}${latinBehind(name)}</span><span class="dt">${copies}${copies && publishedDays(column) && ', '}${copies ? publishedDays(column) : published(column)}${step && html`<br>`}${step}</span></th>`;
}
function columnHeads(columns) {
  const names = html`<tr class="names" role="row"><th class="k0" role="columnheader" scope="col"><span class="vh">finding</span></th>${columns.map(columnHead)}</tr>`;
  const runs = brackets(columns), over = runs.map(([length, source]) => (!source ? html`<td role="gridcell" colspan="${length}" data-span data-s="--span:${length}"></td>` : html`<th scope="colgroup" role="columnheader" colspan="${length}" data-span data-s="--span:${length}"><span class="brk">${source.relayed ? 'carry words of ' : 'carry one text: '}<a tabindex="-1" href="${here('lineage')}">${source.name}</a></span><span class="brl dash"></span></th>`));
  const top = runs.some(([, source]) => source) ? html`<tr class="br" role="row"><td class="k0" role="gridcell"></td>${over}</tr>` : '';
  return html`${top}<tr class="br" role="row"><td class="k0" role="gridcell"></td>${columns.map(underHead)}</tr>${names}`;
}
function underHead(column) {
  if (column.kind === 'rest') return html`<td role="gridcell" data-span data-s="--span:1"></td>`;
  const { whole, parts } = descent(column), one = column.reports.length > 1, name = whole && sourceName(whole);
  const own = one ? html`one text: ${andMore(distinct(column.reports.map(outletOf)), 3)}` : 'own text';
  const lines = [name && name !== column.name && !one ? html`${VERBS[whole.kind]} <a tabindex="-1" href="${here('lineage')}">${name}</a>` : own, ...parts.map(([source, share]) => html`${source}: ${percent(share)} of its words`)];
  return html`<td role="gridcell" data-span data-s="--span:1"><span class="brk">${join(lines, html`<br>`)}</span><span class="brl${whole || one ? '' : ' none'}"></span></td>`;
}
