/* Figures: one line for each answer on a shared scale; a rule, where chosen, lays its estimate over them. */
const RULES = { ucdp: 'UCDP', acled: 'ACLED', latest_official: 'latest official', mode_by_voice: 'most voices', median_by_voice: 'median by voice', min_max: 'least and most', analyst: 'an analyst' };
const OF_PEOPLE = ['killed', 'injured', 'hospitalised', 'missing', 'detained', 'displaced', 'evacuated', 'deployed', 'present'];
const MULTITUDE = 1e5;                         // people in such numbers have a scale of their own
const PANELS = { people: 'People', multitudes: 'People in large numbers', other: 'Other counts', day: 'Days', month: 'Months', week: 'Weeks', year: 'Years', hour: 'Hours', ratio: 'Times as much', percent: 'Per cent', '%': 'Per cent' };
const FIRST_FIGURES = 14;
const figureState = { rule: '', all: false };
const given = value => value !== null && value !== undefined;
function estimateInWords({ low, best, high }) {   // "14", "14 (9 to 24)", "9 to 24", "12 (12 or more)"
  let range = '';
  if (given(low) && given(high)) range = low === high ? (given(best) && best === low ? '' : number(low)) : `${number(low)} to ${number(high)}`;
  else if (given(low)) range = `${number(low)} or more`;
  else if (given(high)) range = `up to ${number(high)}`;
  if (given(best)) return range ? `${number(best)} (${range})` : number(best);
  return range || 'no number';
}

