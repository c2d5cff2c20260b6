"""Intake: a page as it came → a report. `read` is the whole stage."""

from rashomon.stages.intake.judged import judged, readable
from rashomon.stages.intake.read import read
from rashomon.stages.intake.settings import IntakeSettings

__all__ = ["IntakeSettings", "judged", "read", "readable"]
