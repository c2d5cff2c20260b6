"""The page's script is put together from rooms that share one scope."""

import re
from collections import Counter
from pathlib import Path

SCRIPTS = sorted((Path(__file__).parent.parent.parent / "src" / "rashomon" / "publish" / "js").glob("*.js"))


def test_no_two_rooms_use_one_name() -> None:
    names = [
        name
        for path in SCRIPTS
        for name in re.findall(r"^(?:const|let|function|class) (\w+)", path.read_text(), re.MULTILINE)
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []
