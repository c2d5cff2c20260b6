/* Days: events above the rule, publication below it, on one axis; then the events in order, in the reports' words. */
const MOST_DAYS = 14, MOST_EVENTS = 24, FIRST_EVENTS = 60, VOICE_DOTS = 5;
const MOST_NAMES = 30, MANY_EVENTS = 40, FIRST_OF_DAY = 4;   // above so many reports, days have counts; above so many events, those of most weight stand first

function axisDays(events, reports) {           // the days that have something, at most MOST_DAYS, the fullest
  const weight = new Map();
  const add = (day, n) => { if (day?.length === 10) weight.set(day, (weight.get(day) || 0) + n); };
  events.forEach(event => { add(dayOf(event.start), 1 + event.salience); add(dayOf(event.end), 0.1); });
  reports.forEach(id => add(dayOf(REPORT.get(id).published), 0.5));
  const kept = [...weight].sort((a, b) => b[1] - a[1]).slice(0, MOST_DAYS).map(([day]) => day).sort();
  return kept.length && nearby(kept) ? everyDay(kept[0], kept.at(-1)) : kept;
}
const DAY = 864e5;
const nearby = days => { const spread = (utc(days.at(-1)) - utc(days[0])) / DAY + 1; return spread <= MOST_DAYS && spread - days.length <= 2; };
const everyDay = (first, last) => Array.from({ length: Math.round((utc(last) - utc(first)) / DAY) + 1 }, (_, i) => new Date(utc(first) + i * DAY).toISOString().slice(0, 10));

