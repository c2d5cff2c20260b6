"""An invented happening with a private person whose name stands in every guise, and a governor who keeps hers."""

from pathlib import Path

import pytest

from rashomon.casebook import Casebook
from rashomon.model.record import Record

REPORTS = {
    "gazette.txt": """Ilka Brandvold was killed when a crane fell on the quay in Port Orlav on Monday, the harbour police said.

Brandvold, 34, was a baker. Governor Petra Hask said the quay would stay closed. "Ilka Brandvold was my friend," Hask said.

At least 12 people were injured. Ms Brandvold's brother was among them, the police said.

Photos: www.brandvold-bakery.example, @ilkabrandvold, ilka.brandvold@mail.example #RememberIlkaBrandvold""",
    "wire-ilka-brandvold.txt": """QUAY CLOSED AFTER DEATH OF ILKA BRANDVOLD

Twelve people were hurt and a baker, Ilka
Brandvold, was killed on Monday, the police said. The Brandvolds had lived in Port Orlav for years. A friend wrote to I. Brandvold's family.

Governor Petra Hask will speak on Tuesday. Mourners laid flowers for Bränd\u00advold, whom all called Ilka.""",
    "courier.txt": """A crane fell on a quay in Port Orlav on Monday and killed one woman. Forty people were injured, the harbour police said.

The quay is closed. The dead woman was named as ilka brandvold by a neighbour, Osric Felde, who saw the crane fall. "It fell at once," Felde said.
""",
}
NAMES = ("brandvold", "ilka", "osric", "felde")


@pytest.fixture(scope="session")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quay")
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="session")
def quay_record(quay: Path, demo_book: Casebook) -> Record:
    return demo_book.read(quay)
