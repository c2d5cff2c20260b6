/* The numbers that words may state, in digits, in words or in both: "3.5 million", "two dozen", "twofold". */
const SMALL = Object.fromEntries('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ').map((word, n) => [word, n]));
const TENS = Object.fromEntries('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, n) => [word, 20 + 10 * n]));
const SCALES = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, b: 1e9, tn: 1e12 };
const NUMBER_WORDS = {
  a: 1, an: 1, single: 1, once: 1, sole: 1, lone: 1, no: 0, none: 0, nobody: 0, without: 0, nil: 0, dozen: 12, dozens: 24, half: 0.5, halved: 0.5,
  halving: 0.5, quarter: 0.25, third: 1 / 3, couple: 2, pair: 2, both: 2, twice: 2, twin: 2, double: 2, doubled: 2, doubling: 2, doubles: 2,
  twofold: 2, triple: 3, triples: 3, trio: 3, tripled: 3, tripling: 3, treble: 3, trebled: 3, trebling: 3, threefold: 3, quadruple: 4, quadrupled: 4, quadrupling: 4, fourfold: 4, quintuple: 5, tenfold: 10, score: 20, scores: 20,
};
const BESIDE_NONE = ['a', 'an', 'no', 'dozens', 'scores'];
function readDigits(token) {                   // "1,000" is 1000, "3.5" is 3.5, "1.000" may be either
  const apart = token.includes(' ') ? token.split(' ').flatMap(readDigits) : [];
  const bare = token.replace(/[\s']/g, '');
  return [bare.replace(/[.,]/g, ''), bare.replace(/,/g, '.'), bare.replace(/,/g, ''), bare.replace(/\./g, '').replace(/,/g, '.')]
    .filter(form => /^\d+(\.\d+)?$/.test(form)).map(Number).concat(apart);
}
function readToken(token) {
  if (/\d/.test(token[0])) return readDigits(token);
  if (token.endsWith('fold') && Object.hasOwn(SMALL, token.slice(0, -4))) token = token.slice(0, -4);
  return [SMALL, TENS, NUMBER_WORDS, token.length > 2 ? SCALES : {}].flatMap(table => (Object.hasOwn(table, token) ? [table[token]] : []));
}
function readFrom(tokens, found) {
  const values = readToken(tokens[0]);
  for (const value of values) {
    found.add(value);
    let total = 0, last = value;
    for (const token of tokens.slice(1, 8)) {
      const scale = Object.hasOwn(SCALES, token) ? SCALES[token] : token === 'dozen' ? 12 : 0;
      if (scale) {
        last *= scale;
        if (last >= 1000) { total += last; last = 0; }
      } else if (!['and', 'a', 'of'].includes(token)) {
        const next = readToken(token);
        if (!next.length || /\d/.test(token[0]) || BESIDE_NONE.includes(token) || BESIDE_NONE.includes(tokens[0])) break;
        last += Math.min(...next);
      }
      found.add(total + last);
    }
    if (tokens[1] === 'and' && tokens[2] === 'a' && tokens[3] === 'half') found.add(value + 0.5);
  }
}
function readSharedScale(tokens, found) {      // 10 million of "10 to 30 million"
  const second = [1, 2].find(i => tokens.length > i + 1 && readToken(tokens[i]).length && tokens[i + 1].length > 2 && Object.hasOwn(SCALES, tokens[i + 1]));
  if (second === undefined || (second === 2 && !['to', 'and', 'or'].includes(tokens[1]))) return;
  readToken(tokens[0]).forEach(value => found.add(value * SCALES[tokens[second + 1]]));
}
function numbersIn(words) {
  const tokens = words.normalize('NFKC').toLowerCase().match(/\d+(?:[.,\u00a0\u202f' ]\d{3}(?!\d))*(?:[.,]\d+)?|\p{L}+/gu) || [];
  const found = new Set();
  tokens.forEach((_, i) => {
    readFrom(tokens.slice(i), found);
    readSharedScale(tokens.slice(i, i + 4), found);
  });
  return found;
}
const states = (found, value) => [...found].some(n => Math.abs(n - value) <= 1e-9 * Math.max(1, Math.abs(n)));
