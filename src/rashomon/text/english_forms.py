"""English spellings, number words and endings, so that two forms of one word meet. Knows nothing of news."""

import re

# Number words of one word; compounds ("twenty-five") meet part by part.
NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
} | {
    "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip

# British spelling to American, where no rule of endings tells it.
_SPELLINGS = {
    "centre": "center", "centres": "centers", "metre": "meter", "metres": "meters", "kilometre": "kilometer",
    "kilometres": "kilometers", "litre": "liter", "litres": "liters", "theatre": "theater", "theatres": "theaters",
    "programme": "program", "programmes": "programs", "defence": "defense", "offence": "offense", "licence": "license",
    "grey": "gray", "tyre": "tire", "tyres": "tires", "kerb": "curb", "cheque": "check", "cheques": "checks",
    "towards": "toward", "amongst": "among", "whilst": "while", "enrol": "enroll", "fulfil": "fulfill",
    "storey": "story", "mum": "mom", "percent": "%", "jewellery": "jewelry", "aeroplane": "airplane",
    "judgement": "judgment", "learnt": "learned", "burnt": "burned",
}  # fmt: skip
_ISE = re.compile(r"(?<=[a-z]{3})is(e|ed|es|ing|ation|ations|er|ers)$")
_NOT_ISE = frozenset(
    "raise raised raises raising rise premise promise promised promises promising exercise exercised exercises exercising "
    "surprise surprised surprises surprising advise advised advises advising advisers adviser otherwise likewise expertise "
    "franchise franchised enterprise enterprises compromise compromised compromises disguise disguised precise concise "
    "paradise merchandise praise praised praising noise poise cruise cruised cruises cruising bruise bruised bruises "
    "supervise supervised supervising revise revised revising televise televised despise comprise comprised comprises "
    "excise devise devised arise arising demise treatise cruiser cruisers disease diseases crises chastise improvise".split()
)
_OUR = re.compile(r"(?<=[a-z]{3})our(s|ed|ing|able|hood|hoods|ful|ite|ites|er|ers|less)?$")
_NOT_OUR = frozenset("detour contour glamour devour devoured pouring scour scoured tours detours contours".split())
_DOUBLED = re.compile(r"(?<=[aeiou])ll(ed|ing|er|ers|or|ors)$")
_NOT_DOUBLED = frozenset(
    "called calling killed killing killer killers filled filling pulled pulling rolled rolling selling seller sellers "
    "telling calling polled polling drilled drilling spelled spelling dollar dollars billing billed caller callers "
    "falling willing yelled yelling smelling swelling shelled shelling dwelling dwellings controlled controlling "
    "patrolled patrolling installed installing enrolled stalled stalling compelled compelling expelled expelling "
    "rebelled rebelling propelled fulfilled fulfilling miller".split()
)
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "e")

STOP = frozenset(
    "a an the and or but nor so yet if then than that this these those there here he she it they we you i me him her us "
    "them his hers its their theirs our ours your yours my mine who whom whose which what when where why how is am are was "
    "were be been being has have had having do does did doing will would shall should can could may might must to of in on "
    "at by for from with without within into onto upon over under about above below between among through during before "
    "after since until against as not no only also too very more most less least some any all both each few other another "
    "such same own just still already again once even up down out off now s t said says say saying told according 1 "
    "new while because although though however".split()
)


def spell(form: str) -> str:
    """The American spelling of a lower-case word; number words as digits; any other word as it is."""
    if form in NUMBERS:
        return NUMBERS[form]
    if form in _SPELLINGS:
        return _SPELLINGS[form]
    if len(form) < 6:
        return form
    if form not in _NOT_ISE:
        form = _ISE.sub(r"iz\1", form)
    if form not in _NOT_OUR:
        form = _OUR.sub(r"or\1", form)
    return form if form in _NOT_DOUBLED else _DOUBLED.sub(r"l\1", form)


def stem(form: str) -> str:
    """A word without its commonest ending, four letters at least left: "stabilizing", "stabilized" → "stabiliz"."""
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= 4:
            return form[: -len(ending)]
    return form
