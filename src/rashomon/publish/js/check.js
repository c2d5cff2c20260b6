/* The check: spans, numbers, counts and ids, derived again in this browser from the record alone. */
const CHECKS = { quotes: 'quotations stand in their reports, letter for letter', spans: 'spans lie in their texts', numbers: 'figures stand in their words', support: 'support counts follow from the claims', ids: 'ids point to a row', tables: 'tables have as many rows as the manifest says' };
function check() {
  const result = { failed: [] };
  for (const kind of Object.keys(CHECKS)) result[kind] = [0, 0];
  const note = (kind, holds, where) => {
    result[kind][1] += 1;
    if (holds) result[kind][0] += 1;
    else result.failed.push({ kind, where });
  };
  const span = (id, start, end, words, where) => {
    if (start === null || start === undefined) return;
    if (!REPORT.has(id)) return note('ids', false, where);
    const inside = 0 <= start && start < end && end <= lengthOf(id);
    if (words === undefined || words === null) note('spans', inside, where);
    else note('quotes', inside && cut(id, start, end) === words, where);
  };
  const ref = (table, id, where) => { if (id !== null && id !== undefined) note('ids', table.has(id), where); };
  RECORD.claims.forEach((claim, i) => checkClaim(claim, `claim ${claim.id || i}`, span, ref, note));
  RECORD.findings.forEach((finding, i) => checkFinding(finding, `finding ${finding.id || i}`, span, ref, note));
  checkTables(span, ref);
  for (const [name, count] of Object.entries(RECORD.manifest.tables || {})) if (RECORD[name]) note('tables', RECORD[name].length === count, `table ${name}`);
  return result;
}
function checkClaim(claim, where, span, ref, note) {
  const at = (row, words, a = 'start', b = 'end') => span(claim.report, row[a], row[b], words, where);
  ref(REPORT, claim.report, where);
  ref(VOICE, claim.origin, where);
  (claim.places || []).forEach(place => ref(ENTITY, place, where));
  at(claim, claim.quote);
  for (const link of claim.attribution) {
    at(link, link.name);
    at(link, null, 'cue_start', 'cue_end');
    ref(VOICE, link.voice, where);
    ref(ENTITY, link.entity, where);
  }
  if (claim.figure) {
    at(claim.figure, claim.figure.text);
    ref(CLAIM, claim.figure.of, where);
    note('numbers', holdsNumbers(claim.machine?.figure || claim.figure), where);   // of a number that a person corrected, what was read
  }
  if (claim.event) {
    at(claim.event, null);
    for (const role of ['actors', 'targets', 'blamed']) for (const who of claim.event[role] || []) { at(who, who.text); ref(ENTITY, who.entity, where); }
  }
  if (claim.statement) {
    at(claim.statement, claim.statement.speaker, 'speaker_start', 'speaker_end');
    at(claim.statement, null, 'cue_start', 'cue_end');
    at(claim.statement, null, 'content_start', 'content_end');
    ref(ENTITY, claim.statement.entity, where);
  }
}
function holdsNumbers(figure) {
  const stated = numbersIn(RECORD.published ? figure.text.replace(/\[person \d+\]/g, 'somebody') : figure.text);
  const given = [figure.low, figure.best, figure.high].filter(value => value !== null && value !== undefined);
  if (figure.implied) return given.length > 0 && given.every(value => value === 1) && [...stated].every(value => value === 1);
  return given.every(value => states(stated, value));
}
function checkFinding(finding, where, span, ref, note) {
  ref(STORY, finding.story, where);
  for (const answer of finding.answers) {
    answer.claims.forEach(id => ref(CLAIM, id, where));
    answer.reports.forEach(id => ref(REPORT, id, where));
    answer.voices.forEach(id => ref(VOICE, id, where));
    for (const words of answer.words) {
      ref(CLAIM, words.claim, where);
      if (CLAIM.has(words.claim)) span(CLAIM.get(words.claim).report, words.start, words.end, null, where);
    }
  }
  note('support', ['reports', 'outlets', 'texts', 'speakers', ...(finding.support.families ? ['families'] : [])].every(key => countSupport(finding)[key] === finding.support[key]), where);
}
function countSupport(finding) {               // by the contract's rules; unnamed sources count one together
  const claims = (finding.answers[0]?.claims || []).map(id => CLAIM.get(id)).filter(claim => claim && REPORT.has(claim.report));
  const count = key => new Set(claims.map(key)).size;
  const text = claim => claim.origin || REPORT.get(claim.report).voice;
  return {
    reports: count(claim => claim.report), outlets: count(claim => REPORT.get(claim.report).outlet ?? null), texts: count(text),
    families: count(claim => REPORT.get(claim.report).family || (REPORT.get(claim.report).outlet ?? null)),
    speakers: count(claim => (claim.attribution.length ? claim.attribution.at(-1).voice ?? null : text(claim))),
  };
}
function checkTables(span, ref) {
  for (const table of ['claims', 'findings', 'entities', 'reports']) for (const row of RECORD[table]) (row.judged || []).forEach(id => ref(JUDGEMENT, id, `${table} ${row.id}`));
  for (const report of RECORD.reports) {
    const where = `report ${report.id}`;
    ref(VOICE, report.voice, where);
    ref(STORY, report.story, where);
    report.credits.forEach(credit => span(report.id, credit.start, credit.end, null, where));
  }
  for (const entity of RECORD.entities) {
    for (const m of entity.mentions) span(m.report, m.start, m.end, null, `entity ${entity.id}`);
    for (const r of entity.roles || []) span(r.report, r.start, r.end, r.role, `entity ${entity.id}`);
  }
  for (const time of RECORD.times) span(time.report, time.start, time.end, null, 'time');
  RECORD.links.forEach((link, i) => [link.from, link.to, { start: link.cue_start, end: link.cue_end }].forEach(end => {
    span(link.report, end.start, end.end, null, `link ${i}`);
    ref(CLAIM, end.claim, `link ${i}`);
    ref(ENTITY, end.entity, `link ${i}`);
  }));
  RECORD.lineage.forEach((row, i) => row.passages.forEach(passage => {
    span(row.derived, ...passage.derived, null, `lineage ${i}`);
    if (passage.origin && row.origin) span(row.origin, ...passage.origin, null, `lineage ${i}`);
  }));
  RECORD.frames.forEach((frame, i) => frame.terms.forEach(term => span(term.report, term.start, term.end, term.text, `wording ${i}`)));
  RECORD.timeline.forEach((row, i) => row.claims.forEach(id => ref(CLAIM, id, `day ${i}`)));
  RECORD.omissions.forEach((row, i) => { ref(REPORT, row.report, `omission ${i}`); row.findings.forEach(id => ref(FINDING, id, `omission ${i}`)); });
}
function drawBadge() {
  const result = check(), holds = !result.failed.length;
  byId('badge').classList.toggle('bad', !holds);
  put(byId('badge'), holds
    ? html`${number(result.quotes[0])}/${number(result.quotes[1])}<span class="wide"> quotations</span> re-found`
    : html`${plural(result.failed.length, 'check')} failed`);
  const rows = Object.entries(CHECKS).map(([kind, words]) => html`<dt class="${result[kind][0] < result[kind][1] ? 'bad' : ''}">${number(result[kind][0])}/${number(result[kind][1])}</dt><dd>${words}</dd>`);
  const failures = result.failed.slice(0, 12).map(({ kind, where }) => html`<li>${where}: ${CHECKS[kind]}: not so</li>`);
  put(byId('verify-pop'), html`<dl>${rows}</dl>${holds ? html`<p>Checked in this browser, just now, from the record alone.</p>` : html`<ul class="bad">${failures}</ul>`}`);
}
