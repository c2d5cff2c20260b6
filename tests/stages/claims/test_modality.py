"""Whether it is so, was not, will be, may be, is demanded, or would be."""

import pytest

from rashomon.stages.claims.modality import modality_of


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels attacked the town.", "attacked", "asserted"),
        ("Rebels did not attack the town.", "attack", "denied"),
        ("The army denied that it had attacked the town.", "attacked", "denied"),
        ("No shots were fired.", "fired", "denied"),
        ("Troops will guard the port.", "guard", "planned"),
        ("The cabinet plans to close the border.", "close", "planned"),
        ("Talks are due to begin on Monday.", "begin", "planned"),
        ("Troops may guard the port.", "guard", "possible"),
        ("Rebels are believed to hold the port.", "hold", "possible"),
        ("It is unclear whether troops will retake the port.", "retake", "possible"),
        ("The union urged the cabinet to close the border.", "close", "demanded"),
        ("Protesters demanded the resignation of the mayor.", "resignation", "demanded"),
        ("The union called for the dismissal of the mayor.", "dismissal", "demanded"),
        ("The council discussed dismissing the mayor.", "dismissing", "possible"),
        ("There was talk of dismissing the mayor.", "dismissing", "possible"),
        ("The council debated whether to dismiss the mayor.", "dismiss", "possible"),
        ("If rebels attack the town, the army will leave.", "attack", "hypothetical"),
        ("The army would attack the town.", "attack", "hypothetical"),
        ("The general said he would attack the town.", "attack", "planned"),
        ("The mayor was forced to resign.", "resign", "asserted"),
        ("Troops have begun to guard the port.", "guard", "asserted"),
        ("The mission lasts until order is restored.", "restored", "planned"),
        ("The mayor did not know that rebels attacked the town.", "attacked", "asserted"),
        ("He did not want to leave the town.", "leave", "denied"),
        ("Troops will close the road and guard the port.", "guard", "planned"),
        ("The army will leave, and rebels attacked the town.", "attacked", "asserted"),
        ("The council was ordered to close schools and extended the holidays.", "extended", "asserted"),
        ("Why did rebels attack the town?", "attack", "asserted"),
        ("Did rebels attack the town?", "attack", "hypothetical"),
        ("The bridge is no longer used by the army.", "used", "denied"),
        ("The general said it would shell the port in response to air strikes on the town.", "strikes", "asserted"),
        ("Rebels took the town in May, only to lose it in June.", "lose", "asserted"),
        ("The inquiry found that the operator was to blame.", "blame", "asserted"),
        ("Residents implored the mayor to open the bridge.", "open", "demanded"),
    ],
)
def test_modality(make_article, text: str, word: str, expected: str) -> None:
    (sentence,) = make_article(text).sentences
    token = next(i for i, t in enumerate(sentence.tokens) if t.text == word)
    assert modality_of(sentence, token) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The army denied that the village was burned.", "burned", "denied"),
        ("The guards failed to stop the convoy.", "stop", "denied"),
        ("The guards failed to open the gate.", "open", "denied"),
        ("The minister refused to resign.", "resign", "denied"),
        ("The envoy was to meet the rebels on Monday.", "meet", "planned"),
        ("The ships are to leave on Friday.", "leave", "planned"),
        ("The talks are due to begin on Friday.", "begin", "planned"),
        ("The council will vote on Monday.", "vote", "planned"),
        ("The mayor said he would resign.", "resign", "planned"),
        ("Rebels may have burned the village.", "burned", "possible"),
        ("The rebels might attack the port.", "attack", "possible"),
        ("The blast could have killed nine people.", "killed", "possible"),
        ("Police believe that nine people were killed.", "killed", "possible"),
        ("Nine people are feared to have drowned.", "drowned", "possible"),
        ("Nine people are believed to have drowned.", "drowned", "possible"),
        ("Nine people were reported to have drowned.", "drowned", "asserted"),
        ("The union demanded that the mayor resign.", "resign", "demanded"),
        ("The union called on the mayor to resign.", "resign", "demanded"),
        ("The court ordered the company to pay the miners.", "pay", "demanded"),
        ("The rebels must leave the town.", "leave", "demanded"),
        ("If the rebels attacked the port, the army would fight.", "attacked", "hypothetical"),
        ("If the rebels attacked the port, the army would fight.", "fight", "hypothetical"),
        ("Unless the rebels leave, the army will fight.", "leave", "hypothetical"),
        ("No one was killed in the fire.", "killed", "denied"),
        ("Nobody was injured.", "injured", "denied"),
        ("None of the sailors drowned.", "drowned", "denied"),
        ("The army did not attack the town.", "attack", "denied"),
        ("The army never attacked the town.", "attacked", "denied"),
        ("The rebels narrowly avoided attacking the town.", "attacking", "denied"),
        ("It is unclear whether the rebels attacked.", "attacked", "possible"),
        ("It is not known whether anyone was killed.", "killed", "possible"),
        ("The army stopped short of attacking the town.", "attacking", "denied"),
        ("The mayor rejected claims that police killed protesters.", "killed", "denied"),
        ("The mayor dismissed reports that police killed protesters.", "killed", "denied"),
        ("There was no evidence that police killed protesters.", "killed", "denied"),
        ("Police prevented the crowd from storming the hall.", "storming", "denied"),
        ("Police are investigating whether he killed her.", "killed", "possible"),
        ("The army began to shell the town.", "shell", "asserted"),
        ("The rebels managed to take the town.", "take", "asserted"),
        ("After the rebels attacked the town, the army will send troops.", "attacked", "asserted"),
        ("The rebels allegedly burned the village.", "burned", "asserted"),
        ("The man was accused of killing his neighbour.", "killing", "asserted"),
        ("The man tried to kill his neighbour.", "kill", "possible"),
        ("The army was unable to enter the town.", "enter", "denied"),
        ("The rebels threatened to burn the town.", "burn", "planned"),
        ("He did not say whether the rebels attacked.", "attacked", "possible"),
        ("The rebels had planned to burn the town.", "burn", "planned"),
        ("The army is ready to strike.", "strike", "planned"),
        ("The president urged the rebels not to fight.", "fight", "denied"),
        ("He said it was not true that police killed protesters.", "killed", "denied"),
        ("It is false that police killed protesters.", "killed", "denied"),
        ("There is no doubt that police killed protesters.", "killed", "asserted"),
        ("The minister ruled out sending troops.", "sending", "denied"),
        ("They called off the strike.", "strike", "denied"),
    ],
)
def test_modality_of_what_words_govern(make_article, text: str, word: str, expected: str) -> None:
    (sentence,) = make_article(text).sentences
    assert modality_of(sentence, sentence.token_at(text.index(word))) == expected
