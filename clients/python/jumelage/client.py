"""A client of one channel: it asks when it is told to, verifies, keeps the last good release, and evaluates here.

What went wrong with a check is a code (`problem`), and what was good goes on answering. It does not poll by itself, follow
by kinds of change or read diagrams: the SDK does.
"""

from __future__ import annotations

import calendar
import os
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Tuple
from zoneinfo import ZoneInfo

from .evaluate import evaluate
from .person import day_number
from .verify import POINTER_LIMIT, RELEASE_LIMIT, Refusal, Trust, open_pointer, open_release, run_vectors, trust_after

KEY_LISTS_LIMIT = 1024 * 1024
_AT = re.compile(r"(.{10})T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(\.[0-9]+)?)?(Z|([+-])([0-9]{2}):([0-9]{2}))", re.ASCII)


class NoRules(Exception):
    """Nothing verified is here: clinical judgement."""


class Suspended(Exception):
    """The channel is suspended, or could not be renewed for too long: clinical judgement."""


class Refused(Exception):
    """Facts, or the date, cannot be read; nothing was guessed. `problems` lists them."""

    def __init__(self, problems: List[Dict[str, str]]) -> None:
        super().__init__(", ".join(f"{problem['fact']}: {problem['code']}" for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class _Serving:
    pointer: Mapping[str, Any]
    release: Mapping[str, Any]
    # As they came: what a cache keeps.
    signed: Tuple[bytes, bytes]


class Client:
    """A client of one channel of one program; `trust` is a list of JWKs from your configuration, never from the network.

    `cache` is the path of a file that survives restarts, in the form that the SDK keeps too.
    """

    def __init__(
        self,
        url: str,
        key: str,
        program: str,
        channel: str,
        trust: Iterable[Mapping[str, Any]],
        cache: Optional[str] = None,
        timeout: float = 30,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.problem: Optional[str] = None
        self._api = url.rstrip("/") + "/v1"
        self._key = key
        self._program = program
        self._channel = channel
        self._trust = Trust.of(trust)
        self._cache = cache
        self._timeout = timeout
        self._clock = clock
        self._serving: Optional[_Serving] = None
        # The newest pointer accepted, and its bytes: the mark against rolling back.
        self._seen: Optional[Mapping[str, Any]] = None
        self._seen_bytes = b""
        self._is_read = False

    def refresh(self) -> Optional[str]:
        """Checks the channel once: None, or the code of what went wrong. Raises nothing."""
        self._read_cache()
        try:
            self._check()
            self.problem = None
        except Refusal as refusal:
            self.problem = refusal.code
        return self.problem

    def evaluate(self, facts: Mapping[str, Any], at: Optional[str] = None, lenient: bool = False) -> Dict[str, Any]:
        """The answer for one person, on a date or at an instant (now). Raises `NoRules`, `Suspended` or `Refused`."""
        serving = self._serving
        if serving is None:
            raise NoRules(self.problem or "nothing was fetched")
        # A clock that was set back extends nothing.
        now = max(self._clock(), _seconds(serving.pointer["issuedAt"]))
        # Also where the channel was suspended at a release that could not be taken: that much was verified.
        for pointer in (serving.pointer, self._seen):
            if pointer is not None and "hardExpires" in pointer and now >= _seconds(pointer["hardExpires"]):
                raise Suspended(pointer["hardExpires"])
        rule_set = serving.release["ruleSet"]
        date = date_in(rule_set["timeZone"], now, at)
        if date is None:
            raise Refused([{"fact": "at", "code": "invalid"}])
        result = evaluate(rule_set, facts, date)
        if result["problems"] and not lenient:
            raise Refused(result["problems"])
        return {
            "release": serving.pointer["release"],
            "sha256": serving.pointer["sha256"],
            "sequence": serving.pointer["sequence"],
            "at": date,
            "stale": now >= _seconds(serving.pointer["expires"]),
            "result": result,
        }

    def _check(self) -> None:
        base = f"{self._api}/programs/{urllib.parse.quote(self._program, safe='')}"
        pointer = self._get(f"{base}/channels/{urllib.parse.quote(self._channel, safe='')}", POINTER_LIMIT)
        try:
            lists = self._get(f"{self._api}/keys/lists", KEY_LISTS_LIMIT)
            self._trust = trust_after(self._trust, lists.split(b"\n"))
        except Refusal:
            # A server that has no lists changes nothing.
            pass
        try:
            self._take(pointer, lambda found: self._get(f"{base}/releases/{found['release']}", found["length"]))
        finally:
            # Also when the release was refused: the mark must not be lost in a restart.
            self._write_cache()

    def _take(self, pointer: bytes, release_of: Callable[[Mapping[str, Any]], bytes]) -> None:
        """Takes a pointer and the release it names, wherever they come from: this is the one door."""
        found = open_pointer(pointer, self._trust, self._program, self._channel, self._seen)
        # Of two signed for one sequence the later issued one counts.
        if self._seen is None or found["sequence"] > self._seen["sequence"] or found["issuedAt"] >= self._seen["issuedAt"]:
            self._seen, self._seen_bytes = found, pointer
        serving = self._serving
        if serving is not None and serving.pointer["sha256"] == found["sha256"]:
            self._serving = _Serving(self._seen, serving.release, (self._seen_bytes, serving.signed[1]))
            return
        data = release_of(found)
        release = open_release(data, self._trust, self._program, found)
        run_vectors(release)
        self._serving = _Serving(found, release, (pointer, data))

    def _get(self, url: str, limit: int) -> bytes:
        """What an address answers, of at most so many bytes. Raises `Refusal`."""
        request = urllib.request.Request(url, headers={"authorization": f"Bearer {self._key}"})
        try:
            with _OPENER.open(request, timeout=self._timeout) as response:
                data: bytes = response.read(limit + 1)
        except urllib.error.HTTPError as error:
            error.close()
            codes = {401: "unauthorized", 403: "unauthorized", 404: "not-found", 410: "gone", 429: "rate-limited"}
            raise Refusal(codes.get(error.code, "server-error" if error.code >= 500 else "unexpected-answer")) from error
        except (OSError, ValueError) as error:
            raise Refusal("unreachable") from error
        if len(data) > limit:
            raise Refusal("too-large")
        return data

    def _read_cache(self) -> None:
        if self._is_read or self._cache is None:
            return
        self._is_read = True
        try:
            with open(self._cache, "rb") as file:
                pointer, release, seen, *lists = (file.read(RELEASE_LIMIT + 2**20) + b"\n\n").split(b"\n")
            self._trust = trust_after(self._trust, lists)
            self._take(pointer, lambda _: release)
            # The mark counts also where it is of a later release than the one that could be kept.
            self._seen = open_pointer(seen, self._trust, self._program, self._channel, self._seen)
            self._seen_bytes = seen
        except OSError:
            pass
        except Refusal as refusal:
            self.problem = refusal.code

    def _write_cache(self) -> None:
        if self._cache is None or self._serving is None:
            return
        beside = f"{self._cache}.{os.getpid()}.tmp"
        try:
            with open(beside, "wb") as file:
                file.write(b"\n".join((*self._serving.signed, self._seen_bytes, *self._trust.lists)))
                file.flush()
                os.fsync(file.fileno())
            # The old file or the new one is there, whole, whenever the machine stops.
            os.replace(beside, self._cache)
        except OSError as error:
            raise Refusal("cache-unwritable") from error


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect could take the key elsewhere."""

    def redirect_request(self, *_: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


def _seconds(instant: str) -> float:
    """The seconds since 1970 of an instant in UTC."""
    whole, _, fraction = instant[:-1].partition(".")
    return calendar.timegm(time.strptime(whole, "%Y-%m-%dT%H:%M:%S")) + float(f"0.{fraction or '0'}")


def date_in(time_zone: str, now: float, at: Optional[str]) -> Optional[str]:
    """The date of the evaluation: a date as it is, an instant as its date in the time zone; None when it is neither."""
    if at is not None and day_number(at) is not None:
        return at
    seconds = now
    if at is not None:
        found = _AT.fullmatch(at)
        if found is None or day_number(found[1]) is None:
            return None
        try:
            seconds = _seconds(f"{found[1]}T{found[2]}:{found[3]}:{found[4] or '00'}Z")
        except ValueError:
            return None
        if found[7] is not None:
            offset = int(found[8]) * 3600 + int(found[9]) * 60
            seconds += -offset if found[7] == "+" else offset
    return datetime.fromtimestamp(seconds, ZoneInfo(time_zone)).date().isoformat()
