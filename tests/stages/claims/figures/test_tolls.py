"""A table of tolls over happenings of every kind: what an analyst would write down for each sentence. All invented."""

from collections.abc import Callable

import pytest

from rashomon.model.claim import Figure
from rashomon.stages.claims.figures.find import find_figures
from rashomon.stages.claims.sentence import Article

MakeArticle = Callable[..., Article]


def number(figure: Figure) -> str:
    """ "12", "12+" at least, ">12" more than, "<12" up to, "~12" about, "7-9" a range, "?" no number, "1!" one that no number says."""
    low, best, high = figure.low, figure.best, figure.high
    if figure.implied:
        return "1!"
    if low is None and best is None and high is None:
        return "?"
    if best is None:
        return (
            f"{low:g}-{high:g}"
            if low is not None and high is not None
            else f">{low:g}"
            if high is None
            else f"<{high:g}"
        )
    return f"~{best:g}" if figure.approximate else f"{best:g}" if high is not None else f"{best:g}+"


def tolls(article: Article) -> str:
    told = []
    for one in find_figures(article):
        words = [one.figure.measure, number(one.figure)]
        words += ["of"] if one.part_of is not None else []
        denied_none = one.modality == "denied" and number(one.figure) == "0"
        words += [] if one.modality == "asserted" or denied_none else [one.modality]
        told.append(" ".join(words))
    return "; ".join(told)


