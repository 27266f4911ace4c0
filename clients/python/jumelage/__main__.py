"""`python3 -m jumelage`: verifies a signed file, or fetches, verifies and evaluates.

Exit codes: 0 fine; 1 the document was refused, or there is no answer; 2 wrong arguments or unreadable input.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any, Dict, List

from .canonical import parse_json
from .client import Client, NoRules, Refused, Suspended
from .verify import Refusal, Trust, open_pointer, open_release, run_vectors


def _read(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        return file.read()


def _keys(path: str) -> List[Any]:
    keys = parse_json(_read(path).decode("utf-8"))
    if not isinstance(keys, dict) or not isinstance(keys.get("keys"), list):
        raise ValueError(f'{path}: no key set ({{ "keys": [ … ] }})')
    return keys["keys"]


def _verify(options: argparse.Namespace) -> Dict[str, Any]:
    data, trust = _read(options.file), Trust.of(_keys(options.keys))
    if options.channel is not None:
        return {"ok": True, "pointer": open_pointer(data, trust, options.program, options.channel)}
    release = open_release(data, trust, options.program)
    return {"ok": True, "release": release["number"], "vectors": run_vectors(release)}


def _evaluate(options: argparse.Namespace) -> Dict[str, Any]:
    facts = parse_json(_read(options.facts).decode("utf-8"))
    if not isinstance(facts, dict):
        raise ValueError(f"{options.facts}: not an object of facts")
    trust = _keys(options.keys)
    client = Client(options.url, options.key, options.program, options.channel, trust, cache=options.cache)
    problem = client.refresh()
    if problem is not None:
        print(f"jumelage: {problem}", file=sys.stderr)
    return client.evaluate(facts, options.at, options.lenient)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python3 -m jumelage", description=__doc__)
    commands = parser.add_subparsers(required=True)
    verify = commands.add_parser("verify", help="a signed release, or with --channel a signed pointer")
    verify.add_argument("file")
    verify.add_argument("--channel")
    verify.set_defaults(run=_verify)
    evaluate = commands.add_parser("evaluate", help="one person, by the release in force")
    evaluate.add_argument("--url", required=True)
    evaluate.add_argument("--key", required=True, help="the consumer key")
    evaluate.add_argument("--channel", default="production")
    evaluate.add_argument("--cache", help="a file that survives restarts")
    evaluate.add_argument("--facts", required=True, help="a file of JSON, or - for standard input")
    evaluate.add_argument("--at", help="a date, or an instant; without it, now")
    evaluate.add_argument("--lenient", action="store_true", help="answer in spite of facts that cannot be read")
    evaluate.set_defaults(run=_evaluate)
    for command in (verify, evaluate):
        command.add_argument("--program", required=True)
        command.add_argument("--keys", required=True, help="the trusted public keys (a JWK set)")
    options = parser.parse_args()
    try:
        answer = options.run(options)
    except (Refusal, NoRules, Suspended, Refused) as refusal:
        print(f"jumelage: {type(refusal).__name__}: {refusal}", file=sys.stderr)
        return 1
    except (OSError, ValueError) as error:
        print(f"jumelage: {error}", file=sys.stderr)
        return 2
    json.dump(answer, sys.stdout, ensure_ascii=False)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
