"""The road from pages to a record: the one list of stages, in the order in which they run.

Each stage names the columns of the Desk that it reads and those that it writes; `run` refuses a stage that writes anything
else, and a test refuses one that reads what nothing before it wrote. Stages 1–6 see the whole collection; 7–10 one
story at a time, without talk between stories; 11 puts all together.
"""

from dataclasses import replace

from rashomon.pipeline.assembling import assemble_record
from rashomon.pipeline.collection import (
    cluster_reports,
    compare_reports,
    fingerprint_reports,
    set_stock_aside,
    trace_copies,
)
from rashomon.pipeline.desk import Desk, Settings, Stage, Workshop
from rashomon.pipeline.large import headed, kept_reports
from rashomon.pipeline.one_story import decide_findings, extract_claims, link_names, word_frames
from rashomon.pipeline.pages import (
    correct_reports,
    distinct,
    intake_key,
    page_key,
    pages_of,
    read_pages,
    take_in,
    taken_in,
)
from rashomon.pipeline.sentences import read_sentences

__all__ = ["STAGES", "Desk", "Settings", "Stage", "Workshop", "distinct", "headed", "intake_key", "kept_reports", "page_key", "pages_of", "run", "take_in", "taken_in"]  # fmt: skip

STAGES: tuple[Stage, ...] = (
    Stage("intake", ("pages",), ("reports", "rejected", "problems"), "page", read_pages),
    Stage("intake: judged", ("reports", "judgements"), ("reports",), "report", correct_reports),
    Stage("lineage: fingerprint", ("reports",), ("fingerprints", "sketches"), "report", fingerprint_reports),
    Stage("lineage: stock", ("reports", "fingerprints", "sketches"), ("stock",), "sentence", set_stock_aside),
    Stage("lineage: compare", ("reports", "fingerprints", "sketches", "stock", "judgements"), ("edges",), "hash bucket", compare_reports),
    Stage("lineage: trace", ("reports", "sketches", "edges", "stock", "judgements"), ("traced",), "all", trace_copies),
    Stage("stories", ("reports", "sketches", "traced", "judgements"), ("stories", "judgements"), "time window", cluster_reports),
    Stage("reading", ("reports", "problems"), ("readings", "problems"), "sentence batch", read_sentences),
    Stage("entities", ("stories", "reports", "readings", "judgements"), ("entities",), "story", link_names),
    Stage("claims", ("stories", "reports", "readings", "entities", "traced", "judgements"), ("extracted",), "story", extract_claims),
    Stage("reconcile: decide", ("stories", "reports", "extracted", "entities", "traced", "judgements"), ("decided",), "story", decide_findings),
    Stage("wording", ("stories", "reports", "readings", "entities", "extracted"), ("frames",), "story", word_frames),
    Stage("reconcile: assemble", ("reports", "rejected", "problems", "traced", "stories", "entities", "extracted", "decided", "frames", "judgements"), ("record",), "all", assemble_record),
)  # fmt: skip


def run(desk: Desk, workshop: Workshop, first: str = "intake", last: str = "reconcile: assemble") -> Desk:
    """The desk after every stage from the first to the last, by their names, has run."""
    names = [stage.name for stage in STAGES]
    for stage in STAGES[names.index(first) : names.index(last) + 1]:
        written = stage.work(desk, workshop)
        assert set(written) == set(stage.writes), f"{stage.name} wrote {sorted(written)}, declared {stage.writes}"
        desk = replace(desk, **written)
    return desk
