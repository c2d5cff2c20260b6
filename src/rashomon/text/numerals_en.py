"""The number words, hedges and number-like phrases of English, as tables that one can argue with. No code but the joining."""

ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# Behind digits only: "3.5bn", "40k", "12 mln".
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12}

# Fixed phrases with a value of their own.
PHRASES = {
    "half a dozen": 6, "half dozen": 6, "a half dozen": 6, "a half-dozen": 6, "half-a-dozen": 6, "half-dozen": 6,
    "a dozen": 12, "one dozen": 12, "dozen": 12, "a couple of": 2, "a couple": 2, "a pair of": 2, "a trio of": 3,
    "half a million": 500_000, "half a billion": 500_000_000, "a quarter of a million": 250_000,
    "a million and a half": 1_500_000,
}  # fmt: skip
# Numbers without a number: what they tell at least (contract: dozens 24), or nothing. Longest first.
VAGUE = {
    "hundreds of thousands": None, "tens of thousands": None, "tens of millions": None, "hundreds of millions": None,
    "dozens and dozens": 24, "several thousand": None, "several hundred": None, "several dozen": None, "a few hundred": None,
    "a few thousand": None, "a few dozen": None, "few hundred": None, "few dozen": None, "many hundreds": None,
    "thousands": None, "hundreds": None, "dozens": 24, "scores": None, "millions": None, "several": None, "a handful of": None,
    "many thousands": None, "a few": None, "a score of": None, "multiple": None, "numerous": None,
}  # fmt: skip
NONE = ("no one", "no-one", "nobody", "none", "no")

# What a hedge makes of the number: `floor` 12, 12, null; `above` 12, null, null; `ceiling` null, null, 12; `near` best only.
HEDGES_BEFORE = {
    "floor": (
        "at least", "at the least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of",
        "minimum of", "at the very least",
    ),
    "above": (
        "more than", "over", "above", "upwards of", "upward of", "in excess of", "well over", "well above", "just over",
        "greater than", "exceeding", "higher than", "slightly over", "slightly more than",
    ),
    "ceiling": (
        "up to", "as many as", "as much as", "as high as", "at most", "no more than", "not more than", "a maximum of", "fewer than",
        "less than", "under", "below", "maximum of", "just under", "as few as", "not exceeding", "lower than",
    ),
    "near": (
        "about", "around", "some", "nearly", "almost", "roughly", "approximately", "an estimated", "estimated", "close to",
        "circa", "approx", "approx.", "somewhere around", "in the region of", "an approximate", "perhaps", "reportedly around",
        "an average of", "on average", "close on", "~", "estimated to be", "estimated at",
    ),
}  # fmt: skip
HEDGES_AFTER = {
    "floor": (
        "or more",
        "or even more",
        "at least",
        "at the least",
        "-plus",
        "and counting",
        "+",
        "and more",
        "if not more",
    ),
    "ceiling": ("or fewer", "or less", "at most", "at the most"),
    "near": ("or so", "-odd", "or thereabouts", "-ish", "approximately", "or nearly so"),
}

RATIOS = {
    "doubling": 2, "doubled": 2, "double": 2, "doubles": 2, "tripling": 3, "tripled": 3, "triple": 3, "triples": 3,
    "trebled": 3, "trebling": 3, "quadrupled": 4, "quadrupling": 4, "quadruple": 4, "quintuple": 5, "halved": 0.5, "halving": 0.5, "twice": 2,
    "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "tenfold": 10,
}  # fmt: skip

# Currencies as worded, with their ISO 4217 code where there is but one.
CURRENCY_SIGNS = {
    "US$": "USD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₸": "KZT",
    "₴": "UAH",
    "₹": "INR",
}
CURRENCY_WORDS = (
    "dollars?", "euros?", "pounds? sterling", "pounds?", "rubles?", "roubles?", "tenge", "hryvnias?", "hryvnia", "yuan", "yen",
    "rupees?", "lira", "liras", "zlotys?", "francs?", "riyals?", "dirhams?", "rials?", "shekels?", "pesos?", "cents?", "rand",
    "naira", "won", "crowns?", "kron(?:or|er|a|e)", "korunas?", "forints?", "dinars?", "bahts?", "rupiah", "ringgit", "somoni", "soms?", "manats?", "drams?", "USD", "EUR", "GBP", "RUB", "KZT",
)  # fmt: skip

