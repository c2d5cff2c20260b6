"""The words of English for days and stretches of time, and the patterns they make. Tables; no values are worked out here."""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
            "September Sept Sep", "October Oct", "November Nov", "December Dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "Monday Mon",
            "Tuesday Tues Tue",
            "Wednesday Wed",
            "Thursday Thurs Thu",
            "Friday Fri",
            "Saturday Sat",
            "Sunday Sun",
        )
    )
    for name in names.split()
}
# Holidays with a fixed day, and those whose day the year tells.
HOLIDAYS = {
    "Christmas Eve": (12, 24), "Christmas Day": (12, 25), "Christmas": (12, 25), "New Year's Eve": (12, 31), "New Year’s Eve": (12, 31),
    "New Year's Day": (1, 1), "New Year’s Day": (1, 1), "Boxing Day": (12, 26), "Halloween": (10, 31), "Valentine's Day": (2, 14),
    "Valentine’s Day": (2, 14), "May Day": (5, 1), "St Patrick's Day": (3, 17), "St. Patrick's Day": (3, 17), "Bastille Day": (7, 14),
    "International Women's Day": (3, 8), "International Women’s Day": (3, 8), "All Saints' Day": (11, 1), "All Saints’ Day": (11, 1),
    "St Stephen's Day": (12, 26), "New Year": (1, 1),
}  # fmt: skip
# Days of the western church's year, from Easter Sunday; and the American Thanksgiving, the fourth Thursday of November.
FROM_EASTER = {
    "Easter Sunday": 0, "Easter Monday": 1, "Good Friday": -2, "Maundy Thursday": -3, "Palm Sunday": -7, "Ash Wednesday": -46, "Holy Saturday": -1,
    "Easter": 0, "Whit Sunday": 49, "Whit Monday": 50, "Shrove Tuesday": -47, "Ascension Day": 39,
}  # fmt: skip
THANKSGIVING = ("Thanksgiving Day", "Thanksgiving")
SMALL_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "twenty-four": 24, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "a hundred": 100, "a dozen": 12, "half a dozen": 6,
    "a couple of": 2, "a couple": 2, "half a": 0.5, "half an": 0.5, "one-and-a-half": 1.5, "one and a half": 1.5,
    "two and a half": 2.5, "two-and-a-half": 2.5, "three and a half": 3.5, "four and a half": 4.5, "five and a half": 5.5,
}  # fmt: skip
VAGUE_NUMBERS = (
    "several", "a few", "few", "some", "many", "a number of", "dozens of", "hundreds of", "thousands of", "countless", "numerous",
    "a handful of",
)  # fmt: skip
# Unit as worded: its ISO 8601 designator (T: within the day).
DURATION_UNITS = {
    "second": "TS", "minute": "TM", "min": "TM", "hour": "TH", "hr": "TH", "day": "D", "night": "D", "week": "W", "month": "M",
    "year": "Y", "yr": "Y", "decade": "DE", "century": "CE", "centurie": "CE", "weekend": "D", "fortnight": "FN",
}  # fmt: skip
ORDINAL_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}
VAGUE_TIMES = (
    "more recently", "most recently", "recently", "lately", "currently", "right now", "now", "nowadays", "soon", "at the moment", "at present",
    "at the present time", "in the near future", "in the foreseeable future", "in the coming days", "in the coming weeks",
    "in the coming months", "in the coming hours", "in recent days", "in recent weeks", "in recent months", "in recent years", "in recent times",
    "in the past", "in the future", "these days", "at a later time", "at a later date",
)  # fmt: skip
_AMBIGUOUS_MONTHS = ("May", "March")  # also a verb


def _names(names: tuple[str, ...] | list[str]) -> str:
    both = sorted({form for name in names for form in (name, name.upper())}, key=len, reverse=True)
    return "|".join(re.escape(name) for name in both)


