/* How it came about, in the reports' own words: what led to it, who asked, who decided, what was done, for what, until when. */
const FIRST_STEPS = 6, MOST_STEP_VOICES = 5, EACH_SIDE = 130, GAP_IN_WORDS = 40;
/* Each heading with its kind of link; the end of each that answers. What was done stands at the other end, but of causes and parts. */
const STEPS = [['What led to it', 'cause'], ['Asked for', 'request'], ['Decided', 'decision'], ['Done', 'deed'], ['For what', 'purpose'], ['Until when, or on what condition', 'condition'], ['Parts of it', 'part']];
const ANSWERS_AT = { cause: 'from', request: 'from', decision: 'from', purpose: 'to', condition: 'from', part: 'to' }, DEED_AT = { request: 'to', decision: 'to', purpose: 'from', condition: 'to' };
const spot = (report, { start, end }) => `${report} ${start} ${end}`;
const plainly = words => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
function linksIn({ story, inView }) {          // of a round-up, those of the story's own passages
  const own = group(story.passages || [], part => part.report);
  return RECORD.links.filter(({ report, kind, cue_start: at }) => ANSWERS_AT[kind] && inView.has(report) && (!own.has(report) || own.get(report).some(part => part.start <= at && at < part.end)));
}
function answered() {                          // the answering words of a report → the finding, and the answer's place in it
  const asked = view.findings.filter(finding => finding.kind === 'event' && ['decision', 'forces', 'course'].includes(finding.group));
  return new Map(asked.flatMap(finding => entriesOf(finding).map(({ i, words, claim }) => [spot(claim.report, words), { finding, i }])));
}
/* A link as a step: its answering words, the stretches that hold them, the claim that carries it (of an end, else the narrowest around its cue), and the key by which alike ones come together. */
function step(link, answers) {
  const { report, kind, from, to } = link, end = link[ANSWERS_AT[kind]], cue = { start: link.cue_start, end: link.cue_end }, hit = answers.get(spot(report, end));
  const named = each => each.entity || plainly(cut(report, each.start, each.end)), ends = [end, from, to].find(each => CLAIM.has(each.claim));
  const claim = ends ? CLAIM.get(ends.claim) : claimsOf(report).filter(each => each.start <= cue.start && cue.end <= each.end).sort((a, b) => a.end - a.start - b.end + b.start)[0];
  return { report, kind, end, cue, claim, spans: [from, to, cue], done: link[DEED_AT[kind]], finding: hit?.finding, value: hit && plainly(valueOf(hit.finding.answers[hit.i])), key: hit ? `${hit.finding.id} ${hit.i}` : end.claim || `${named(end)} > ${named(end === from ? to : from)}` };
}
/* The deeds that the links ask after, those of one family together: no asking, deciding or purpose, and nothing that is only planned or denied. */
function deedsOf(found) {
  const asking = new Set(found.map(({ finding }) => finding)), meet = (a, b) => a.start < b.end && b.start < a.end;
  const others = group(found.filter(({ kind }) => ['request', 'decision', 'purpose'].includes(kind)), ({ report }) => report);
  return found.filter(({ done }) => done).flatMap(({ report, done }) => {
    const claim = CLAIM.get(done.claim), event = claim?.event;
    if (!event || claim.modality !== 'asserted' || others.get(report)?.some(each => meet(each.end, event) || meet(each.cue, event))) return [];
    const finding = [...(FINDINGS_WITH.get(claim.id) || [])].find(each => numberOf.has(each.id) && !asking.has(each) && ['forces', 'measures', 'course'].includes(each.group));
    return { report, kind: 'deed', end: event, claim, finding, key: event.family ? `${event.family} ${event.type}` : claim.id, spans: [done] };
  });
}
function alike(found) {                        // steps that come together; first what most outlets carry, then what answers a finding
  const weight = same => distinct(same.map(({ report }) => outletOf(report))).length * 2 + same.some(({ finding }) => finding);
  return [...group(found, ({ key }) => key).values()].sort((a, b) => weight(b) - weight(a));
}
/* Steps in sight at once: those that answer a finding or stand in two outlets, three at least. */
const inSight = steps => Math.min(FIRST_STEPS, Math.max(3, steps.filter(same => same.some(({ finding }) => finding) || distinct(same.map(({ report }) => outletOf(report))).length > 1).length));
/* The words of a step as its report has them, the answer in bold; what lies far from it is left out. */
function stepWords({ report, end, spans }) {
  const whole = [];
  for (const { start, end: to } of [end, ...spans].sort((a, b) => a.start - b.start))
    if (whole.length && start - whole.at(-1)[1] <= GAP_IN_WORDS) whole.at(-1)[1] = Math.max(whole.at(-1)[1], to); else whole.push([start, to]);
  const before = text => (text.length > EACH_SIDE ? `… ${text.slice(text.indexOf(' ', text.length - EACH_SIDE) + 1)}` : text);
  return join(whole.map(([from, to]) => (from <= end.start && end.end <= to ? html`${before(cut(report, from, end.start))}<b>${cut(report, end.start, end.end)}</b>${shorten(cut(report, end.end, to), EACH_SIDE)}` : shorten(cut(report, from, to), EACH_SIDE))), ' … ');
}
function stepRow(same) {
  const { finding } = same.find(each => each.finding) || same[0], lead = same.find(({ report, end, value }) => value && plainly(cut(report, end.start, end.end)).includes(value)) || same[0];
  const read = ({ report, claim }) => html`href="#rep-${report}"${claim && html` data-read="${claim.id}"`}`;
  const chains = own => distinct(own.map(({ claim }) => claim && chainInWords(claim)).filter(Boolean)).slice(0, 2);
  const voices = [...group(same, ({ report }) => outletOf(report))].map(([name, own]) => html`<li><a ${read(own[0])}>${name}</a>${chains(own).map((chain, i) => html`${i > 0 && ','} <span class="small" dir="auto">${chain}</span>`)}</li>`);
  return html`<li><p class="tx" dir="auto" lang="${REPORT.get(lead.report).language}"><a ${finding ? html`href="#${finding.id}"` : read(lead)}>${stepWords(lead)}</a></p>${finding && html`<p class="small q">${finding.status === 'contested' && html`<span class="cf">${glyph('conflict')} in dispute</span> `}${numberOf.get(finding.id)} ${questionOf(finding)}</p>`}<ul class="vs">${voices.slice(0, MOST_STEP_VOICES)}${voices.length > MOST_STEP_VOICES && html`<li>and ${voices.length - MOST_STEP_VOICES} more</li>`}</ul></li>`;
}
function drawCourse() {
  const answers = answered(), found = linksIn(view).map(link => step(link, answers)), all = [...found, ...deedsOf(found)];
  const told = STEPS.map(([heading, kind]) => [heading, alike(all.filter(each => each.kind === kind))]).filter(([, same]) => same.length);
  byId('course').hidden = !told.length;
  put(body('course'), told.map(([heading]) => html`<div class="came"><h3>${heading}</h3><div><ul class="steps"></ul></div></div>`));
  $$('.steps', byId('course')).forEach((list, i) => inParts(list, told[i][1], inSight(told[i][1]), stepRow));
}