# Numbers that count nothing: (why, what stands before the digits, what stands behind). Each is a regular expression.
NOT_COUNTS: tuple[tuple[str, str, str], ...] = (
    ("an article, resolution or paragraph", r"(?:[Aa]rticles?|[Aa]rt\.|[Ss]ections?|[Pp]aragraphs?|[Cc]lauses?|[Cc]hapters?|[Rr]esolution|[Dd]ecree|[Ll]aw|[Rr]ule|[Aa]mendment|[Pp]rotocol|[Tt]itle|[Oo]rder)(?: (?:[Nn]o\.?|[Nn]umber|№|#))? ?$", r""),
    ("a number sign", r"(?:\b[Nn]os?\.|[Nn]umber|№|#) ?$", r""),
    ("a flight, road, channel or room", r"\b(?:[Ff]light|[Rr]oute|[Hh]ighway|[Ii]nterstate|[Rr]oom|[Uu]nit|[Ff]loor|[Gg]ate|[Bb]lock|[Aa]partment|[Aa]pt\.?|[Ss]uite|[Cc]hannel|[Ll]ine|[Pp]hase|[Ll]evel|[Cc]ategory|[Gg]rade|[Zz]one|[Ww]ard|[Pp]recinct|[Pp]age|[Tt]ype|[Vv]ersion|[Vv]olume|[Ss]tation|[Pp]ier|[Dd]ock|[Bb]erth|[Tt]erminal|[Pp]latform|[Rr]eactor|[Bb]uilding|[Ss]ector|[Dd]istrict|[Ll]ot|[Ee]xit|[Mm]ile|[Bb]oeing|[Aa]irbus|[Cc]ampus|[Tt]ier|[Ss]tage|[Ss]hift|[Bb]ox|[Pp]art|[Ee]pisode|[Ss]eason|[Gg]roup of|[Bb]ig|COVID|[Mm]agnitude)[- ]$", r""),
    ("an age", r"\b(?:[Aa]ged?|[Aa]ge of|[Aa]ges)(?: of| from| about| between)? $", r""),
    ("an age", r"", r"[- ](?:years?|months?|weeks?|days?|yr)[- ]olds?\b|-y(?:ea)?r-old|(?: years?| months?) of age|-something"),
    ("an age said too", r", (?:also|just|only|both|all|each)(?: aged?| age)? $", r"[,.;)]|$| years? old| (?:and )?(?:of|from)\b"),
    ("one of several ages", r"\b[Aa]g(?:es?|ed)(?:,? (?:of|from|between|about))?(?: \d{1,3},?){1,6}(?: (?:and|or|to))? $", r""),
    ("an age or size in short", r"", r"[- ]?y\.?/?o\b"),
    ("the ages of two", r"[a-z][\w’'-]*, (?:\d{1,3} and )?$", r"(?: and \d{1,3})?, (?:who|were|was|both|died|of|from)\b"),
    ("one of two ages", r"", r",? (?:and|or|to) \d{1,3}(?:,? |-)years?[- ]old\b"),
    ("an age behind a name", r"[A-Z][\w.’'-]+(?:,? Jr\.?| Sr\.?)?, $", r"(?:,|\)|\.|$| (?:of|from|who|was|were|is|and|has|had|died|told|said)\b)"),
    ("an age in a list of names", r"[A-Z][\w.’'-]+, (?:\d{1,3} and )?$", r"(?: and \d{1,3})?;"),
    ("an age behind a person", r"\b(?:boy|girl|man|woman|son|daughter|brother|sister|child|teen|teenager|mother|father|wife|husband|victim|suspect), $", r"[.;,)]|$"),
    ("an age between commas", r"[a-z][\w’'-]*, $", r",(?! \d)"),
    ("a picture's number", r"\b(?:[Ii]mages?|[Pp]hotos?|[Ss]lides?|[Pp]ages?|[Pp]ictures?)(?: \d{1,4} of)? $", r""),
    ("no length of time", r"(?<!\bfor)(?<!\babout)(?<!\baround)(?<!\bthan)(?<!\bnearly)(?<!\balmost)(?<!\bwithin)(?<!\bover)(?<!\blasts)(?<!\blasted)(?<!\blasting)(?<!\btake)(?<!\btakes)(?<!\btook)(?<!\bleast)(?<!\broughly) $", r"(?<=\b[Aa])(?= [a-z])|(?<=\b[Aa]n)(?= [a-z])"),
    ("a station or label in brackets", r"\([A-Z][\w./-]* $", r"\)"),
    ("an emergency number", r"", r"(?:(?<=\b911)|(?<=\b999)|(?<=\b112))(?= (?:call|dispatch|operator|system|tape|center|centre|recording|hang|emergency|at|after|around|about|and|to|from|for|when|just)|[.,;]|$)"),
    ("an emergency number", r"\b(?:[Cc]all(?:s|ed|ing)?|[Dd]ial(?:s|ed|ing|led|ling)?|[Pp]hon(?:e|ed|ing)|into|via|or|a|the) $", r"(?<=\b911)"),
    ("an age in brackets", r"[A-Z][\w’'-]+ \($", r"\)"),
    ("a distance or an angle", r"", r"[- ]?(?:km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|foot|ft|yards?|inch(?:es)?|cm|mm|nautical|degrees?|mph|kph|hectares?|acres?|square|sq|caliber|calibre|mm)\b|°|º"),
    ("an address", r"", r" (?:[NSEW]\.? |(?:North|South|East|West) )?(?:[A-Z][\w.’'-]+ ){1,3}(?:St|Street|Rd|Road|Ave|Avenue|Blvd|Boulevard|Dr|Drive|Ln|Lane|Ct|Court|Way|Hwy|Highway|Pl|Place|Parkway|Pkwy|Terrace|Circle|Trail)\b"),
    ("an address", r"", r" ?(?:block|blk)\b"),
    ("a day", r"", r"-\d{1,2}-(?:19|20)\d\d\b"),
    ("a telephone number", r"(?:\d{3}\)?[-. ]|\d-)$", r""),
    ("a telephone number", r"", r"\)? ?\d{3}[-. ]?\d{3,4}\b|-\d{3}-\d{4}|[-.]\d{4}\b|-[A-Z]"),
    ("a telephone number", r"(?:[Cc]all|[Pp]hone|[Tt]el\.?|at|\)) $", r"(?<=\d{3}-\d{4})"),
    ("a list number", r"(?:^|\n)[ \t]*\(?$", r"[.)] "),
    ("a clock time", r"", r" ?(?:[APap]\.?[Mm]\b|o['’]clock|hours GMT|GMT|UTC|hrs)"),
    ("part of an idiom", r"", r" (?:on|at|by) one\b|-on-one\b|[- ]sided\b|-way\b|[- ]star\b|[- ]time\b|-hand\b|-point\b"),
    ("a pronoun", r"\b(?:[Nn]o|[Ee]very|[Aa]ny|[Ee]ach|[Tt]his|[Tt]hat|[Ww]hich|[Tt]he|[Oo]nly|[Ff]irst|[Ll]ast|[Aa]nother|[Aa]) $", r"(?<=\bone)(?! (?:person|man|woman|child|civilian|soldier|officer|policeman|people|dead|killed|wounded|injured|(?:is|was|has) (?:dead|killed|injured|wounded|hurt|died|in))\b)"),
    ("each other, one day, one of the first", r"", r"(?<=\b[Oo]ne)(?: another\b| day\b| of (?:the|these|those|its|his|her|their|our|my) (?:most|first|largest|biggest|main|few|last|world|country|key|many|leading|city|best|worst|greatest|strongest)|[- ]time\b| (?:thing|way|hand|more time|side|point)\b|['’]s\b)"),
)  # fmt: skip