def _words(words: tuple[str, ...] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_MONTH = rf"(?:(?:{_names([name for name in MONTHS if len(name) > 4 or name in ('June', 'July', 'May')])})\b|(?:{_names(list(MONTHS))})\b\.?)"
_FULL_MONTH = (
    rf"(?:{_names([name for name in MONTHS if len(name) > 4 and name not in _AMBIGUOUS_MONTHS] + ['June', 'July'])})\b"
)
_UNSURE_MONTH = r"(?<=\b(?i:in|of|by) )(?:May|March)\b|(?<=\b(?i:last|next|this|late) )(?:May|March)\b|(?<=\b(?i:since|until|early) )(?:May|March)\b"
_WEEKDAY = rf"(?:{_names([name for name in WEEKDAYS if name.endswith('day')])})\b"
_DAYS_OF_WEEK = [name for name in WEEKDAYS if name.endswith("day")]
# "Late Saturday and early Sunday": two days that follow each other are one stretch.
_PAIRS = "|".join(
    rf"{a}(?= and (?:(?i:on|late|early) )?{b}\b)"
    for a, b in zip(_DAYS_OF_WEEK, _DAYS_OF_WEEK[1:] + _DAYS_OF_WEEK[:1], strict=True)
)
_SHORT_WEEKDAY = rf"(?:{_names(list(WEEKDAYS))})\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d\w]|[.,:]\d{1,2}\b(?!\d)|,\d{3}\b|%| (?i:percent|per cent|people|million|thousand))"
_YEAR = r"(?:1[6-9]\d\d|20\d\d|21\d\d)(?![\d\w]|[.,]\d|%)"
_COMMA_YEAR = rf"(?:(?:,? (?:of )?|, ?)(?P<{{}}year>{_YEAR}))?"
_NUMBER = rf"(?:\d{{1,4}}(?:\.\d+)?|(?i:{_words(list(SMALL_NUMBERS))}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)))"
_UNIT = rf"(?:{_words(list(DURATION_UNITS))})"
_DAYTIME = r"(?i:early morning|morning|afternoon|evening|night|lunchtime|midday|dawn)"
_PART = r"(?i:early|late|mid|the beginning of|the very beginning of|beginning of|the start of|the end of|the middle of|end of|the latter part of|start of|middle of)"
_CLOCK = (
    r"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d){0,2} ?[ap]\.?m\b\.?|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?: ?hours)?(?![\d:])"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?= ?(?:GMT|UTC|hours|hrs|local))|(?i:noon|midnight|midday)|(?:\d{1,2}|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)) o['’]clock)"
    r"(?: (?:\()?(?:GMT|UTC|MSK|CET|CEST|EET|EEST|EST|EDT|CST|CDT|PST|PDT|ET|PT|CT|BST|IST|JST|KST|AEST|SAST|EAT|WAT|HKT)(?: ?[+-]\d{1,2}(?::?\d\d)?)?(?:\))?| \(GMT ?[+-]\d{1,2}\)| local time)?"
)
_DATE_BODY = (
    rf"(?:{_SHORT_WEEKDAY},? )?(?:{_MONTH} {_DAY}(?:,? (?:{_YEAR}))?|{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?)"
    rf"|{_WEEKDAY}(?: {_DAYTIME})?|(?i:today|yesterday|tomorrow|tonight)"
)

