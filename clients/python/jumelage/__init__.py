"""A reference client of Jumelage in Python, with the standard library alone.

It verifies what a server signed (pointers, releases, key lists) and evaluates rule sets with three values. It is short
enough to be read in one sitting, and is tested against the SDK on every change.
"""

from .canonical import canonical_json, parse_json
from .client import Client, NoRules, Refused, Suspended
from .evaluate import evaluate
from .verify import Key, Refusal, Trust, open_pointer, open_release, run_vectors, trust_after

__all__ = [
    "Client",
    "Key",
    "NoRules",
    "Refusal",
    "Refused",
    "Suspended",
    "Trust",
    "canonical_json",
    "evaluate",
    "open_pointer",
    "open_release",
    "parse_json",
    "run_vectors",
    "trust_after",
]
