"""Who codes a story without sight of the others, and until when."""

from collections.abc import Callable

from rashomon.casebook.coding.blind import coders, done, is_blind, waiting
from rashomon.model.judgement import Judgement

Judge = Callable[..., Judgement]
HERE, ELSEWHERE = ("rep1-aa", "rep1-bb"), ("rep1-cc",)


def named(judge: Judge, *who: str) -> list[Judgement]:
    return [judge("cai", "code", *HERE, of="story", value=each) for each in who]


def ready(judge: Judge, who: str) -> Judgement:
    return judge(who, "done", *HERE, of="story")


def test_coders_are_blind_until_all_are_done(judge: Judge) -> None:
    log = named(judge, "ada", "ben")
    assert coders(log, HERE) == ("ada", "ben") == waiting(log, HERE)
    log.append(ready(judge, "ada"))
    assert (waiting(log, HERE), is_blind(log, HERE, "ada"), is_blind(log, HERE, "ben")) == (("ben",), True, True)
    log.append(ready(judge, "ben"))
    assert (waiting(log, HERE), is_blind(log, HERE, "ada"), is_blind(log, HERE, "ben")) == ((), False, False)
    assert done(log, HERE) == {"ada": log[2].when, "ben": log[3].when}


def test_others_are_not_blind_and_no_other_story_is(judge: Judge) -> None:
    log = named(judge, "ada", "ben")
    assert not is_blind(log, HERE, "cai")
    assert not is_blind(log, ELSEWHERE, "ada")


def test_who_does_not_say_who_he_is_may_be_a_coder(judge: Judge) -> None:
    assert is_blind(named(judge, "ada", "ben"), HERE, "")
    assert not is_blind(named(judge, "ada", "ben"), ELSEWHERE, "")


def test_a_report_that_comes_in_changes_nothing(judge: Judge) -> None:
    assert is_blind(named(judge, "ada", "ben"), (*HERE, *ELSEWHERE), "ada")


def test_who_codes_alone_is_not_blind(judge: Judge) -> None:
    assert not is_blind(named(judge, "ada"), HERE, "ada")


def test_being_done_can_be_undone(judge: Judge) -> None:
    log = [*named(judge, "ada", "ben"), ready(judge, "ada"), ready(judge, "ben")]
    log.append(judge("ben", "undo", log[-1].id, of="story"))
    assert waiting(log, HERE) == ("ben",)


def test_a_name_is_the_same_in_capitals_and_with_spaces(judge: Judge) -> None:
    log = named(judge, "Ada L.", "ben")
    assert is_blind(log, HERE, " ada  l. ") and is_blind(log, HERE, "BEN")
    assert coders(log, HERE) == ("Ada L.", "ben")
    log += [ready(judge, "ada l."), ready(judge, "Ben")]
    assert waiting(log, HERE) == ()
