/* Statements: speakers and what they are reported to have said, in the words of the reports. */
const PRONOUN = /^(?:it|its|he|she|they|his|her|their|him|them|we|us|our|i|my|me|you|who|nobody|someone|somebody|anyone|everyone|this|that|these|those|one)$/i;
const FIRST_SPEAKERS = 24, FIRST_WORDS = 6, NAMELESS = 'a speaker who is not named';

function speakerOf(claim) {                    // {key, name, entity, voice} of who a statement belongs to
  const last = claim.attribution.at(-1), { statement } = claim;
  const entity = statement.entity || last?.entity || null;
  const found = ENTITY.get(entity)?.name || (last?.voice && voiceName(last.voice)) || statement.speaker || last?.name || NAMELESS;
  const name = PRONOUN.test(found) ? NAMELESS : found;
  if (name === NAMELESS) return { key: NAMELESS, name };
  return { key: entity || last?.voice || name.toLowerCase(), name, entity: ENTITY.get(entity), voice: last?.voice, type: last?.type };
}
function speakers() {
  const said = view.claims.filter(claim => claim.statement).map(claim => ({ claim, who: speakerOf(claim) }));
  const sorted = [...group(said, ({ who }) => who.key).values()].map(outermost).sort((a, b) => b.length - a.length || a[0].who.name.localeCompare(b[0].who.name));
  return [...sorted.filter(([{ who }]) => who.name !== NAMELESS), ...sorted.filter(([{ who }]) => who.name === NAMELESS)];
}
/* Without the pieces that lie inside a longer piece of the same speaker's words. */
function outermost(said) {
  const inReport = group(said, ({ claim }) => claim.report);
  const holds = (a, b) => a.statement.content_start <= b.statement.content_start && b.statement.content_end <= a.statement.content_end && (a.statement.content_end - a.statement.content_start > b.statement.content_end - b.statement.content_start);
  return said.filter(({ claim }) => !inReport.get(claim.report).some(other => holds(other.claim, claim)));
}
/* What was said, without the quotation marks around it; those inside it stay, each with its partner. */
const MARK = /["“”«»„]/g;
function content({ report, statement }) {
  const words = cut(report, statement.content_start, statement.content_end).replace(/^\s+|[\s,]+$/g, '').replace(/^that\s+(?=\S)/, '');
  const marks = words.match(MARK)?.length || 0, opens = /^["“«„]/.test(words), closes = /["”»“]$/.test(words);
  if (opens && (marks === 1 || (closes && marks === 2))) return words.slice(1, closes && marks === 2 ? -1 : undefined).replace(/,$/, '');
  if (closes && marks === 1) return words.slice(0, -1).replace(/,$/, '');
  return words;
}
const inQuotes = words => (words.match(MARK) ? words : `“${words}”`);
/* The same words in several reports are one statement; pieces of a few words stand together, after whole ones. */
const FEW_WORDS = 4;
const sameWords = claim => content(claim).toLowerCase().replace(/^that\s+/, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const wordsIn = claim => sameWords(claim).split(' ').length;
function statement(same) {
  const claim = same[0], { direct, act } = claim.statement, words = content(claim);
  const outlets = [...group(same, ({ report }) => outletOf(report))].map(([name, [{ id, report }]]) => html`<a href="#rep-${report}" data-read="${id}">${name}</a>`);
  const more = outlets.length > 4 && ` and ${outlets.length - 4} more`;
  return html`<p class="${!direct && 'ind'}" dir="auto" lang="${REPORT.get(claim.report).language}">${standingMark(claim)}${direct ? inQuotes(words) : words}${act !== 'speech' ? html` <span class="small">${act}</span>` : standingNote(claim)} <span class="small">${join(outlets.slice(0, 4), ', ')}${more}</span></p>`;
}
const MOST_PIECES = 8;
function pieces(few) {
  const piece = ([claim]) => html`<span dir="auto">“${content(claim).replace(MARK, '')}”</span> <a href="#rep-${claim.report}" data-read="${claim.id}">${outletOf(claim.report)}</a>`;
  return html`<p class="pieces">in pieces: ${join(few.slice(0, MOST_PIECES).map(piece), ' · ')}${few.length > MOST_PIECES && ` and ${few.length - MOST_PIECES} more`}</p>`;
}
function speaker(said) {
  const { who } = said[0], role = who.entity?.roles?.[0]?.role;
  const about = distinct([role, who.type].filter(Boolean)).join(' · ');
  const voices = distinct(said.map(({ who: { voice } }) => voice).filter(Boolean));
  const all = [...group(said.map(({ claim }) => claim), sameWords).values()], once = all.filter(([claim]) => wordsIn(claim) > FEW_WORDS), few = all.filter(([claim]) => wordsIn(claim) <= FEW_WORDS && /^\p{L}.* /u.test(content(claim)));
  once.sort((a, b) => distinct(b.map(({ report }) => outletOf(report))).length - distinct(a.map(({ report }) => outletOf(report))).length);
  return html`<article class="sp1">${voices.map(voice => html`<span id="sp-${voice}" class="anchor"></span>`)}<h3>${who.name[0].toUpperCase() + who.name.slice(1)}${who.entity && judge('entity', who.entity.id)}</h3>${who.entity && (who.entity.judged?.length || who.entity.machine) && html`<dl class="kv">${judgedLines(who.entity)}${machineLine(who.entity)}</dl>`}${about && html`<p class="role">${about}</p>`}${once.slice(0, FIRST_WORDS).map(statement)}${once.length > FIRST_WORDS && html`<details><summary>${once.length - FIRST_WORDS} more</summary>${once.slice(FIRST_WORDS).map(statement)}</details>`}${few.length > 0 && pieces(few)}</article>`;
}
function drawStatements() {
  const found = speakers();
  if (!found.length) return put(body('statements'), html`<p class="empty">No report quotes anybody, as far as this record could read.</p>`);
  put(body('statements'), html`<p class="small">${plural(found.length, 'speaker')}</p><div class="st"></div>`);
  inParts($('.st', byId('statements')), found, FIRST_SPEAKERS, speaker);
}
