/* What persons decided: a mark where it shows, the whole of it in the evidence, and a section with all of them. The machine's reading stays readable. */
const JUDGEMENT = index(RECORD.judgements), FIRST_JUDGEMENTS = 20;
const DID = { confirm: 'confirmed', reject: 'rejected', correct: 'corrected', join: 'joined', split: 'held apart', rate: 'rated', note: 'noted', undo: 'undone', code: 'given to code', done: 'coding done' };
const ADMIRALTY = { A: 'reliable', B: 'usually reliable', C: 'fairly reliable', D: 'not usually reliable', E: 'unreliable', F: 'cannot be judged' };
const FIELDS = { as_of: 'as of', published: 'date', attribution: 'source', modality: 'standing', figure: 'number', counted: 'what is counted', measure: 'what happened to them' };
const judgedOn = row => (row?.judged || []).map(id => JUDGEMENT.get(id)).filter(Boolean);
const byWhom = ({ who, when, final }) => `${final ? 'adjudicated by ' : ''}${who}, ${dayInWords(when)}`;
const flagsOf = judgement => (judgement.flags || []).map(({ text }) => withDays(text));
const flagLine = judgement => flagsOf(judgement).map(text => html` <span class="flag">${glyph('conflict')} ${text}</span>`);

/* A word or two in a cell or a row's head, with maker and reason behind it. */
function judgedMark(rows, named = false) {
  const all = distinct(rows.flatMap(judgedOn)), kinds = [...group(all.filter(({ what }) => DID[what]), ({ what }) => what)];
  const words = kinds.map(([what, made]) => html`<span class="jd" title="${made.map(each => `${byWhom(each)}: ${each.why}`).join('; ')}">${DID[what]}${named && ` by ${andMore(distinct(made.map(({ who }) => who)), 2)}`}</span>`);
  const flagged = all.some(each => flagsOf(each).length) && html`<span class="jd flag">${glyph('conflict')} a later report says otherwise</span>`;
  return kinds.length > 0 && html`<span class="jds"><span class="vh">A person: </span>${join(words, ', ')}${flagged && ' '}${flagged}</span>`;
}
/* One judgement in a sentence: what was decided, why, by whom and when. */
function judgementInWords(judgement) {
  const { what, field, value, why } = judgement, of = field && (FIELDS[field] || field.replace(/_/g, ' '));
  const decided = { correct: html`<b>corrected</b>: ${of} is “${withDays(value)}”`, confirm: html`<b>confirmed</b>${of && `: ${of}`}`, rate: html`<b>rated ${value}</b>, ${ADMIRALTY[value]}`, note: html`<b>note</b>`, code: html`<b>given to code</b> to ${value}` }[what] || html`<b>${DID[what] || what}</b>`;
  return html`${decided}. <q dir="auto">${why}</q> <span class="small">${byWhom(judgement)}</span>${flagLine(judgement)}`;
}
const judgedLines = row => judgedOn(row).map(judgement => html`<dt>A person</dt><dd class="judged">${judgementInWords(judgement)}</dd>`);
/* What the program had read before a person corrected it. */
function machineInWords({ fields, ...read }) {
  const said = { attribution: chain => chain.map(linkName).join(' › '), date: when => daysInWords(when), as_of: when => daysInWords(when), places: ids => ids.map(id => ENTITY.get(id)?.name || id).join(', '), published: when => dayInWords(when) };
  const one = field => (['figure', 'counted', 'measure', 'scope'].includes(field) ? read.figure && figureInWords(read.figure) : read[field] && read[field].length !== 0 && (said[field] ? said[field](read[field]) : String(read[field])));
  return join(fields.map(field => html`${FIELDS[field] || field.replace(/_/g, ' ')}: ${one(field) || 'nothing'}`), '; ');
}
const machineLine = row => row?.machine && html`<dt>As read</dt><dd class="small">by the program: ${machineInWords(row.machine)}</dd>`;
/* Claims that a person rejected, and that answered this question when it was done. */
function rejectedOf(finding) {
  const own = new Set(finding.answers.flatMap(({ claims }) => claims));
  return REJECTED.filter(claim => view.inView.has(claim.report) && judgedOn(claim).some(({ seen = [] }) => seen.some(id => own.has(id))));
}
const REJECTED = RECORD.claims.filter(({ rejected }) => rejected);
function rejectedList(finding) {
  const found = rejectedOf(finding), one = claim => html`<div class="ev1 gone"><div><blockquote dir="auto" lang="${REPORT.get(claim.report).language}"><s>${claim.quote}</s></blockquote><p class="by">${outletOf(claim.report)} · <a href="#rep-${claim.report}" data-read="${claim.id}">read in full</a></p></div><dl class="kv">${judgedLines(claim)}</dl></div>`;
  return found.length > 0 && html`<h3>Rejected by a person, and counted no longer</h3>${found.map(one)}`;
}
/* How a person rates the outlet of a report: its letter. */
function ratingOf(id) {
  const rating = REPORT.get(id)?.reliability;
  return rating && html` <abbr class="rating" title="Rated ${rating.value}, ${ADMIRALTY[rating.value] || ''}, by ${rating.who}: ${rating.why}">${rating.value}</abbr>`;
}
/* What a judgement is on, in words that lead there. */
function judgedThing({ of = 'story', on, against = [] }) {
  const words = anchor => { const [, id, start, end] = /^(.+)@(\d+)-(\d+)$/.exec(anchor) || []; return REPORT.has(id) ? html`“${cut(id, Number(start), Number(end))}”` : anchor; };
  const named = { claim: id => (CLAIM.has(id) ? html`<a href="#rep-${CLAIM.get(id).report}" data-read="${id}">“${shorten(CLAIM.get(id).quote, 120)}”</a>${inOutlet(CLAIM.get(id).report)}` : id), entity: words, outlet: name => name }[of] || (id => (REPORT.has(id) ? html`<a href="#rep-${id}">${reportLabel(id)}</a>` : id));
  const list = ids => { const all = [...new Map(ids.map(id => [safe(named(id)), named(id)])).values()]; return html`${join(all.slice(0, 6), ', ')}${all.length > 6 && ` and ${all.length - 6} more`}`; };
  const findings = of === 'finding' ? distinct(on.flatMap(id => [...(FINDINGS_WITH.get(id) || [])])).filter(({ id }) => numberOf.has(id)) : [];
  if (of === 'finding') return findings.length ? join(findings.map(findingLink), '; ') : plural(on.length, 'claim');
  return html`${list(on)}${against.length > 0 && html` <span class="small">apart from</span> ${list(against)}`}`;
}
function judgementRow(judgement) {
  return html`<tr id="${judgement.id}"><th scope="row">${{ story: 'story', voice: 'text' }[judgement.of || 'story'] || judgement.of}</th><td data-l="on"><span>${judgedThing(judgement)}</span></td><td data-l="decision"><span>${judgementInWords(judgement)}</span></td></tr>`;
}
/* Those that bear on the story in view, the latest first. */
function drawJudgements() {
  const here = RECORD.judgements.filter(bearsHere).sort((a, b) => b.when.localeCompare(a.when));
  byId('judgements').hidden = !here.length;
  if (!here.length) return put(body('judgements'), '');
  const flagged = here.filter(each => flagsOf(each).length).length;
  put(body('judgements'), html`${flagged > 0 && html`<p class="flag">${glyph('conflict')} ${plural(flagged, 'judgement')} that later reports contradict</p>`}<table class="grid stack"><thead><tr><th scope="col" data-s="width:9%">of</th><th scope="col" data-s="width:38%">on</th><th scope="col">decision, and why</th></tr></thead><tbody></tbody></table>`);
  return inParts($('tbody', byId('judgements')), here, FIRST_JUDGEMENTS, judgementRow);
}
function bearsHere({ of = 'story', on, against = [] }) {
  if (STORY.size < 2) return true;
  if (of === 'outlet') return view.reports.some(id => on.includes(REPORT.get(id).outlet));
  return [...on, ...against].some(id => view.inView.has(CLAIM.get(id)?.report || id.split('@')[0]));
}
const judgementLines = () => RECORD.judgements.map(({ flags, ...row }) => JSON.stringify(row)).join('\n') + '\n';
