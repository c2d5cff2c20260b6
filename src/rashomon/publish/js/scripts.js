/* Names in other scripts, letter by letter in Latin ones, to stand behind them: Cyrillic and Greek as they are read, of Hebrew and Arabic the letters. */
const letters = pairs => pairs.split(' ').map(pair => [pair[0], pair.slice(1)]);
const LATIN_OF = new Map([
  ...letters('аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ьʼ эe юyu яya іi їyi єye ґg ўw ћć ђđ џdž љlj њnj јj ѓǵ ќḱ ѕdz әä ғgh қq ңng өö ұu үü һh'),
  ...letters('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo άa έe ήi ίi όo ύy ώo ϊi ϋy'),
  ...letters('אʼ בb גg דd הh וv זz חh טt יy כk ךk לl מm םm נn ןn סs עʻ פp ףp צts ץts קq רr שsh תt'),
  ...letters('اa أa إi آa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz عʻ غgh فf قq كk لl مm نn هh ةa وw ؤʼ يy ىa ئʼ ءʼ پp چch ژzh گg کk یy'),
]);
const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/u, VOWEL_POINTS = /[\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/g;
function latin(name) {                         // null where every letter of the name is Latin, or of a script that is not in the table
  if (!OTHER_SCRIPT.test(name)) return null;
  const words = name.normalize('NFC').replace(VOWEL_POINTS, '').split(/(\s+)/).map(word => [...word.toLowerCase()].map(letter => LATIN_OF.get(letter) ?? letter).join(''));
  const upright = words.map(word => word.replace(/^([ʼʻ]?)(\p{L})/u, (_, mark, first) => mark + first.toUpperCase())).join('');
  return OTHER_SCRIPT.test(upright) ? null : upright;
}
const latinBehind = name => latin(name) && html` <span class="lt" lang="und-Latn">${latin(name)}</span>`;