# "On Christmas Day a boat sank", but no "Christmas sales".
_AFTER_HOLIDAY = (
    r"(?:in|at|on|and|or|but|when|after|before|by|to|as|with|from|for|of|morning|night|evening|a|an|the|he|she|it|they|we|his|her|its|their|there|this|"
    r"that|some|two|three|was|were|is|had|has|when|while|since|until)\b"
)
_ORDINAL_DAY = r"(?:[12]?(?:1st|2nd|3rd|[4-9]th)|[123]0th|1[123]th|31st)"
_AFTER_ORDINAL = (
    r"it|he|she|they|we|I|the|a|an|his|her|its|their|our|some|one|two|three|four|five|more|police|troops|soldiers|at|in|by|after|before|when|as|with|for|and|or|but|that|"
    r"to|was|were|had|from|near|of|there|this|both|all|another|further|heavy|no"
)
# (rule, pattern), the more telling first. Named groups are read by the rule's function in dates.py.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?))?"),
    ("iso_week", r"(?P<y>(?:19|20)\d\d)-?W(?P<w>[0-5]\d)(?:-?(?P<d>[1-7]))?(?![\w-])"),
    ("dotted", r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?![\d.])"),
    ("year_first", r"(?P<y>(?:19|20)\d\d)[./](?P<m>\d{1,2})[./](?P<d>\d{1,2})(?![\d./])"),
    ("slashed", r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d{2})(?![\d/])"),
    ("clock_date", rf"(?P<clock>{_CLOCK})(?:,? (?i:on|of)?)? ?(?P<inner>{_DATE_BODY})"),
    ("date_clock", rf"(?P<inner>{_DATE_BODY})(?:,? (?i:at|around|about|shortly after|just after|just before|shortly before)(?: (?i:around|about|approximately))?|,) (?P<clock>{_CLOCK})"),
    ("clock", rf"(?P<clock>{_CLOCK})"),
    ("days_month", rf"(?:(?i:from|between) )?(?P<a>{_DAY})(?: (?i:to|and|through|until) |, | ?[-–—] ?)(?P<b>{_DAY}) (?:of )?(?P<m>{_MONTH})" + _COMMA_YEAR.format("")),
    ("month_days", rf"(?:(?i:from|between) )?(?P<m>{_MONTH}) (?P<a>{_DAY})(?: (?i:to|and|through|until|or) | ?[-–—] ?)(?P<b>{_DAY})(?! {_MONTH})" + _COMMA_YEAR.format("")),
    ("month_day_range", rf"(?:(?i:from|between) )?(?P<m>{_MONTH}) (?P<a>{_DAY})(?: (?i:to|and|through|until) | ?[-–—] ?)(?P<n>{_MONTH}) (?P<b>{_DAY})" + _COMMA_YEAR.format("")),
    ("day_month_range", rf"(?:(?i:from|between) )?(?P<a>{_DAY}) (?P<m>{_MONTH})(?: (?i:to|and|through|until) | ?[-–—] ?)(?P<b>{_DAY}) (?P<n>{_MONTH})" + _COMMA_YEAR.format("")),
    ("daytime_of", rf"(?:(?i:the) )?(?P<daytime>{_DAYTIME}) (?i:of|on) (?:(?i:the) )?(?P<inner>{_DATE_BODY})"),
    ("month_day", rf"(?:{_SHORT_WEEKDAY},? )?(?P<m>{_MONTH}) (?P<d>{_DAY})" + _COMMA_YEAR.format("")),
    ("day_month", rf"(?:{_SHORT_WEEKDAY},? )?(?:(?i:the) )?(?P<d>{_DAY}) (?:of )?(?P<m>{_MONTH})" + _COMMA_YEAR.format("")),
    ("part_month", rf"(?:(?i:in) )?(?P<part>{_PART})[- ](?P<m>{_MONTH})(?! {_DAY})" + _COMMA_YEAR.format("")),
    ("month_range", rf"(?:(?i:from|between) )(?P<m>{_MONTH})(?: (?P<first>{_YEAR}))?(?: (?i:to|and|through|until) | ?[-–—] ?)(?P<n>{_MONTH})(?! {_DAY})" + _COMMA_YEAR.format("")),
    ("month_range", rf"(?P<m>{_MONTH})(?: (?P<first>{_YEAR}))?(?: (?i:to|through) | ?[-–—] ?)(?P<n>{_MONTH}),? (?:of )?(?P<year>{_YEAR})"),
    ("month_year", rf"(?P<m>{_MONTH}),? (?:of )?(?P<year>{_YEAR})"),
    ("month_of_that", rf"(?P<m>{_FULL_MONTH}|May|March)(?: (?P<d>{_DAY}))? (?i:of (?:that|the same)|that|the (?P<way>following|next|previous)) (?i:year)\b"),
    ("month_of_year", rf"(?P<m>{_FULL_MONTH}|May|March) (?i:of )?(?P<rel>(?i:last|this|next)) (?i:year)"),
    ("rel_month", rf"(?P<rel>(?i:last|next|this|this past|this coming)) (?P<m>{_FULL_MONTH}|May\b|March\b)(?! {_DAY})"),
    ("set", rf"(?i:every|each)(?: (?i:other|two|three|four|five|six|\d+))? (?:{_WEEKDAY}(?: {_DAYTIME})?|(?i:days?|nights?|weeks?|months?|years?|hours?|minutes?|weekends?|mornings?|evenings?|summer|winter|spring|autumn)\b)"),
    ("rate", r"(?i:a|an|per) (?i:second|minute|hour|day|night|week|month|quarter|year)\b(?!-| (?i:ago|later|earlier|before|after|from|or|of|to))"),
    ("set", r"(?:daily|weekly|monthly|yearly|annually|annual|nightly|hourly|biweekly|biannual|quarterly)\b(?! [A-Z])"),
    ("set", rf"(?:{_names([name + 's' for name in WEEKDAYS if name.endswith('day')])})\b(?!['’])"),
    ("than_planned", rf"(?P<n>{_NUMBER}) (?P<unit>(?i:{_UNIT})s?) (?P<way>(?i:later|earlier|sooner)) than (?:(?i:was |had been )?(?i:originally|initially|previously|first) )?(?i:planned|scheduled|expected|announced|forecast|hoped|promised|thought|usual)\b"),
    ("ago", rf"(?:(?i:about|around|nearly|almost|over|more than|some|roughly|just) )?(?P<n>{_NUMBER}) (?P<unit>(?i:{_UNIT})s?) (?P<way>(?i:ago|earlier|later|afterwards|afterward|from now|after that|before(?! (?:the|this|that|he|she|it|they|a|an|his|her|their|its|they|being|\w+ing|[^\W\d_]+)\b)))\b(?! (?i:than))"),
    ("vague_ago", rf"(?i:{_words(VAGUE_NUMBERS)}|decades|years|months|weeks|days|hours|minutes|long)(?: (?i:{_UNIT})s?)? (?i:ago|earlier|later)\b(?! than)"),
    ("holiday", rf"(?P<name>{_words([name for name in HOLIDAYS if name != 'New Year'] + list(FROM_EASTER) + list(THANKSGIVING))}|(?<=the )New Year)\b(?:,? (?P<year>{_YEAR}))?(?! (?!{_AFTER_HOLIDAY})[a-z])"),
    ("weekdays", rf"(?:(?i:from|between) )?(?P<a>{_WEEKDAY})(?: (?i:to|through|until) | ?[-–—] ?)(?P<b>{_WEEKDAY})"),
    ("weekdays", rf"(?:(?i:late|early|both) )?(?P<a>{_PAIRS}) and (?:(?i:on|late|early) )?(?P<b>{_WEEKDAY})"),
    ("weekday_night", rf"(?i:overnight|the night) (?:(?i:from) )?(?P<a>{_WEEKDAY}) (?i:to|into) (?P<b>{_WEEKDAY})"),
    ("overnight_to", rf"(?i:overnight(?: on)?|the night|in the night) (?i:to|into) (?P<b>{_WEEKDAY})"),
    ("weekday_week", rf"(?P<w>{_WEEKDAY}) (?P<rel>(?i:last|next|this)) (?i:week)\b"),
    ("weekday", rf"(?:(?P<rel>(?i:the following|the next|the previous|the preceding|following|previous|last|next|this past|this coming|this|past|coming)) )?(?:(?P<part>(?i:early|late)) (?:(?i:on) )?)?(?P<w>{_WEEKDAY})(?: (?P<daytime>{_DAYTIME}))?"),
    ("day_before_yesterday", r"(?i:the day before yesterday)"),
    ("day_after_tomorrow", r"(?i:the day after tomorrow)"),
    ("deictic", rf"(?:(?i:earlier|later|late|early) )?(?P<word>(?i:today|yesterday|tomorrow|tonight|overnight))(?: (?P<daytime>{_DAYTIME}))?"),
    ("last_night", r"(?i:last night|last evening)"),
    ("this_daytime", rf"(?i:earlier |later )?(?i:this) (?P<daytime>{_DAYTIME})\b"),
    ("relative_day", r"(?i:the (?P<which>next|following|previous|preceding) (?P<unit>day|night|morning|afternoon|evening|week|month|year)|the day (?P<whicha>before|after)(?! (?:yesterday|tomorrow|the|his|her|their|they|he|she|it|a|an|[a-z]+ing)\b)|(?:(?P<when>earlier|later|early|late) )?(?:that|the same) (?P<that>day|night|morning|afternoon|evening|week|month|year|same day))\b"),
    ("the_past_n", rf"(?i:the |these |her |his |its |their )?(?P<rel>(?i:past|last|next|previous|following|coming|first|preceding)) (?P<n>{_NUMBER}|(?i:few|several|couple of)) (?P<unit>(?i:{_UNIT}))s?\b"),
    ("past_decade", r"(?i:the (?:past|last)) (?P<unit>(?i:decade|century|24 hours|day))\b"),
    ("rel_unit", r"(?:(?P<part>(?i:earlier|later|early|late)) )?(?P<the>(?i:the) )?(?P<rel>(?i:last|this|next|previous|following|coming|current|past|preceding)) (?P<unit>(?i:week|month|year|quarter|decade|century|weekend))\b(?!-|['’]s [a-z]+ (?:ago))"),
    ("rel_season", r"(?P<rel>(?i:last|this|next|the|that)) (?P<season>(?i:spring|summer|autumn|fall|winter))(?: (?:of )?(?P<year>" + _YEAR + r"))?\b"),
    ("season_year", r"(?P<season>(?i:spring|summer|autumn|fall|winter)) (?:of )?(?P<year>" + _YEAR + ")"),
    ("over_weekend", r"(?P<which>(?i:the same|the|that)) (?i:weekend)\b"),
    ("part_unit", rf"(?P<part>{_PART}) (?i:the|this|last|next)? ?(?:(?i:financial|fiscal|calendar) )?(?P<unit>(?i:year|month|week|decade|century))\b"),
    ("quarter", rf"(?i:the )?(?P<n>(?i:first|second|third|fourth|final|1st|2nd|3rd|4th)) (?P<unit>(?i:quarter|half))(?: (?i:of) (?:(?i:fiscal) )?(?P<year>{_YEAR}))?"),
    ("fiscal_year", rf"(?i:(?:the )?(?:fiscal|financial) (?:year )?)(?P<year>{_YEAR})|FY ?(?P<yeara>20\d\d)(?![\w])"),
    ("q_year", rf"(?:Q(?P<n>[1-4]) ?(?P<year>{_YEAR})|(?P<yeara>{_YEAR}) ?Q(?P<na>[1-4]))"),
    ("decade", r"(?i:the )?(?:(?P<part>(?i:early|late|mid))[- ])?(?P<y>(?:1[6-9]|20)\d0)['’]?s\b"),
    ("short_decade", r"(?i:the )?(?:(?P<part>(?i:early|late|mid))[- ])?['’](?P<y>\d0)s\b"),
    ("part_year", rf"(?P<part>(?i:early|late|mid|the beginning of|the start of|the end of|the middle of|end of|beginning of))[- ](?P<year>{_YEAR})"),
    ("century", r"(?i:the )(?P<n>1\d|20|21)(?:st|nd|rd|th) (?i:century)"),
    ("ordinal_day", rf"(?:(?<=\b(?i:on|by|of|to) )|(?<=\b(?i:from) )|(?<=\b(?i:until|since|after) )|(?<=\b(?i:before) )|(?<=\b(?i:between) ))(?i:the) (?P<d>{_ORDINAL_DAY})\b(?:(?P<to> (?i:to|and|through|until) (?i:the) )(?P<e>{_ORDINAL_DAY})\b)?(?:(?P<of> (?i:of (?:(?P<rel>that|the same|this|last|next|the following|the previous) month|the month)))\b|(?= ?(?:[.,;:)\n–—]|(?:{_AFTER_ORDINAL})\b)|$))"),
    ("duration", rf"(?:(?P<hedge>(?i:almost|about|around|nearly|more than|over|at least|up to|some|roughly|less than|an estimated|approximately)) )?(?P<n>{_NUMBER})[- –](?P<unit>(?i:{_UNIT})s?)(?:-long)?\b(?![- ]?(?i:olds?|of age)\b)"),
    ("vague_duration", rf"(?:(?i:for|over|in|within|after|of|lasting|lasted|spent) )?(?P<n>(?i:{_words(VAGUE_NUMBERS)})) (?:(?i:more|consecutive|long) )?(?P<unit>(?i:{_UNIT})s)\b"),
    ("units_for", r"(?i:an?|some) (?i:(?:very |fairly )?(?:long|short|longer|shorter|brief|extended|limited|prolonged|undetermined|indefinite|unspecified|certain|considerable)) (?i:period of time|time|period|while)\b(?! (?i:ago|later|earlier|after|before|of|in))|(?<=\bfor )(?i:some time|a while)\b"),
    ("units_for", r"(?<=\b(?i:for) )(?P<unit>(?i:decades|centuries|years|months|weeks|days|hours|minutes))\b(?! (?i:ago|earlier|later|to come))|(?P<unita>(?i:decades|years|months|weeks|days|hours))-long|(?i:over the years)"),
    ("vague", rf"(?i:{_words(VAGUE_TIMES)})\b(?!-)(?! (?:after|before|as|thereafter|afterwards?|decade|century|\w+ (?:years|months|weeks|days|decades)|few))"),
    ("full_month", rf"(?P<m>{_FULL_MONTH}|{_UNSURE_MONTH})(?! (?i:[A-Z][a-z]+ (?:Revolution)|Revolution|\d))"),
    ("year", r"(?P<year>(?:19\d\d|20\d\d)(?![\d\w]|[.,:/]\d|%|-\d{1,3}\b(?!\d)|-[a-z]| ?(?:km|kg|m|ft|hp|mph|tons?|tonnes|dollars|euros|people|troops|soldiers|men|civilians|victims|deaths|members|employees|jobs|points|met(?:er|re)s?|miles?|votes|copies|homes|houses|cars|vehicles|pounds|rounds|rubles|roubles|yuan|euro|vision|rpm|cc|[a-z]+ (?:killed|injured|wounded|dead))\b))"),
)  # fmt: skip
FUTURE = re.compile(
    r"\b(?:will|['’]ll|shall|would|going to|(?<!appear )(?<!appears )(?<!appeared )(?<!seem )(?<!seems )(?<!seemed )(?<!believed )(?<!thought )(?<!said )(?<!reported )(?<!known )(?<!found )(?<!considered )(?<!presumed )(?<!claimed )(?<!proved )(?<!turned )to be|(?:is|are|was|were) (?:set|due|scheduled|expected|planned|slated|likely|supposed)|(?:is|are|(?<!who )(?<!that )(?<!which )(?:was|were)) to|plans?|planning|scheduled|expected|until|till|upcoming|"
    r"(?:extended|postponed|delayed|adjourned) (?:to|until))\b",
    re.IGNORECASE,
)  # fmt: skip
SPEECH = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|stated|added|declared|revealed|wrote|tweeted|noted|claimed|warned|urged|"
    r"according to)\b",
    re.IGNORECASE,
)  # fmt: skip
# Present tense that stands for the future with a day ("the trial resumes on Monday"), right before it.
SCHEDULED = re.compile(
    r"\b(?:resumes?|begins?|starts?|commences?|reopens?|opens?|closes|ends|expires?|meets?|takes? place|takes? effect|comes? into force|go(?:es)? to the polls|"
    r"go(?:es)? on trial|arrives?|departs?)(?: (?:again|here|there|\w+ (?:court|talks|vote|hearing)|(?:in|at) [A-Z][\w’'-]*(?:,? [A-Z][\w’'-]*){0,3},?))? (?:on |early |late )*$"
    r"|\b(?:has|have) (?:announced|called|planned|proposed|set|fixed|booked|arranged|promised) [^.;:]{1,60}? for (?:the )?$"
)
PAST = re.compile(
    r"\b(?:was|were|had|did|came|went|took|fell|rose|broke|began|got|left|lost|won|met|held|sank|shot|hit|gave|made|sent|found|ran|"
    r"fled|led|told|said|drove|burnt|burst|blew|struck|became|saw|stood|grew|kept|spoke|fought|brought|caught|felt|swelled|(?!indeed|need|speed|feed|seed|exceed|proceed|succeed|hundred|sacred)[a-z]{2,}ed)\b"
)
# "Had warned", not "had a", "had to".
PERFECT = re.compile(
    r"\b(?:had|['’]d) (?!to\b|an?\b|the\b|no\b)(?:\w+ ){0,2}?\w+(?:ed|en|wn|ne|nt|ld|ft|id|um|un|de|st|ut|et|ck|ng)\b"
)
# Where a date expression may begin: the grammar is tried nowhere else. `LEADS` begin one only where a `CORE` word is near.
CORE = frozenset(
    name.casefold()
    for name in (
        *MONTHS,
        *WEEKDAYS,
        *(f"{name}s" for name in WEEKDAYS),
        *(unit + end for unit in DURATION_UNITS for end in ("", "s")),
    )
) | frozenset(
    "today yesterday tomorrow tonight overnight morning afternoon evening lunchtime midday noon midnight dawn quarter half spring summer autumn "
    "fall winter century centuries decades christmas year's day's daily weekly monthly yearly annually annual nightly hourly biweekly "
    "biannual quarterly future moment present times date recently lately currently now nowadays soon shortly once time halloween eve boxing valentine easter thanksgiving period while".split()
)
LEADS = frozenset(
    "the this that these last next from between every each early late later earlier mid beginning start middle end in at past previous "
    "following coming current about around nearly almost over more some roughly just less up an a half one two three four five six seven "
    "eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
    "eighty ninety hundred several few many dozens hundreds thousands countless numerous long for within after of lasting lasted spent "
    "her his its their very right most new q same per fiscal financial fy overnight first second third fourth final no is estimated approximately couple good maundy palm holy whit shrove ash ascension bastille international st all some during".split()
)
# Such rules can begin with a digit.
DIGIT_RULES = frozenset(
    "iso iso_week year_first dotted slashed clock_date date_clock clock days_month day_month_range day_month ago decade year q_year duration quarter".split()
)
