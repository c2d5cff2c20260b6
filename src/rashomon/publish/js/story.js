/* One story, ready to be drawn: its reports in order, its findings numbered under their headings. */
let view = null;

function openStory(id) {
  const story = STORY.get(id);
  const ids = story.reports.filter(report => REPORT.has(report));
  const findings = ordered((FINDINGS_OF.get(id) || []).filter(finding => finding.answers.length));
  findings.forEach((finding, i) => { numberOf.set(finding.id, i + 1); });
  const here = new Set(ids);
  view = {
    story, findings,
    reports: sideBySide(ids, RECORD.lineage.filter(row => here.has(row.derived))),
    lineage: RECORD.lineage.filter(row => here.has(row.derived)).map((row, i) => [row, i]).sort((a, b) => tie(b[0]) - tie(a[0]) || a[1] - b[1]).map(([row]) => row),
    claims: ids.flatMap(report => claimsIn(story, report)),
    omissions: new Map(RECORD.omissions.filter(row => row.story === id).map(row => [row.report, new Set(row.findings)])),
    timeline: RECORD.timeline.filter(row => row.story === id),
    frames: RECORD.frames.filter(row => row.story === id),
  };
  view.inView = here;
  Object.assign(shown, fresh());
  view.columns = columnsOf(view);
}
const numberOf = new Map();                    // finding id → its number in its story

/* How much a row of lineage tells: what is known before what is likely, whole texts before parts. */
const tie = row => ({ known: 4, likely: 1 }[row.direction] || 0) + ({ relay: 0, excerpt: 1 }[row.kind] ?? 2) + row.share;
/* Reports in order of publication, but those that carry words of one source next to each other. */
function sideBySide(ids, lineage) {
  const dated = [...ids].sort((a, b) => (REPORT.get(a).published || '9').localeCompare(REPORT.get(b).published || '9'));
  const placed = [];
  for (const { reports } of sharedTexts(ids, lineage)) {
    const free = dated.filter(id => reports.has(id) && !placed.includes(id));
    if (free.length > 1) placed.push(...free);
  }
  return [...placed, ...dated.filter(id => !placed.includes(id))];
}
/* Sources whose words stand in two or more reports, the widest spread first. */
function sharedTexts(ids, lineage) {
  const here = new Set(ids), sources = new Map();
  for (const row of lineage) {
    const name = sourceName(row);
    if (!name) continue;
    const source = sources.get(name) || sources.set(name, { name, reports: new Set(), share: 0, relayed: true }).get(name);
    source.reports.add(row.derived);
    if (here.has(row.origin)) source.reports.add(row.origin);
    source.share = Math.max(source.share, row.share);
    source.relayed = source.relayed && row.kind === 'relay';
  }
  return [...sources.values()].filter(source => source.reports.size > 1).sort((a, b) => b.reports.size - a.reports.size);
}
const sourceName = row => row.origin_name || (row.origin && REPORT.has(row.origin) ? outletOf(row.origin) : null);
