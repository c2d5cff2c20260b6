/* Statements: speakers and what they are reported to have said, in the words of the reports. */
const FIRST_SPEAKERS = 24, FIRST_WORDS = 6, NAMELESS = 'a speaker who is not named';

function speakerOf(claim) {                    // {key, name, entity, voice} of who a statement belongs to
  const last = claim.attribution.at(-1), { statement } = claim;
  const entity = statement.entity || last?.entity || null;
  const name = ENTITY.get(entity)?.name || (last?.voice && voiceName(last.voice)) || statement.speaker || last?.name || NAMELESS;
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
const content = ({ report, statement }) => cut(report, statement.content_start, statement.content_end).replace(/^["“”«»„\s]+|["“”«»„,\s]+$/g, '');
function statement(claim) {
  const { direct, act } = claim.statement, words = content(claim);
  return html`<p class="${!direct && 'ind'}" dir="auto">${direct ? `“${words}”` : words}${act !== 'speech' && html` <span class="small">${act}</span>`} <span class="small"><a href="#rep-${claim.report}" data-read="${claim.id}">${outletOf(claim.report)}</a></span></p>`;
}
function speaker(said) {
  const { who } = said[0], role = who.entity?.roles?.[0]?.role;
  const about = distinct([role, who.type].filter(Boolean)).join(' · ');
  const voices = distinct(said.map(({ who: { voice } }) => voice).filter(Boolean));
  const once = [...group(said.map(({ claim }) => claim), claim => content(claim).toLowerCase() + claim.report).values()].map(same => same[0]);
  return html`<article class="sp1">${voices.map(voice => html`<span id="sp-${voice}" class="anchor"></span>`)}<h3>${who.name[0].toUpperCase() + who.name.slice(1)}</h3>${about && html`<p class="role">${about}</p>`}${once.slice(0, FIRST_WORDS).map(statement)}${once.length > FIRST_WORDS && html`<details><summary>${once.length - FIRST_WORDS} more</summary>${once.slice(FIRST_WORDS).map(statement)}</details>`}</article>`;
}
function drawStatements() {
  const found = speakers();
  if (!found.length) return put(body('statements'), html`<p class="empty">No report quotes anybody, as far as this record could read.</p>`);
  put(body('statements'), html`<p class="small">${plural(found.length, 'speaker')}</p><div class="st"></div>`);
  inParts($('.st', byId('statements')), found, FIRST_SPEAKERS, speaker);
}
