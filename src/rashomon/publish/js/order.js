/* The order of the rows: under their headings while reports are few, disputes first when they are many, day by day when they are very many. */
const FOLD_AT = 8;                             // above this many reports, columns are voices, and disputes stand first
const BY_DAY_AT = 100;                         // above this many, rows stand by their day
const SORT_AT = 40;                            // above this many findings, those under one heading stand by rank
const ORDERS = {
  heading: ['under headings', finding => HEADINGS[finding.group] || finding.group, ordered],
  dispute: ['disputes first', finding => (disputed(finding) ? 'In dispute or corrected' : 'Not in dispute, the best supported first'), findings => [...findings].sort((a, b) => disputed(b) - disputed(a) || rank(b) - rank(a))],
  day: ['day by day', finding => dayHeading(dayOfFinding(finding)), findings => [...findings].sort((a, b) => (dayOfFinding(a) || '9').localeCompare(dayOfFinding(b) || '9') || rank(b) - rank(a))],
};
const usualOrder = n => (n > BY_DAY_AT ? 'day' : n > FOLD_AT ? 'dispute' : 'heading');
const disputed = ({ status }) => ['contested', 'corrected'].includes(status);
/* The day that a finding is of: that of its leading answer, else the first that any of its claims has. A month or a year is no day. */
const DAY_OF = new Map();
function dayOfFinding(finding) {
  if (!DAY_OF.has(finding)) DAY_OF.set(finding, firstDay(finding));
  return DAY_OF.get(finding);
}
function firstDay(finding) {
  const given = [finding.answers[0].date, ...finding.answers[0].claims.map(id => CLAIM.get(id)).flatMap(claim => [claim?.date, claim?.as_of])];
  return dayOf(given.find(date => date?.start?.length >= 10 && utc(date.end || date.start) - utc(date.start) <= DAY)?.start) || null;
}
const dayHeading = day => (day ? [weekday(day), dayInWords(day)].filter(Boolean).join(' ') : 'Of no single day');

function ordered(findings) {
  const place = new Map(findings.map((finding, i) => [finding, i]));
  const many = findings.length > SORT_AT;
  return [...findings].sort((a, b) =>
    GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || (many ? rank(b) - rank(a) : 0) || place.get(a) - place.get(b));
}
/* How much a finding asks for attention: disputes first, then what many voices carry. */
const rank = finding => ({ contested: 1e6, corrected: 5e5 }[finding.status] || 0) + (HEADING_WEIGHT[finding.group] || 0) + finding.support.speakers * 100 + finding.support.texts * 10 + finding.answers.length;
const HEADING_WEIGHT = { toll: 250, forces: 60, decision: 40, measures: 40, other: -60 };
