"""The words of other languages by which a report hands its matter over to a medium; each before or behind its name.

The medium's own noun may stand between ("сообщает агентство …", "laut der Zeitung …").
"""

import re
from typing import NamedTuple


class Cues(NamedTuple):
    """Alternatives of a pattern: `before` and `behind` a name; `nouns` and articles that may stand between."""

    language: str
    before: str
    behind: str
    nouns: str


_CUES = (
    Cues(
        "ru",
        r"по данным|по информации|по сообщению|по словам|сообща(?:ет|ют|ло|л|ла)|сообщил[аио]?|пиш[еу]т|писал[аио]?|переда[её]т|передал[аио]?|"
        r"со ссылкой на|ссыл(?:ается|аясь) на|цитирует|рассказал[аи]? |заявил[аи]? |в интервью|в беседе с|в комментарии|отмечает|уточняет|"
        r"как стало известно|говорится в сообщении",
        r"сообщ|пиш|переда|уточня|отмеча|цитир|со ссылкой|рассказал|узнал|выяснил",
        r"агентств\w+|информагентств\w+|информационн\w+|газет\w+|телеканал\w+|канал\w+|издани\w+|портал\w+|журнал\w+|корреспондент\w*|сайт\w*|в|на",
    ),
    Cues(
        "uk",
        r"за даними|за інформацією|за повідомленням|повідомля(?:є|ють|ло)|повідоми(?:в|ла|ли|ло)|пише|пишуть|передає|з посиланням на|посилаючись на|"
        r"цитує|розповіли?|в інтерв['’]ю|у коментарі",
        r"повідом|пише|передає|цитує|з посиланням",
        r"агенці\w+|агентств\w+|газет\w+|телеканал\w*|канал\w*|видання|портал\w*|журнал\w*|сайт\w*|в|у",
    ),
    Cues(
        "de",
        r"laut|nach angaben (?:von|der|des)|berichtet(?:e|en)?|meldet(?:e|en)?|schreibt|sagte|zitiert|unter berufung auf|beruft sich auf|so die|gegenüber",
        r"berichtet|meldet|schreibt|zitiert|zufolge|unter berufung",
        r"der|die|das|dem|den|nachrichtenagentur|agentur|zeitung|sender|magazin|staatliche[nr]?|zeitschrift",
    ),
    Cues(
        "fr",
        r"selon|d['’]après|rapport(?:e|ent|é par)|indiqu(?:e|é)(?: à)?|déclaré à|affirmé à|confié à|a-t-il dit à|cité(?:e|s)? par|citant|à",
        r"rapporte|a rapporté|indique|a indiqué|écrit|a écrit|annonce|affirme|citant",
        r"l['’]agence|agence|le|la|les|l['’]|journal|quotidien|chaîne|site|magazine|hebdomadaire|de presse|officielle|radio",
    ),
    Cues(
        "es",
        r"según|inform(?:a|ó|an|aron)|report(?:a|ó|an)|dijo a|declaró a|citad[oa]s? por|citando a|de acuerdo con|señaló|publicó",
        r"informó|informa|reportó|publicó|señaló|citando",
        r"la|el|los|las|agencia|diario|periódico|canal|cadena|radio|revista|portal|estatal|de noticias|al",
    ),
    Cues(
        "pt",
        r"segundo|de acordo com|inform(?:a|ou)|disse (?:à|ao)|citad[oa] (?:por|pela|pelo)|conforme|noticiou",
        r"informou|noticiou|publicou|relatou",
        r"o|a|os|as|agência|jornal|canal|rede|revista|portal|estatal|de notícias",
    ),
    Cues(
        "it",
        r"secondo|riferisce|riporta|scrive|citando|ha detto a|ha dichiarato a",
        r"riferisce|riporta|scrive|ha riferito|ha riportato",
        r"l['’]agenzia|agenzia|il|lo|la|quotidiano|giornale|emittente|sito|di stampa|settimanale",
    ),
    Cues(
        "tr",
        r"göre:|kaynak:",
        r"(?:['’]?(?:ya|ye|a|e|na|ne|in|ın|un|ün|nin|nın))\s(?:göre|haberine göre|konuşan)|haber verdi|bildirdi|yazdı|duyurdu|aktardı",
        r"haber ajansı|gazetesi|ajansı|kanalı",
    ),
    Cues("ar", r"وفق(?:ا ل|ًا ل)?|بحسب|نقلا عن|نقلت|ذكرت|أفادت|قالت|حسب|قال ل", r"ذكرت|أفادت|قالت|نقلت", r"وكالة|الأنباء|أنباء|قناة|صحيفة|موقع|تلفزيون"),
)  # fmt: skip
_BEFORE = re.compile(
    "|".join(
        rf"(?:\b(?:{cues.before})(?:\s?(?:{cues.nouns})){{0,4}}\s?[«\"“„’'‘]?$)" for cues in _CUES
    ),
    re.IGNORECASE,
)  # fmt: skip
_BEHIND = re.compile(
    "|".join(rf"(?:[»\"”“]?(?:\s?[,–—-])?\s?(?:{cues.nouns})?\s?(?:{cues.behind}))" for cues in _CUES), re.IGNORECASE
)


def is_credited(before: str, after: str) -> bool:
    """Whether the words around a name hand the matter over to it."""
    return bool(_BEFORE.search(before) or _BEHIND.match(after))
