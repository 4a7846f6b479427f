"""Hypothesis strategies for Argdown: whole documents, mutations of them, and any text.

`documents()` covers the whole language and yields documents that the official implementation accepts, but for a few
in a hundred: Argdown's tokens depend on their neighbours, and a grammar that never failed would never come near the
places where two readers differ. Tests ask the oracle which documents are valid.

Everything is put together from small strings, simplest first, so that failing documents shrink to a few lines.
"""

from tests.grammar.documents import documents
from tests.grammar.faults import any_text, mutations

__all__ = ["any_text", "documents", "mutations"]
