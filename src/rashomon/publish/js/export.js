/* What can be taken away: the record, the findings as rows, the claims as annotations, the findings as text. */
const quoted = value => { const text = String(value ?? ''); return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`; };
const csv = rows => rows.map(cells => cells.map(quoted).join(',')).join('\r\n') + '\r\n';
const CSV_HEAD = ['story', 'finding', 'group', 'question', 'status', 'answer', 'relation', 'report', 'outlet', 'words', 'source', 'date_start', 'date_end', 'low', 'best', 'high', 'start', 'end'];

const toLeading = (finding, i) => (i === 0 ? 'leading' : finding.relations.find(row => row.a === 0 && row.b === i)?.kind || '');
function findingRows() {
  return RECORD.findings.flatMap(finding => entriesOf(finding).map(({ answer, i, words, claim }) => [finding.story, finding.id, finding.group, finding.question, finding.status, answer.value, toLeading(finding, i), claim.report, REPORT.get(claim.report).outlet, cut(claim.report, words.start, words.end), chainInWords(claim), claim.date?.start, claim.date?.end, answer.low, answer.best, answer.high, words.start, words.end]));
}
function annotations() {
  const items = RECORD.claims.filter(claim => REPORT.has(claim.report)).map(claim => ({ type: 'Annotation', id: `urn:rashomon:${claim.id}`, body: [{ type: 'TextualBody', purpose: 'classifying', value: claim.kind }], target: { source: REPORT.get(claim.report).source, selector: [{ type: 'TextPositionSelector', start: claim.start, end: claim.end }, { type: 'TextQuoteSelector', exact: claim.quote }] } }));
  return JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection', total: items.length, items }, null, 1);
}
function markdown() {
  const plain = text => text.replace(/([\\`*_[\]<>])/g, '\\$1').replace(/\s+/g, ' ');
  const one = finding => `### ${plain(finding.question)}\n\n**${plain(finding.answers[0]?.value || '')}** (${finding.status}; ${supportInWords(finding.support)}). ${plain(finding.why)}\n\n${entriesOf(finding).map(entry => `- ${plain(outletOf(entry.claim.report))} (${RELATIONS[entry.kind] || entry.kind}): “${plain(entry.claim.quote)}”`).join('\n')}\n`;
  return RECORD.stories.map(story => `# ${plain(story.title)}\n\n${ordered(FINDINGS_OF.get(story.id) || []).map(one).join('\n')}`).join('\n');
}
const EXPORTS = {
  JSON: ['the record itself', 'record.json', 'application/json', () => JSON.stringify(RECORD, null, 1)],
  CSV: ['one row for each report’s answer', 'findings.csv', 'text/csv', () => csv([CSV_HEAD, ...findingRows()])],
  'UCDP-like': ['a row for each happening with dead, in the columns of UCDP GED', 'ucdp.csv', 'text/csv', () => rowsOf('ucdp')],
  'ACLED-like': ['a row for each happening, in the columns of ACLED', 'acled.csv', 'text/csv', () => rowsOf('acled')],
  HXL: ['a row for each happening, with HXL hashtags', 'hxl.csv', 'text/csv', () => rowsOf('hxl')],
  GeoJSON: ['the places, with how exactly they are known', 'places.geojson', 'application/geo+json', () => rowsOf('geojson')],
  'Web Annotation': ['each claim as a selector', 'annotations.jsonld', 'application/ld+json', annotations],
  Markdown: ['the findings, with quotations', 'record.md', 'text/markdown', markdown],
};
if (RECORD.judgements.length) EXPORTS.Judgements = ['one a line, as rashomon judgements import takes them', 'judgements.jsonl', 'application/x-ndjson', judgementLines];
/* Rows of codebooks were made with the record (publish/codebooks): a cell that a coder would have to decide is empty. */
let madeRows = null;
async function rowsOf(form) {
  madeRows ||= await unpacked(byId('rows').textContent);
  return madeRows[form];
}
async function save([, name, type, make]) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([await make()], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 2000);
}
function drawExport() {
  put(byId('export-pop'), Object.entries(EXPORTS).map(([name, [words]]) => html`<button type="button" data-export="${name}"><b>${name}</b><span>${words}</span></button>`));
}
