/* The page's own words: counts, days, relations, names. */
const plural = (n, noun, many) => `${number(n)} ${n === 1 ? noun : many || noun + 's'}`;
const FORMAT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
const number = n => (n === null || n === undefined ? '' : FORMAT.format(n));
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/* ISO 8601 of any precision: "2022", "2022-01", "2022-01-05", "2022-01-05T10:47+06:00". */
const parts = iso => (iso || '').slice(0, 10).split('-').map(Number);
const dayOf = iso => (iso ? iso.slice(0, 10) : null);
const clock = iso => (iso && iso.length > 10 ? iso.slice(11, 16) : '');
const utc = iso => { const [y, m = 1, d = 1] = parts(iso); return Date.UTC(y, m - 1, d); };
const weekday = iso => (iso && iso.length >= 10 ? WEEKDAYS[new Date(utc(iso)).getUTCDay()] : '');
function dayInWords(iso, withYear = true) {
  if (!iso) return 'undated';
  const [y, m, d] = parts(iso);
  return [d, m && MONTHS[m - 1], withYear || !m ? y : null].filter(Boolean).join(' ');
}
function daysInWords(when, withYear = true) {
  if (!when || (!when.start && !when.end)) return 'undated';
  const { start, end } = when;
  if (!end) return `from ${dayInWords(start, withYear)}`;
  if (!start) return `until ${dayInWords(end, withYear)}`;
  if (dayOf(start) === dayOf(end)) return dayInWords(start, withYear) + (clock(start) ? `, ${clock(start)}` : '');
  const [y, m, d] = parts(start), [y2, m2] = parts(end);
  if (y === y2 && m === m2 && d) return `${d}–${dayInWords(end, withYear)}`;
  return `${dayInWords(start, y !== y2)} – ${dayInWords(end, withYear)}`;
}

/* Questions and values with their ISO days in words. */
const ISO = /\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)/g;
const withDays = text => (text || '').replace(ISO, when => dayInWords(when) + (clock(when) && `, ${clock(when)}`));
const valueOf = answer => withDays(answer.value);
const questionOf = finding => withDays(finding.question);

const HEADINGS = { toll: 'The toll', forces: 'The forces', decision: 'Decisions', measures: 'Measures', course: 'What happened', blame: 'Blame', demand: 'Demands', other: 'Also reported' };
const GROUPS = Object.keys(HEADINGS);
const STATUSES = ['contested', 'corrected', 'updated', 'agreed', 'compatible', 'single'];
const STATUS_WORDS = { single: 'one voice' };
const RELATIONS = {
  agree: 'agrees', copy: 'one text carried it', compatible: 'compatible', subset: 'part of it', scope: 'other scope', update: 'older or newer state',
  correction: 'corrected', retraction: 'retracted', conflict: 'conflicts', silent: 'silent', omits: 'leaves out what others carry', early: 'published before it happened',
};
const MARKS = { agree: 'agree', copy: 'agree', compatible: 'compatible', subset: 'scope', scope: 'scope', update: 'update', correction: 'update', retraction: 'update', conflict: 'conflict', silent: 'silent', omits: 'silent', early: 'early' };
const DATED_BY = { metadata: 'from the page’s data', text: 'date in the text', dateline: 'from its dateline', url: 'from its address', story: 'undated: inferred from the other reports', judgement: 'dated by a person' };
const STANDING = { asserted: 'asserted', denied: 'denied', planned: 'planned, not done yet', possible: 'possible, not asserted', demanded: 'demanded', hypothetical: 'hypothetical' };

/* Relations of several reports: "2 agree", "1 agrees". */
const relationOf = (kind, n) => (n === 1 ? RELATIONS[kind] || kind : { agree: 'agree', conflict: 'conflict' }[kind] || RELATIONS[kind] || kind);

/* A report without an outlet is called by its file, without path and ending. */
const stem = name => name.split(/[/\\#]/).filter(Boolean).pop().replace(/\.(?:html?|txt|json[l]?|md|xml|eml|pdf|docx?)$/i, '');
const file = source => stem(source) || source;
function outletOf(id) {                        // a report that the record lacks is named by its id; the badge says so
  const report = REPORT.get(id);
  return report ? report.outlet || file(report.source) : id;
}
function voiceName(id) {                       // the voice of a text that is known by its file alone is called as the report is
  const voice = VOICE.get(id);
  return voice ? FILES.get(voice.name) || voice.name : id;
}
const FILES = new Map(RECORD.reports.filter(report => !report.outlet).flatMap(({ source }) => [source, source.split(/[/\\]/).pop()].map(name => [name, file(source)])));
const andMore = (names, most) => names.slice(0, most).join(', ') + (names.length > most ? ` and ${names.length - most} more` : '');
const ownVoice = id => { const name = voiceName(REPORT.get(id).voice); return name === outletOf(id) ? null : name; };
/* As a voice is called, else as the report words it: also where a pronoun is all that is known of who speaks. */
const linkName = link => (link.voice && VOICE.has(link.voice) && !PRONOUN.test(voiceName(link.voice)) ? voiceName(link.voice) : `“${link.name}”`);
function chainInWords(claim) {
  const names = claim.attribution.map(linkName);
  if (!names.length) return null;
  return names.length > 4 ? `${names[0]} › … ${names.length - 2} more › ${names.at(-1)}` : names.join(' › ');
}
const supportInWords = ({ reports, texts, speakers }) => [plural(reports, 'report'), plural(texts, 'text'), plural(speakers, 'speaker')].join(', ');
const shorten = (text, most) => (text.length <= most ? text : text.slice(0, text.lastIndexOf(' ', most) > 0 ? text.lastIndexOf(' ', most) : most) + ' …');
