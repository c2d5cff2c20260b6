"""The English words by which a report hands its matter over to a medium: those before its name and those behind it.

Each pattern is read in one paragraph, at most `WINDOW` characters to each side of the name. `FIRM` cues take a medium only
("reported by", "told the", "first published by"); `LOOSE` ones take any organisation ("said", "an interview with"), so that
a name whose last word is ordinary ("Republic", "World") needs a firm one.
"""

import re

WINDOW = 110

NOUN = (
    r"(?:news agency|news service|newswire|wire service|press agency|information agency|agency|newspaper|news ?paper|paper|daily|weekly|magazine|"
    r"tabloid|broadsheet|broadcaster|channel|network|station|website|web site|site|portal|outlet|radio|television|TV|news|media|monthly|journal|blog)"
)
_MANNER = (
    r"(?:state|semi-official|official|private|privately|public|publicly|independent|local|national|regional|international|business|financial|"
    r"opposition|government|military|popular|leading|influential|respected|conservative|liberal|left-wing|right-wing|leftist|pro-\w+|anti-\w+|online|"
    r"pan-Arab|satellite|cable|mass-circulation|top-selling|best-selling|biggest|largest|main|owned|controlled|rival|evening|morning|Sunday|"
    r"\w{2,14}-(?:run|owned|based|language|backed|linked|affiliated|controlled|funded|aligned|financed|leaning)|morning|Catholic|Islamist)"
)
ADJECTIVE = (
    rf"(?:{_MANNER}|[A-Z][\w-]*(?:an|ish|ian|ese|ch|i|en|ek|ss)|German|Kazakh|Kyrgyz|Uzbek|Tajik|Turkmen|Greek|Czech|Arab|Afghan|Croat|Serb|"
    r"US|U\.S\.|UK|British|South|North)"
)
_PLACE_OF = r"[A-Z][\w.-]{1,20}(?:\s[A-Z][\w.-]{1,20})?['’]s?"
_TO_NAME = (
    rf"(?:\s(?:[Tt]he|a|an|its|his|her|their|and|affiliates?|partners?|sister station|(?:\w+ )?(?:reporters?|journalists?|correspondents?)|"
    rf"from|of|with|at|for|by|{_PLACE_OF}|{ADJECTIVE}|{NOUN})){{0,7}}\s[\"“‘'«]?$"
)
_SAYS_FIRM = (
    r"(?:report(?:s|ed|ing)?|quot(?:es|ed|ing)|cit(?:es|ed|ing)|writ(?:es|ing)|wrote|reveal(?:s|ed)|learn(?:s|ed|t)|understands|obtained|"
    r"published|broadcast|aired|carried|broke the (?:story|news)|(?:was|were) (?:the )?first to report|tweeted|posted)"
)
_SAYS_LOOSE = (
    r"(?:say(?:s|ing)?|said|note[sd]?|add(?:s|ed)|claim(?:s|ed)|confirm(?:s|ed)|state[sd]|announced|describe[sd]|showed|shows|estimate[sd]|"
    r"calculated|counted|found(?! (?:it|him|her|them))|stressed|warned|called|points? out|pointed out|clarifies|clarified|put(?:s)? the)"
)
_HANDS = (
    r"as saying by|as telling|as saying on|as saying in|tell|told|tells|telling|explain(?:s|ed) to|gave to|given to|said to|says to|according to|citing|cites|cited|quoting|quoted by|quoted in|"
    r"cited by|cited in|reported by|reported on|reports by|report by|reported in|report in|report on|report for|report from|reports from|"
    r"first reported by|story by|noted by|pointed out by|as told to|published by|published in|published on|first appeared (?:in|on)|obtained by|"
    r"seen by|reviewed by|verified by|carried by|carried on|aired by|aired on|broadcast by|broadcast on|unearthed by|revealed by|leaked to|"
    r"interviewed (?:by|on|for)|interviews? (?:with|to|for|on|in|given to)|comments? to|statements? to|remarks to|remarks (?:carried|published) by|"
    r"wrote in|writing in|writes in|article in|story in|"
    r"(?:video|footage|photos?|photographs?|pictures|images|clip|recording) (?:posted|shared|released|published|obtained|aired) (?:by|on)|on the air of|confirmed to|confirms to|reports?|reported|per|"
    r"(?:[Aa]dditional |[Ww]ith )?reporting (?:by|from)|with files from|inputs? from|information from"
)
_HANDS_LOOSE = (
    r"run by|released by|posted by|shared by|shared with|speaking to|speaking on|speaking with|spoke to|spoke with|speaks to|talking to|talked to|"
    r"talks to|an email to|an e-mail to|a message to|emailed to|said in|said on|appearing on|appeared on|announced on|added to|via|courtesy of|"
    r"contributed by|reference to|referring to|provided (?:to|by)|footage (?:from|by)|coverage (?:by|from|on)|live on"
)
_BEFORE_FIRM = re.compile(rf"(?i:\b(?:{_HANDS}))(?: as(?= {NOUN}))?{_TO_NAME}")
_BEFORE_LOOSE = re.compile(rf"(?i:\b(?:{_HANDS_LOOSE})){_TO_NAME}")
_LABEL = re.compile(
    r"(?:^|[.!?”\"]\s)(?:(?:With (?:news )?agencies|With wires|Agencies|Sources?|Via)\s?:|(?:With )?[Ii]nputs? from|^From|Courtesy of)\s(?:the\s)?$"
)
_NOUNS = rf"(?:['’]s)?(?:\s{NOUN}){{0,2}}(?:\s\([\w .]{{2,20}}\)|\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?)?"
_APPOSITION = r"(?:,\s(?:a|an|the|which|who|citing|quoting|in|on|one of|its)\b[^,.;\n]{2,70},)?"
_ADVERBS = r"(?:,?\s(?:has|have|had|is|was|also|first|later|earlier|further|separately|then|previously|itself|on\s\w+day|in a report|quickly)){0,3}"
_BEHIND = rf"{_NOUNS}{_APPOSITION}{_ADVERBS}"
_AFTER_FIRM = re.compile(
    rf"{_BEHIND}\s{_SAYS_FIRM}\b"
    rf"|['’]s\s(?:[A-Z][\w.’'-]+\s){{1,3}}(?:also\s|first\s|later\s)?(?:reports|reported)\b"
    r"|(?:['’]s)?\s(?:tally|toll|calculations?|report|interview|investigation|article|story|account|live blog)\b(?!\s(?:is|was|at)\b)"
    r"|(?:['’]s)?\s(?:staff\s)?(?:also\s)?contributed\s(?:to\s(?:this|the)|reporting|additional)"
    r"|\s(?:reporters?|correspondents?|journalists?)\s(?:at|in|on)\sthe\s(?:scene|spot)\b"
    r"|,?\s(?:citing|quoting)\b"
)
_AFTER_LOOSE = re.compile(
    rf"{_BEHIND}\s{_SAYS_LOOSE}\b"
    r"|(?:['’]s)?\s(?:reporters?|correspondents?|journalists?|photographers?|count|crew|source)\b"
)
_VERB_FIRST = re.compile(rf"(?:[,”\"’]|\b[Aa]s)\s(?:{_SAYS_FIRM}|{_SAYS_LOOSE})(?:\sby)?(?:\sthe)?\s[\"“]?$")


def is_firm(before: str, after: str) -> bool:
    """Whether the words around a name hand the matter over to a medium."""
    return bool(_BEFORE_FIRM.search(before) or _LABEL.search(before) or _AFTER_FIRM.match(after))


def is_loose(before: str, after: str) -> bool:
    """Whether they hand it over to a medium if the name is one for certain."""
    if re.search(r"\b(?:former|ex-|one-time)\s?$", before):
        return False
    return bool(_BEFORE_LOOSE.search(before) or _AFTER_LOOSE.match(after) or _VERB_FIRST.search(before))
