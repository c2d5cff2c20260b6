"""The form of a judgement: one decision, what it takes, who and why."""

from collections.abc import Iterator
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from rashomon.web.judgeable import RATINGS, Subject


class JudgeForm(FlaskForm):  # type: ignore[misc]
    story = HiddenField()
    of = HiddenField()
    on = HiddenField()
    act = RadioField("Your decision", [InputRequired("Choose a decision.")])
    field = SelectField("What", validate_choice=False)
    value = StringField("What stands there now", [Length(max=300, message="A value has 300 characters at most.")])
    others = SelectMultipleField("With which")
    parts = SelectMultipleField("Which")
    rating = SelectField("Reliability", validate_choice=False)
    why = TextAreaField(
        "Why",
        [
            InputRequired("Say why: it stands in the record."),
            Length(max=2_000, message="A reason has 2,000 characters at most."),
        ],
    )
    who = StringField(
        "Who decides",
        [InputRequired("Say who decides."), Length(max=200, message="A name has 200 characters at most.")],
    )
    final = BooleanField(
        "This settles what coders differ on (an adjudication: it outranks all judgements that are none)"
    )

    def choose(self, one: Subject) -> None:
        """Gives the lists of what is judged to its fields."""
        acts = tuple((each.key, each.label) for each in one.acts)
        lists = {
            self.act: acts,
            self.field: one.fields,
            self.others: one.others,
            self.parts: one.parts,
            self.rating: RATINGS,
        }
        for each, rows in lists.items():
            each.choices = [SelectChoice(value, label) for value, label in rows]
        self._needs = {each.key: each.needs for each in one.acts}

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        for name, said in self._lacking():
            self[name].errors = [said]
        return not self.errors

    def _lacking(self) -> Iterator[tuple[str, str]]:
        needs = self._needs.get(self.act.data, ())
        if "value" in needs and not (self.value.data or "").strip():
            yield "value", "Say what stands there now."
        if "others" in needs and not self.others.data:
            yield "others", "Choose what it belongs together with."
        if "parts" in needs and not self.parts.data:
            yield "parts", "Choose what belongs elsewhere."
        if "parts" in needs and len(self.parts.data or ()) == len(self.parts.choices):
            yield "parts", "Choose some, not all: nothing would be left to split them from."

    def values(self) -> dict[str, Any]:
        names = ("act", "field", "value", "others", "parts", "rating", "why", "who", "final")
        return {name: self[name].data for name in names}

    def said(self) -> list[tuple[str | None, str]]:
        """All errors, each with the name of its field; None where they are of the whole."""
        fields = [(name, str(error)) for name, errors in self.errors.items() if name for error in errors]
        return [*((None, str(error)) for error in self.form_errors), *fields]
