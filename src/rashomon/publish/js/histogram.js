/* Many numbers for one question: a dot for each text that gives one, stacked on the shared scale; the outermost and the most given are named. */
const DOTS_AT = 10;                            // above this many lines, a question is drawn as dots
const BINS = 72, HIGHEST = 12, MOST_NAMED = 4;
const valueIn = ({ low, best, high }) => [best, low, high].find(given);
const hedged = ({ low, best, high, approximate }) => approximate || !(given(low) && low === best && best === high);

/* Each text once for each value it gives: {value, hedged, claims}, the least first. */
function numbersGiven(lines) {
  const texts = group(lines.flat(), claim => JSON.stringify([claim.origin || REPORT.get(claim.report).voice, valueIn(claim.figure), hedged(claim.figure)]));
  return [...texts.values()].map(claims => ({ value: valueIn(claims[0].figure), hedged: hedged(claims[0].figure), claims })).sort((a, b) => a.value - b.value || a.hedged - b.hedged);
}
/* Those that stand apart: beyond one and a half times the middle half's width (Tukey 1977), on the scale as drawn; always the ends. */
function outliers(given, at) {
  const quarter = part => at(given[Math.round((given.length - 1) * part)].value), width = (quarter(0.75) - quarter(0.25)) * 1.5;
  const beyond = given.filter(({ value }) => at(value) < quarter(0.25) - width || at(value) > quarter(0.75) + width);
  const [first, last] = [given[0], given.at(-1)], values = group([first, last, ...beyond], ({ value }) => value);
  return [...values.values()].map(([one]) => one).sort((a, b) => Math.abs(at(b.value) - 50) - Math.abs(at(a.value) - 50)).slice(0, MOST_NAMED).sort((a, b) => a.value - b.value);
}
function histogram(lines, scale) {
  const all = numbersGiven(lines), bins = group(all, ({ value }) => Math.round(scale.at(value) / 100 * BINS));
  const most = Math.max(...[...bins.values()].map(each => each.length)), per = Math.ceil(most / HIGHEST), dot = one => html`<i class="${one.hedged && 'ap'}" title="${number(one.value)}: ${whose(one.claims, 4)}"></i>`;
  const dots = [...bins].map(([bin, each]) => html`<span class="pile" data-s="left:${bin / BINS * 100}%">${each.filter((_, i) => i % per === 0).map(dot)}</span>`);
  const often = [...group(all, ({ value }) => value)].sort((a, b) => b[1].length - a[1].length)[0];
  return html`<div class="dotplot" data-s="height:${Math.ceil(most / per) * 9 + 14}px" role="img" aria-label="${plural(all.length, 'number')} from ${number(all[0].value)} to ${number(all.at(-1).value)}, most often ${number(often[0])}">${dots}</div>${namedValues(all, often, per, scale)}${allValues(all)}`;
}
function namedValues(all, [often, texts], per, scale) {
  const ends = outliers(all, scale.at), items = ends.map(({ value, claims }) => html`<li><b>${number(value)}</b> ${whose(claims, 2)}</li>`);
  return html`<ul class="named">${items}<li>most often <b>${number(often)}</b>, ${plural(texts.length, 'text')}</li>${per > 1 && html`<li>a dot: ${per} texts</li>`}</ul>`;
}
function allValues(all) {
  const rows = [...group(all, ({ value }) => value)].map(([value, each]) => html`<tr><th scope="row" class="num">${number(value)}</th><td class="num">${each.length}</td><td>${andMore(distinct(each.flatMap(({ claims }) => claims.map(claim => outletOf(claim.report)))), 12)}</td></tr>`);
  return html`<details class="values"><summary>all ${number(rows.length)} values</summary><table class="grid"><thead><tr><th scope="col" class="num" data-s="width:5em">value</th><th scope="col" class="num" data-s="width:4em">texts</th><th scope="col">outlets</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}
