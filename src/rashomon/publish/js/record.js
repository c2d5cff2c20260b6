/* The record and its tables by id. Offsets count code points; strings of JavaScript count UTF-16 units. */
const RECORD = await unpacked(byId('record').textContent);
/* The record lies in the page as base64 of gzip; browsers unpack it themselves since 2023. */
async function unpacked(text) {
  if (!('DecompressionStream' in self)) {
    byId('stories').hidden = false;
    put(body('stories'), html`<p class="empty">This browser is too old to unpack the record (Chrome 80, Firefox 113 or Safari 16.4 can). The record itself is what <code>rashomon read --json</code> writes.</p>`);
  }
  const letters = atob(text), packed = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i += 1) packed[i] = letters.charCodeAt(i);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
}
const index = rows => new Map(rows.map(row => [row.id, row]));
const REPORT = index(RECORD.reports), STORY = index(RECORD.stories), VOICE = index(RECORD.voices);
const ENTITY = index(RECORD.entities), CLAIM = index(RECORD.claims), FINDING = index(RECORD.findings);
const CLAIMS_OF = group(RECORD.claims, claim => claim.report);
const FINDINGS_OF = group(RECORD.findings, finding => finding.story);
const TIMES_OF = group(RECORD.times, time => time.report);
const claimsOf = report => CLAIMS_OF.get(report) || [];
function claimsIn(story, report) {             // of a round-up, those of the story's own passages
  const own = (story.passages || []).filter(part => part.report === report);
  return own.length ? claimsOf(report).filter(claim => own.some(part => part.start <= claim.start && claim.end <= part.end)) : claimsOf(report);
}
const FINDINGS_WITH = new Map();
for (const finding of RECORD.findings)
  for (const answer of finding.answers)
    for (const claim of answer.claims) FINDINGS_WITH.set(claim, (FINDINGS_WITH.get(claim) || new Set()).add(finding));

const WIDE = /[\ud800-\udfff]/;
const UNITS = new Map();                       // report id → UTF-16 position of each code point, or null where they agree
function units(id) {
  if (!UNITS.has(id)) UNITS.set(id, WIDE.test(REPORT.get(id).text) ? positions(REPORT.get(id).text) : null);
  return UNITS.get(id);
}
function positions(text) {
  const found = [];
  for (let i = 0; i < text.length; i += text.codePointAt(i) > 0xffff ? 2 : 1) found.push(i);
  found.push(text.length);
  return found;
}
const lengthOf = id => { const at = units(id); return at ? at.length - 1 : REPORT.get(id).text.length; };
function cut(id, start, end) {
  const text = REPORT.get(id).text, at = units(id);
  return at ? text.slice(at[start], at[end]) : text.slice(start, end);
}

const PARAGRAPHS = new Map();
function paragraphs(id) {                      // [start, end) of each paragraph, in code points
  if (!PARAGRAPHS.has(id)) {
    const found = [];
    let start = 0;
    for (const part of REPORT.get(id).text.split('\n\n')) {
      const length = WIDE.test(part) ? positions(part).length - 1 : part.length;
      if (length) found.push([start, start + length]);
      start += length + 2;
    }
    PARAGRAPHS.set(id, found);
  }
  return PARAGRAPHS.get(id);
}
const paragraphAt = (id, offset) => paragraphs(id).find(([a, b]) => a <= offset && offset < b) || [0, lengthOf(id)];

/* The words [start, end) of a report, with marks `{start, end, name, claim}` laid over them. */
function marked(id, start, end, marks) {
  const here = marks.filter(mark => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of here) cuts.add(Math.max(start, mark.start)).add(Math.min(end, mark.end));
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).map((from, i) => {
    const to = points[i + 1], words = cut(id, from, to);
    const on = here.filter(mark => mark.start <= from && mark.end >= to);
    if (!on.length) return html`${words}`;
    const claims = on.filter(mark => mark.claim).map(mark => mark.claim).join(' ');
    return html`<mark class="${distinct(on.map(mark => mark.name)).join(' ')}" data-claims="${claims}">${words}</mark>`;
  });
}