WAR = [
    ("Three soldiers and two civilians were killed in the shelling of Torvik.", "killed 3; killed 2"),
    ("Five people, three soldiers and two civilians, were killed in Torvik.", "killed 5; killed 3 of; killed 2 of"),
    ("The strike killed 8 and wounded 20.", "killed 8; injured 20"),
    ("The raid on Torvik left 26 wounded, nine of them critically.", "injured 26; injured 9 of"),
    ("No fewer than 40 fighters died in the battle.", "killed 40+"),
    ("As many as 70 villagers may have been killed.", "killed <70 possible"),
    ("Between 30 and 40 rebels were killed.", "killed 30-40"),
    ("Dozens were killed and scores wounded in the assault on Lund.", "killed >24; injured ?"),
    ("Some 200 troops were sent to the border.", "deployed ~200"),
    ("Half of the 60 hostages were women.", "detained 60"),
    ("More than a dozen shells hit the hospital, killing two nurses.", "other >12; killed 2"),
    ("The army said it had killed 14 militants.", "killed 14"),
    ("The army denied that 14 militants had been killed.", "killed 14 denied"),
    ("Nobody was hurt when the rocket fell in a field.", "injured 0"),
    ("Four shells were fired and no casualties were reported.", "other 4; killed 0; injured 0"),
    ("The shelling killed a father and his two sons.", "killed 1!; killed 2"),
]
FLOOD = [
    ("The flood has left 13 dead and 21 missing.", "killed 13; missing 21"),
    ("At least 4,000 families were displaced by the flood.", "displaced 4000+"),
    ("Nearly 600 houses were destroyed.", "damaged ~600"),
    ("Some 2.5 million people were evacuated from the delta.", "evacuated ~2.5e+06"),
    ("The death toll from the flood climbed to 112 on Monday.", "killed 112"),
    ("Seven bodies were pulled from the mud.", "killed 7"),
    ("Rescuers pulled 11 survivors from the mud.", "other 11"),
    ("Two villages were cut off, and three bridges collapsed.", "other 2; damaged 3"),
    ("Damage was put at 40 million euros.", "cost 4e+07"),
    ("Officials fear that more than 50 people have drowned.", "killed >50 possible"),
    ("Five more bodies were found, bringing the toll to 31.", "killed 5 of; killed 31"),
]
CRASH = [
    ("All 34 passengers died when the ferry sank.", "killed 34"),
    ("A bus carrying 52 pilgrims overturned, killing 18 and injuring the rest.", "other 52; killed 18"),
    ("The pilot suffered two broken ribs.", ""),
    ("The pilot survived with multiple burns.", ""),
    ("Two of the six crew members are still missing.", "missing 2; other 6"),
    ("Three people were airlifted to hospital with serious injuries.", "injured 3"),
    ("One person died and four others were treated for smoke inhalation.", "killed 1; hospitalised 4"),
    ("Two 16-year-olds were killed when their car left the road.", "killed 2"),
    ("Ada Lund, 24, and Nils Holm, 31, both of Torvik, were killed in the crash.", "killed 2"),
    ("Around 9 PM two trains collided, and 14 people were hurt.", "other 2; injured 14"),
    ("The brothers, ages 31, 32 and 34, died at the scene.", ""),
    ("Two girls, ages 9 and 12, died at the scene.", "killed 2"),
]
PROTEST = [
    ("Police arrested 35 protesters, six of them minors.", "detained 35; detained 6 of"),
    ("An estimated 20,000 people marched through Torvik.", "present ~20000"),
    ("Tens of thousands rallied in Torvik.", "present ?"),
    ("Twelve officers were hurt and 140 people detained.", "injured 12; detained 140"),
    ("The senate killed the bill by 31 votes to 20.", "other 31"),
    ("The speaker killed two bills.", ""),
    ("Eight shops were looted and two cars burned.", "damaged 8; damaged 2"),
    ("A rubber bullet hit a student in the eye.", "injured 1!"),
    ("Fares saw a two-fold increase.", "change 2"),
    ("The unions doubled their demands.", "change 2"),
]
EPIDEMIC = [
    ("In Torvik, 400 people were hospitalised and 12 have died.", "hospitalised 400; killed 12"),
    ("The fever has killed about 90 people since March.", "killed ~90"),
    ("Up to 30 children were infected.", "other <30"),
    ("Two or three patients die each day.", "killed 2-3"),
    ("The outbreak claimed 17 lives.", "killed 17"),
    ("Of the 80 infected, nine died.", "killed 9"),
]
STRIKE = [
    ("About 5,000 miners are on strike.", "other ~5000"),
    ("Some 300 workers walked out for three days.", "other ~300; duration 3"),
    ("The company dismissed 12 workers.", "other 12"),
    ("A ship moved 600 tons of coal past a 450-pound seal.", "other 600"),
    ("Wages were cut by 8 percent.", "change 8"),
]
SHOOTING = [
    ("Lars and Odd Berg, both 31 and of Lund, were found with gunshot wounds.", "injured 1!; injured 1!"),
    ("Two boys, both 14, were shot and wounded.", "injured 2"),
    ("A 1.5-y/o boy was hurt in Lund.", "injured 1!"),
    ("Two other children, who slept in the next room when shots fell, were not hurt.", "injured 2 denied"),
    ("A woman is mourning her daughter after she was shot and killed in Lund.", "killed 1!"),
    ("The victim suffered multiple gunshot wounds and is in stable condition.", "injured 1!"),
    ("Police are investigating a double homicide in Lund.", "killed 2"),
    ("A triple murder shook Lund on Monday.", "killed 3"),
    ("A quadruple shooting shook Lund on Monday.", "injured 4"),
    ("The two victims were taken to hospital, where they later died.", "killed 2"),
    ("Guards who were sent to three men shot at the mill found an uncle and two nephews dead.", "killed 3; killed 1!; killed 2"),
    ("Three people were found dead in Lund. All three had suffered gunshot wounds.", "killed 3; killed 3"),
    ("Eight people were shot in Lund, none fatally.", "injured 8; killed 0"),
    ("Eight people were hurt, two of them fatally.", "injured 8; killed 2"),
    ("A clerk accidentally shot himself in the hand.", "injured 1!"),
    ("Ada Lund was asleep when a stray bullet hit her. She is recovering.", "injured 1!"),
    ("Four people were taken to Lund General after being shot. They are stable.", "injured 4"),
    ("The shot killed the man and hurt one of the farm dogs.", "killed 1!; other 1"),
    ("A man was shot in Lund. One of the neighbours had called the police. He is in stable condition.", "injured 1!"),
    ("The gang killed nobody else; no body else was found.", "killed 0"),
    ("He did not put up one fight.", ""),
    ("No arrests have followed the homicide.", "detained 0"),
    ("Four homicides, including a triple homicide, shook Lund.", "killed 4; killed 3 of"),
    ("Officers found one body and two men with gunshot wounds.", "killed 1; injured 2"),
    ("Police fired multiple rounds, wounding a robber.", "other ?; injured 1!"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*WAR, *FLOOD, *CRASH, *PROTEST, *EPIDEMIC, *STRIKE, *SHOOTING])
def test_a_toll_as_an_analyst_would_write_it_down(make_article: MakeArticle, text: str, expected: str) -> None:
    assert tolls(make_article(text)) == expected