function figuresOf(finding) {                  // its figure claims that hold a number, those of like value as one line
  const claims = distinct(finding.answers.flatMap(answer => answer.claims)).map(id => CLAIM.get(id)).filter(claim => claim?.figure && [claim.figure.low, claim.figure.best, claim.figure.high].some(given));
  return [...group(claims, ({ figure }) => [figure.low, figure.best, figure.high, figure.approximate].join()).values()];
}
function panelName({ figure }) {
  if (figure.measure === 'other' || !OF_PEOPLE.includes(figure.measure)) return figure.unit && !/^(persons?|people)$/.test(figure.unit) ? figure.unit : figure.measure;
  return valueIn(figure) >= MULTITUDE ? 'multitudes' : 'people';
}
function panels() {
  const rows = view.findings.filter(finding => finding.kind === 'figure').map(finding => ({ finding, lines: figuresOf(finding) })).filter(({ lines }) => lines.length);
  const best = [...rows].sort((a, b) => b.lines.length - a.lines.length || rank(b.finding) - rank(a.finding)).slice(0, figureState.all ? rows.length : FIRST_FIGURES);
  const kept = rows.filter(row => best.includes(row));
  return { panels: [...group(kept, ({ lines }) => panelName(lines[0][0]))].map(([name, members]) => ({ name, rows: members, scale: scaleOf(members) })), left: rows.length - kept.length };
}
/* A shared scale: linear from 0 where values are of one order, else logarithmic (of value + 1, so that 0 has a place). */
function scaleOf(rows) {
  const values = rows.flatMap(({ lines }) => lines.flatMap(([{ figure }]) => [figure.low, figure.best, figure.high].filter(given)));
  const most = Math.max(...values, 1), least = Math.min(...values.filter(value => value > 0), most);
  if (most / least > 40) {
    const top = Math.ceil(Math.log10(most * 1.2)), low = values.every(value => value >= 100) ? Math.floor(Math.log10(least * 0.8)) : 0;
    const at = value => (low ? (Math.log10(Math.max(1, value)) - low) / (top - low) : Math.log10(Math.max(0, value) + 1) / top) * 100;
    return { log: true, at: value => Math.max(0, Math.min(100, at(value))), ticks: Array.from({ length: top - low + 1 }, (_, i) => (i + low ? 10 ** (i + low) : 0)) };
  }
  const step = 10 ** Math.floor(Math.log10(most)), by = [0.2, 0.5, 1, 2].map(part => part * step).find(part => most / part <= 5) || step * 2;
  const top = Math.ceil(most * 1.1 / by) * by;
  return { log: false, at: value => Math.max(0, value) / top * 100, ticks: Array.from({ length: Math.round(top / by) + 1 }, (_, i) => Math.round(i * by * 1e6) / 1e6) };
}
function line(claims, scale) {
  const { figure } = claims[0];
  const value = [figure.best, figure.low, figure.high].find(given), at = scale.at(value);
  const open = given(figure.low) && !given(figure.high), upTo = !given(figure.low) && !given(figure.best), range = given(figure.low) && given(figure.high) && figure.low !== figure.high;
  let mark = html`<span class="m${figure.approximate && ' ap'}" data-s="left:${at}%"></span>`;
  if (range) mark = html`<span class="bar" data-s="left:${scale.at(figure.low)}%;width:${scale.at(figure.high) - scale.at(figure.low)}%"></span>`;
  else if (open) mark = html`<span class="lo" data-s="left:${at}%"></span><span class="op" data-s="left:${at}%"></span>`;
  else if (upTo) mark = html`<span class="lo" data-s="left:${at}%"></span><span class="op back" data-s="right:${100 - at}%"></span>`;
  const end = range ? scale.at(figure.high) : at, gap = open && !range ? 64 : 12, words = shorten(figure.text, 60);
  const right = 100 - end, room = Math.max(right, at), width = text => ((words.length + text.length) * 6.6 + gap) / plotWidth() * 100;
  const from = [3, 2, 1].map(most => whose(claims, most)).find((text, i) => i === 2 || width(text) < room), needed = width(from);
  const place = needed > right && at > right ? `right:calc(${100 - at}% + ${upTo ? 64 : 12}px)` : `left:calc(${end}% + ${gap}px)`;
  return html`<div class="ln">${mark}<span class="t" data-s="${place}"><span dir="auto">${words}</span> <i>${from}</i></span></div>`;
}
/* Who gives a number: outlets, and the chain behind a single one. */
function whose(claims, most = 3) {
  const outlets = distinct(claims.map(claim => outletOf(claim.report)));
  const source = outlets.length === 1 ? chainInWords(claims[0]) : null;
  return andMore(outlets, most) + (source ? ` › ${shorten(source, 48)}` : '');
}
const plotWidth = () => Math.max(260, innerWidth < 1100 ? innerWidth - 220 : innerWidth - 560);
/* A number that stands alone in its unit needs no scale. */
const alone = ({ rows }) => rows.length === 1 && rows[0].lines.length === 1;
const ALONE = 'Numbers without another of their kind';
function loneRow({ finding, lines: [claims] }) {
  const estimate = figureState.rule && finding.estimates?.[figureState.rule];
  return html`<div class="fl"><b>${questionOf(finding)}</b><a class="small" href="#${finding.id}">finding ${numberOf.get(finding.id)}</a></div><div class="plot one"><span class="m${claims[0].figure.approximate && ' ap'}"></span><span dir="auto">${shorten(claims[0].figure.text, 120)}</span> <i>${whose(claims)}</i></div><div class="fx${!figureState.rule && ' e0'}">${estimate && html`<b>${estimateInWords(estimate)}</b>`}</div>`;
}
function lonePanel(rows, first) {
  return html`<div class="ah${first && ' first'}">${ALONE}</div><div class="ax e1"></div><div class="ax e0"></div>${rows.map(loneRow)}`;
}
function figureRow({ finding, lines }, scale) {
  const estimate = figureState.rule ? finding.estimates?.[figureState.rule] : null;
  const low = estimate && [estimate.low, estimate.best].find(given);
  const band = given(low) && html`<span class="est${!given(estimate.high) && ' open'}" data-s="left:${scale.at(low)}%;width:${given(estimate.high) ? Math.max(0, scale.at(estimate.high) - scale.at(low)) : 8}%"></span>`;
  const ticks = scale.ticks.map(tick => html`<span class="tick" data-s="left:${Math.min(99.8, scale.at(tick))}%"></span>`);
  const words = !figureState.rule ? '' : estimate ? html`<b>${estimateInWords(estimate)}</b><br><span class="small">${withDays(estimate.why)}</span>` : html`<span class="small">this rule gives no estimate</span>`;
  return html`<div class="fl"><b>${questionOf(finding)}</b><a class="small" href="#${finding.id}">finding ${numberOf.get(finding.id)}</a></div><div class="plot">${ticks}${band}${lines.length > DOTS_AT ? histogram(lines, scale) : lines.map(claims => line(claims, scale))}</div><div class="fx${!figureState.rule && ' e0'}">${words}</div>`;
}
const tickInWords = tick => (tick >= 1e9 ? `${number(tick / 1e9)} bn` : tick >= 1e6 ? `${number(tick / 1e6)} m` : number(tick));
function panel({ name, rows, scale }, i) {
  const axis = scale.ticks.map((tick, at) => html`<span class="${at === scale.ticks.length - 1 ? 'z' : ''}" data-s="left:${scale.at(tick)}%">${tickInWords(tick)}</span>`);
  const title = PANELS[name] || name[0].toUpperCase() + name.slice(1);
  return html`<div class="ah${i === 0 && ' first'}">${title}${scale.log && ', logarithmic scale'}</div><div class="ax"><div class="axis" aria-hidden="true">${axis}</div></div><div class="ax e0"></div>${rows.map(row => figureRow(row, scale))}`;
}
function drawFigures() {
  const { panels: found, left } = panels();
  byId('figures').hidden = !found.length;
  if (!found.length) return put(body('figures'), '');
  const scaled = found.filter(each => !alone(each)), lone = found.filter(alone);
  const rules = Object.keys(RULES).filter(rule => view.findings.some(finding => finding.estimates?.[rule]));
  const choice = rules.length > 0 && html`<fieldset class="rules filter"><legend class="vh">Rule for one estimate</legend><span aria-hidden="true" class="small">One estimate by</span>${['', ...rules].map(rule => html`<label><input type="radio" name="rule" value="${rule}"${rule === figureState.rule && html` checked`}><span>${RULES[rule] || 'no rule'}</span></label>`)}</fieldset>`;
  put(body('figures'), html`${choice}<div class="fig${!figureState.rule && ' nr'}">${scaled.map(panel)}${lone.length > 0 && lonePanel(lone.flatMap(({ rows }) => rows), !scaled.length)}</div>${left > 0 && html`<button type="button" class="lnk more" id="more-figures">${left} more questions of number</button>`}`);
}
