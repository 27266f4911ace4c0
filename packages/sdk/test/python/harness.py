"""Asks the Python client what a test sends, one JSON document a line, and answers each in a line."""

import base64
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../../clients/python"))

from jumelage import (  # noqa: E402
    Refusal,
    Trust,
    canonical_json,
    evaluate,
    open_pointer,
    open_release,
    parse_json,
    run_vectors,
    trust_after,
)
from jumelage.client import date_in  # noqa: E402
from jumelage.ed25519 import verify  # noqa: E402


def data(text):
    return base64.b64decode(text)


def answer(ask):
    kind = ask["ask"]
    if kind == "evaluate":
        return [evaluate(ask["ruleSet"], person["facts"], person["at"]) for person in ask["persons"]]
    if kind == "ed25519":
        return verify(data(ask["key"]), data(ask["message"]), data(ask["signature"]))
    if kind == "canonical":
        return [canonical_json(parse_json(text)) for text in ask["texts"]]
    if kind == "date":
        return date_in(ask["timeZone"], 0, ask["at"])
    trust = trust_after(Trust.of(ask["trust"]), [data(text) for text in ask.get("lists", [])])
    if kind == "keys":
        return {"keys": [key.id for key in trust.keys], "version": trust.version, "revoked": sorted(trust.revoked)}
    try:
        if kind == "pointer":
            return open_pointer(data(ask["bytes"]), trust, ask["program"], "production", ask.get("seen"))
        release = open_release(data(ask["bytes"]), trust, ask["program"], ask.get("pointer"))
        return {"number": release["number"], "vectors": run_vectors(release)}
    except Refusal as refusal:
        return {"code": refusal.code}


for line in sys.stdin:
    try:
        print(json.dumps({"answer": answer(parse_json(line))}), flush=True)
    except Exception as error:  # A fault of the client's is the test's to see.
        print(json.dumps({"fault": f"{type(error).__name__}: {error}"}), flush=True)