function ribbon(events) {
  const days = axisDays(events, view.reports);
  if (days.length < 2) return '';
  const column = iso => { const day = dayOf(iso); const i = days.findIndex(candidate => candidate >= day); return i < 0 ? days.length : i + 1; };
  const within = event => event.start && event.end && dayOf(event.start) >= days[0] && dayOf(event.end) <= days.at(-1);
  const top = new Set([...events].filter(within).sort((a, b) => b.salience - a.salience).slice(0, MOST_EVENTS));
  const rows = [], markup = days.map((day, i) => html`<div class="d${i > 0 && utc(day) - utc(days[i - 1]) > DAY && ' gap'}" data-s="grid-column:${i + 1};grid-row:1">${weekday(day)}<b>${parts(day)[2]}</b>${(i === 0 || day.slice(0, 7) !== days[i - 1].slice(0, 7)) && html`<span class="mo">${MONTHS[parts(day)[1] - 1].slice(0, 3)} ${parts(day)[0]}</span>`}</div>`);
  events.forEach((event, i) => {
    if (!top.has(event)) return;
    const from = column(event.start), to = Math.max(from, column(event.end));
    let at = 0;
    while (rows[at]?.some(([x, y]) => from <= y && to >= x)) at += 1;
    (rows[at] = rows[at] || []).push([from, to]);
    markup.push(html`<a class="e${notDone(event) && ' nd'}" href="#day-${i + 1}" data-s="grid-column:${from}/${to + 1};grid-row:${at + 2}" title="${event.text}" aria-label="Event ${i + 1}: ${notDone(event) && `${event.modality}: `}${event.text}; ${plural(event.voices.length, 'voice')}"><span>${i + 1}</span><span class="vd" aria-hidden="true">${event.voices.slice(0, event.voices.length > VOICE_DOTS ? 1 : VOICE_DOTS).map(() => html`<i></i>`)}${event.voices.length > VOICE_DOTS && event.voices.length}</span></a>`);
  });
  const below = (view.reports.length > MOST_NAMES ? publicationCounts : publications)(column, days, rows.length + 2);
  const lines = days.map((_, i) => html`<div class="bg" data-s="grid-column:${i + 1};grid-row:2/${below.end}"></div>`);
  return html`<div class="rib" data-s="--days:${days.length}">${markup}<div class="pl" data-s="grid-row:${rows.length + 2}">published</div>${below.markup}${lines}</div>`;
}
/* Of many reports, how many came out on each day, as bars. */
function publicationCounts(column, days, first) {
  const inDay = group(view.reports.filter(id => REPORT.get(id).published), id => column(REPORT.get(id).published)), most = Math.max(...[...inDay.values()].map(ids => ids.length));
  const bar = ([at, ids]) => html`<div class="pc" data-s="grid-column:${Math.min(at, days.length)};grid-row:${first + 1}" title="${andMore(distinct(ids.map(outletOf)), 20)}"><b>${number(ids.length)}</b><span class="vh"> reports on ${dayInWords(days[Math.min(at, days.length) - 1], false)}</span><i data-s="height:${Math.max(2, Math.round(ids.length / most * 44))}px"></i></div>`;
  return { markup: [...inDay].map(bar), end: first + 2 };
}
function publications(column, days, first) {
  const inDay = group(view.reports.filter(id => REPORT.get(id).published).sort((a, b) => REPORT.get(a).published.localeCompare(REPORT.get(b).published)), id => column(REPORT.get(id).published));
  const markup = [], taken = [...inDay.keys()];
  const roomFor = at => Math.max(1, Math.min(2, Math.min(days.length + 1, ...taken.filter(other => other > at)) - at));
  let deepest = first, k = first;
  for (const [at, ids] of inDay) {
    const few = ids.slice(0, 6);
    few.forEach((id, i) => {
      const report = REPORT.get(id), inferred = report.dated_by === 'story';
      const note = report.modified && dayOf(report.modified) !== dayOf(report.published) ? `changed ${dayInWords(report.modified)}` : inferred ? 'undated: inferred' : '';
      markup.push(html`<div class="p${inferred && ' inf'}" title="${DATED_BY[report.dated_by] || ''}" data-s="--c:${Math.min(at, days.length)}/span ${roomFor(at)};--r:${first + i + 1};--k:${k += 1}"><span class="pd">${dayInWords(report.published, false)} </span>${outletOf(id)}${clock(report.published) && html` <span class="ck">${clock(report.published)}</span>`}<small>${note}</small></div>`);
    });
    if (ids.length > few.length) markup.push(html`<div class="p" data-s="--c:${at}/span 1;--r:${first + 7};--k:${k += 1}">and ${ids.length - few.length} more</div>`);
    deepest = Math.max(deepest, first + few.length + (ids.length > few.length ? 1 : 0));
  }
  return { markup, end: deepest + 1 };
}
const notDone = event => event.modality && event.modality !== 'asserted';
function dayRow(event, i, before) {
  const years = distinct(view.timeline.flatMap(({ start, end }) => [start, end]).filter(Boolean).map(iso => iso.slice(0, 4))).length > 1;
  const days = daysInWords(event, years), same = before && daysInWords(before, years) === days;
  const reports = distinct(event.claims.filter(id => CLAIM.has(id)).map(id => CLAIM.get(id).report));
  const links = reports.slice(0, 5).map(id => html`<a href="#rep-${id}" data-read="${event.claims.find(claim => CLAIM.get(claim)?.report === id)}">${outletOf(id)}</a>`);
  const name = dayOf(event.start) === dayOf(event.end) ? `${weekday(event.start)} ` : '';
  return html`<li id="day-${i + 1}" class="${same ? 'same' : ''}"><span class="dd">${!same && name + days}</span><span class="no">${i + 1}</span><span class="tx" dir="auto">${event.time && html`<span class="hr">${event.time.replace(/Z$/, ' GMT')}</span> `}${notDone(event) && html`<span class="md">${event.modality}</span> `}${shorten(event.text, 420)}</span><span class="vs">${plural(event.voices.length, 'voice')} · ${links.length ? join(links, ', ') : event.voices.slice(0, 4).map(voiceName).join(', ')}${reports.length > 5 && ` and ${reports.length - 5} more`}</span></li>`;
}
/* Of very many events, each day shows those of most weight, the others on request. */
function dayRows(events, first) {
  const rows = events.map((event, i) => [event, html`${dayRow(event, first + i, events[i - 1])}`]);
  if (view.timeline.length <= MANY_EVENTS || events.length <= FIRST_OF_DAY + 1) return rows.map(([, row]) => row);
  const top = new Set([...events].sort((a, b) => b.salience - a.salience).slice(0, FIRST_OF_DAY));
  const kept = events.flatMap((event, i) => (top.has(event) ? [dayRow(event, first + i, events[[...top].some(other => events.indexOf(other) < i) ? i - 1 : -1])] : []));
  const others = events.flatMap((event, i) => (top.has(event) ? [] : [dayRow(event, first + i, event)]));
  return html`${kept}<li class="same rest"><details><summary>${plural(others.length, 'more event')} ${first + events.length === view.timeline.length ? '' : 'of this day'}</summary><ol class="tl">${others}</ol></details></li>`;
}
function drawDays() {
  const { timeline } = view;
  if (!timeline.length) return put(body('days'), html`<p class="empty">No report dates anything that this record could read.</p>`);
  put(body('days'), html`${ribbon(timeline)}<ol class="tl"></ol>`);
  const days = [...group(timeline, event => daysInWords(event)).values()];
  inParts($('.tl', byId('days')), days, timeline.length > MANY_EVENTS ? FIRST_EVENTS : timeline.length, events => dayRows(events, timeline.indexOf(events[0])));
}
