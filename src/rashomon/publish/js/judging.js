/* On a page from disk a reader judges what stands open; the rows are kept on the page and taken away as `rashomon judgements import` takes them. */
const CORRECTABLE = { figure: ['figure', 'counted', 'measure', 'scope', 'date', 'as_of', 'modality', 'attribution', 'place'], event: ['date', 'modality', 'attribution', 'place'], statement: ['date', 'modality', 'attribution', 'place'] };
const ACTS = { confirm: 'Confirm', correct: 'Correct', reject: 'Reject', note: 'Note' };
const KEPT = [];
let judge_name = '';

function acts(of, row) {
  if (DESK !== null) return '';
  const kinds = Object.keys(ACTS).filter(what => of === 'claim' || (what !== 'reject' && (what !== 'correct' || row.kind === 'figure')));
  return html`<div class="acts" data-of="${of}" data-on="${row.id}">${kinds.map(what => html`<button type="button" data-act="${what}" aria-expanded="false">${ACTS[what]}</button>`)}</div>`;
}
function openAct(button) {
  const bar = button.closest('.acts'), what = button.dataset.act, again = button.getAttribute('aria-expanded') === 'true';
  closeAct(bar);
  if (again) return;
  const fields = bar.dataset.of === 'finding' ? ['estimate'] : CORRECTABLE[CLAIM.get(bar.dataset.on).kind];
  const value = what === 'correct' && html`<label>what <select name="field">${fields.map(field => html`<option value="${field}">${FIELDS[field] || field}</option>`)}</select></label><label>is <input name="value" maxlength="300" required></label>`;
  bar.insertAdjacentHTML('beforeend', safe(html`<div class="act" data-what="${what}">${value}<label class="why">because <input name="why" maxlength="2000" required></label><label>your name <input name="who" maxlength="100" value="${judge_name}" required></label><button type="button" data-keep>Keep</button><span class="small" role="alert"></span></div>`));
  button.setAttribute('aria-expanded', 'true');
  $('.act select, .act input', bar).focus();
}
function closeAct(bar) {
  $('.act', bar)?.remove();
  $$('[aria-expanded]', bar).forEach(button => button.setAttribute('aria-expanded', 'false'));
}
/* A row as a Judgement has it: what it is on, where these words stand, and which claims answered the same question. */
function judgementOf(of, id, filled) {
  const findings = of === 'finding' ? [FINDING.get(id)] : [...(FINDINGS_WITH.get(id) || [])];
  const answering = distinct(findings.flatMap(({ answers }) => answers.flatMap(({ claims }) => claims))).filter(claim => CLAIM.has(claim)).sort();
  const on = of === 'finding' ? answering : [id], place = ({ kind, report, start, end }) => `${kind}:${report}@${start}-${end}`;
  return { ...filled, when: new Date().toISOString(), of, on, at: on.map(claim => place(CLAIM.get(claim))), seen: answering };
}
function keepAct(button) {
  const form = button.closest('.act'), bar = form.closest('.acts'), filled = { what: form.dataset.what };
  for (const input of $$('select, input', form)) filled[input.name] = input.value.trim();
  const empty = $$('input', form).find(input => !input.value.trim());
  if (empty) { $('[role=alert]', form).textContent = 'Each line is needed.'; return empty.focus(); }
  judge_name = filled.who;
  KEPT.push(judgementOf(bar.dataset.of, bar.dataset.on, filled));
  closeAct(bar);
  bar.insertAdjacentHTML('beforeend', safe(html`<p class="small kept">kept: ${judgementInWords(KEPT.at(-1))}</p>`));
  drawTray();
  $('button', bar).focus();
  return undefined;
}
function drawTray() {
  const tray = byId('tray');
  tray.hidden = !KEPT.length;
  put(tray, html`<span>${plural(KEPT.length, 'judgement')} kept on this page, until it is closed</span><button type="button" id="take">Download</button><button type="button" id="drop">Discard</button><span class="small">for <code>rashomon judgements import</code></span>`);
}
function onJudging(event) {                    // whether the click was one of these
  const at = selector => event.target.closest(selector);
  if (at('[data-act]')) openAct(at('[data-act]'));
  else if (at('[data-keep]')) keepAct(at('[data-keep]'));
  else if (at('#take')) save(['', 'judgements.jsonl', 'application/x-ndjson', () => KEPT.map(row => JSON.stringify(row)).join('\n') + '\n']);
  else if (at('#drop')) { KEPT.length = 0; drawTray(); $$('.kept').forEach(line => line.remove()); }
  else return false;
  return true;
}
