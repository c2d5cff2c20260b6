import pytest

from rashomon.errors import ModelMissingError
from rashomon.stages.reading import installed_model
from rashomon.stages.reading.models import Model


def test_a_model_that_is_not_installed_is_passed_over() -> None:
    missing = Model("none", "no_such_package_at_all", "no-such-package-at-all")
    found, version = installed_model()
    assert installed_model(models=(missing, found)) == (found, version)


def test_no_model_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(ModelMissingError, match="pip install"):
        installed_model(models=())


def test_the_named_model_and_no_other() -> None:
    found, _ = installed_model()
    assert installed_model(found.package)[0] == found
    with pytest.raises(ModelMissingError, match="en_core_web_xx"):
        installed_model("en_core_web_xx")
