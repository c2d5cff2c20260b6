/* Follows what runs in the background, and goes on when it is over. Without this the page is loaded anew every other second. */
'use strict';
const box = document.querySelector('[data-job]');
const bar = document.getElementById('progress'), stage = document.getElementById('stage'), live = document.getElementById('live');
let said = '', failures = 0;
const words = job => {
  if (job.state === 'waiting') return 'Waiting for what was asked for before';
  if (!job.stage) return 'Beginning';
  const name = job.stage[0].toUpperCase() + job.stage.slice(1);
  return name + (job.done ? ` ${job.done}` : '') + (job.total ? ` of ${job.total}` : '');
};
/* The same address is loaded anew, with the place in it that was asked for. */
const onward = to => (to === location.pathname ? location.reload() : location.replace(to + location.hash));
async function ask() {
  try {
    const answer = await fetch(box.dataset.job, { cache: 'no-store' });
    if (!answer.ok) throw new Error(answer.status);
    const job = await answer.json();
    failures = 0;
    if (job.state === 'done' || job.state === 'failed') return onward(box.dataset.then);
    stage.textContent = words(job);
    if (job.total) { bar.max = job.total; bar.value = job.done; } else bar.removeAttribute('value');
    if (job.stage !== said) { said = job.stage; live.textContent = words(job); }
  } catch {
    failures += 1;
    if (failures > 20) { stage.textContent = 'The desk does not answer any more. Look at the terminal in which it was started.'; return undefined; }
  }
  setTimeout(ask, 500);
  return undefined;
}
if (box) ask();
