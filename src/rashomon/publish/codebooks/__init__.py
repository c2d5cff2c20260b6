"""A record in the forms that event-data people work with: rows of codebooks, annotations, maps. One file a codebook, each with the table of its columns.

A cell that a coder would have to decide, or that no report tells, is empty. docs/codebooks.md says what each column holds.
"""

from rashomon.publish.codebooks.forms import FORMS, Form, written

__all__ = ["FORMS", "Form", "written"]
