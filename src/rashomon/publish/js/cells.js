/* One cell: what the reports of a column answer to a finding, in their own words, and who they have it from. */
function relationTo(finding, i) {
  if (i === 0) return { kind: 'agree', why: null };
  const apart = asideConflicts(finding).find(row => row.b === i);
  return apart || finding.relations.find(row => row.a === 0 && row.b === i) || { kind: 'compatible', why: null };
}
/* Where nothing contradicts the leading answer, but two others contradict each other: those rows. */
const asideConflicts = ({ relations }) => (relations.some(row => row.a === 0 && row.kind === 'conflict') ? [] : relations.filter(row => row.kind === 'conflict'));

/* Every answering passage of a finding as {answer, i, words, claim, kind, why}; by report where asked for. */
const ENTRIES = new Map();
function entriesOf(finding) {
  if (!ENTRIES.has(finding.id)) ENTRIES.set(finding.id, finding.answers.flatMap((answer, i) => answer.words
    .filter(words => CLAIM.has(words.claim) && REPORT.has(CLAIM.get(words.claim).report))
    .map(words => ({ finding, answer, i, words, claim: CLAIM.get(words.claim), ...relationTo(finding, i) }))));
  return ENTRIES.get(finding.id);
}
function entriesIn(finding, reports) {
  const wanted = new Set(reports);
  return entriesOf(finding).filter(entry => wanted.has(entry.claim.report));
}
const longestWords = () => (view.columns.length > 6 ? 100 : 180);

function quiet(finding, reports) {             // why a column is silent
  const known = finding.answers[0].date?.start;
  const days = reports.map(id => REPORT.get(id)).map(report => (report.dated_by === 'story' ? null : dayOf(report.published)));
  if (known && days.every(day => day && day < dayOf(known))) return 'early';
  return reports.some(id => view.omissions.get(id)?.has(finding.id)) ? 'omits' : 'silent';
}
function sourceLine(claim) {                    // nothing where the report says it in its own voice
  const chain = chainInWords(claim);
  if (chain) return html`<span class="src">${chain}</span>`;
  const origin = claim.origin && claim.origin !== REPORT.get(claim.report).voice ? voiceName(claim.origin) : null;
  return origin && html`<span class="src none">words of ${origin}</span>`;
}
/* What is denied, planned, demanded or only possible says so beside its words; what is asserted needs no word. */
const standingMark = claim => claim.modality === 'denied' && html`<span class="md">denied</span> `;
const standingNote = claim => !['asserted', 'denied'].includes(claim.modality) && html` <span class="of">${claim.modality}</span>`;
/* The day that an answer stands for, where its words are the deed and not the day. */
const dayAnswered = ({ answer, claim }) => answer.date && claim.date && dayOf(answer.date.start) && valueOf(answer).startsWith(daysInWords(answer.date).split(',')[0]) && html` <span class="of">${daysInWords(claim.date, false)}</span>`;
/* Of blame, whose words name the deed: who is blamed. */
const blamed = ({ finding, answer }) => finding.group === 'blame' && html` <span class="of long">${shorten(valueOf(answer).replace(/, by .*$/, ''), 80)}</span>`;
const wordsOf = entry => cut(entry.claim.report, entry.words.start, entry.words.end);
const entryMarkup = (entry, note = '') => html`<span class="ent ${MARKS[entry.kind] || 'scope'}">${glyph(MARKS[entry.kind] || 'scope')}<span><span class="vh">${RELATIONS[entry.kind] || entry.kind}: </span>${standingMark(entry.claim)}<span class="w" dir="auto" lang="${REPORT.get(entry.claim.report).language}">${shorten(wordsOf(entry), longestWords())}</span>${standingNote(entry.claim)}${dayAnswered(entry)}${blamed(entry)}${note && html` <span class="of">${note}</span>`}${sourceLine(entry.claim)}${judgedMark([entry.claim])}</span></span>`;

/* Of the one report there is room for the sentence, the answering words in bold. */
function entryInSentence(entry) {
  const { report, start, end } = entry.claim, { words } = entry, from = Math.min(start, words.start), to = Math.max(end, words.end);
  return html`<span class="ent line">${entry.i > 0 ? glyph(MARKS[entry.kind] || 'scope') : html`<span></span>`}<span><span class="w" dir="auto" lang="${REPORT.get(report).language}">${shorten(cut(report, from, words.start), 200)}<b>${cut(report, words.start, words.end)}</b>${shorten(cut(report, words.end, to), 200)}</span>${sourceLine(entry.claim)}${judgedMark([entry.claim])}</span></span>`;
}
function cell(finding, column) {
  const entries = entriesIn(finding, column.reports);
  if (!entries.length) {
    const kind = quiet(finding, column.reports);
    return { kind, label: RELATIONS[kind], markup: html`<span class="ent ${kind}">${glyph(MARKS[kind])}<span><span class="w">${kind === 'early' ? 'published before' : 'silent'}</span></span></span>` };
  }
  const kind = entries.some(entry => entry.kind === 'conflict') ? 'conflict' : entries[0].kind;
  if (column.kind === 'rest' && (entries.length > 3 || column.reports.length > 12)) return { kind, label: '', markup: stacked(entries, column) };
  if (column.kind === 'rest') return { kind, label: '', markup: html`${entries.map(entry => entryMarkup(entry, outletOf(entry.claim.report)))}` };
  if (column.reports.length > 1) return { kind, label: '', markup: folded(entries, column) };
  if (view.reports.length === 1) return { kind, label: '', markup: html`${sameWordsOnce(entries).slice(0, 3).map(entryInSentence)}` };
  const shown = sameWordsOnce(entries);
  return { kind, label: '', markup: html`${shown.slice(0, 3).map(entry => entryMarkup(entry))}${shown.length > 3 && html`<span class="src plus">and ${shown.length - 3} more</span>`}` };
}
const sameWordsOnce = entries => entries.filter((entry, i) => entries.findIndex(other => other.i === entry.i && wordsOf(other).toLowerCase() === wordsOf(entry).toLowerCase() && chainInWords(other.claim) === chainInWords(entry.claim)) === i);
const folded = (entries, column) => [...group(entries, entry => entry.i).values()].map(same => entryMarkup(same[0], `${distinct(same.map(entry => entry.claim.report)).length}\u00a0of\u00a0${column.reports.length}`));
/* Of many reports: for each relation how many, with a bar as long as their part of all that say something. */
function stacked(entries, column) {
  const of = (key, same) => distinct(same.map(entry => entry.claim.report)).length, saying = of('', entries);
  const kinds = [...group(entries, entry => RELATION_ORDER.includes(entry.kind) ? entry.kind : 'compatible')].map(([kind, same]) => [kind, of(kind, same)]).sort((a, b) => RELATION_ORDER.indexOf(a[0]) - RELATION_ORDER.indexOf(b[0]));
  const rows = kinds.map(([kind, n]) => html`<span class="ent ${MARKS[kind]} tallied">${glyph(MARKS[kind])}<span><span class="w">${number(n)}</span> <span class="wd">${relationOf(kind, n)}</span><span class="bar" data-s="width:${Math.round(n / saying * 100)}%"></span></span></span>`);
  const rest = column.reports.length - saying;
  return html`${rows}${rest > 0 && html`<span class="ent silent">${glyph('silent')}<span><span class="w">${number(rest)} silent</span></span></span>`}`;
}
const RELATION_ORDER = ['agree', 'copy', 'compatible', 'conflict', 'scope', 'subset', 'update', 'correction', 'retraction'];
