"""Reading a person: what was sent of each fact becomes a value, or an unknown with its reason (SPEC.md, section 3).

Nothing is coerced, nothing is raised for data, and the date of the evaluation is an argument.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Sequence

PLAIN = ("not-asked", "declined", "not-known")
_LARGEST_SAFE = 2**53 - 1
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


@dataclass(frozen=True)
class State:
    """What is known of one fact: a value, perhaps assumed, perhaps with members not asked about; or why there is none."""

    value: Any = None
    reason: Optional[str] = None
    assumed: bool = False
    unasked: Sequence[str] = ()

    @property
    def is_known(self) -> bool:
        return self.reason is None and not self.unasked

    @property
    def doubt(self) -> Optional[str]:
        """Why something that is there cannot be relied on; None when nothing is there, or it can."""
        if self.unasked:
            return "incomplete"
        return None if self.reason is None or self.reason in PLAIN else self.reason

    @property
    def is_plainly_unknown(self) -> bool:
        return self.reason in PLAIN


@dataclass(frozen=True)
class Person:
    states: Mapping[str, State]
    assumed: List[str]
    doubtful: List[Dict[str, str]]
    problems: List[Dict[str, str]]


def day_number(text: Any) -> Optional[int]:
    """Days since a day long ago, in the proleptic Gregorian calendar from the year 0 on; None when it is no date."""
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        return None
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = (31, 29 if is_leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= month <= 12 or not 1 <= day <= lengths[month - 1]:
        return None
    before = year - 1
    return 365 * year + before // 4 - before // 100 + before // 400 + sum(lengths[: month - 1]) + day


def read_person(rule_set: Mapping[str, Any], facts: Mapping[str, Any], at: str) -> Person:
    """Reads what was sent against the rule set's facts, on a date. Raises `ValueError` when `at` is no date."""
    today = day_number(at)
    if today is None:
        raise ValueError(f"not a date: {at}")
    declared = rule_set["facts"]
    own = {fact["id"]: _read_fact(fact, facts.get(fact["id"]), today) for fact in declared}
    states = {fact["id"]: _assume(fact, own[fact["id"]]) for fact in declared}
    for fact in declared:
        if "derive" in fact:
            states[fact["id"]] = _assume(fact, _derived(fact, own, states))
    assumed: List[str] = []
    doubtful: List[Dict[str, str]] = []
    problems: List[Dict[str, str]] = []
    for fact in declared:
        state = states[fact["id"]]
        if state.doubt is not None:
            doubtful.append({"fact": fact["id"], "reason": state.doubt})
        if state.assumed:
            assumed.append(fact["id"])
        if state.doubt == "invalid" and not _only_from_parts(fact, own, states):
            problems.append({"fact": fact["id"], "code": "invalid"})
    problems.extend({"fact": name, "code": "undeclared-fact"} for name in facts if name not in states)
    return Person(states, assumed, doubtful, problems)


def _read_fact(fact: Mapping[str, Any], sent: Any, today: int) -> State:
    if sent is None:
        return State(reason="not-asked")
    if not isinstance(sent, dict):
        return State(value=sent) if is_value_of(fact, sent) else State(reason="invalid")
    if "unknown" in sent:
        reason = sent["unknown"]
        is_reason = len(sent) == 1 and isinstance(reason, str) and reason in PLAIN
        return State(reason=reason if is_reason else "invalid")
    if "value" not in sent or len(sent) < 2 or not set(sent) <= {"value", "of", "observedOn"}:
        return State(reason="invalid")
    value = sent["value"]
    if not is_value_of(fact, value):
        return State(reason="invalid")
    unasked = _unasked(fact, value, sent["of"]) if "of" in sent else ()
    if unasked is None:
        return State(reason="invalid")
    if "observedOn" in sent:
        observed = day_number(sent["observedOn"])
        if observed is None or observed > today:
            return State(reason="invalid")
        if "validFor" in fact and today - observed > int(fact["validFor"][1:-1]):
            return State(reason="stale")
    return State(value=value, unasked=unasked)


def _unasked(fact: Mapping[str, Any], value: Any, of: Any) -> Optional[Sequence[str]]:
    """The members of today that were not asked about; None when `of` is no list of members that can hold the value."""
    if not isinstance(value, list) or not isinstance(of, list):
        return None
    if not all(_is_member(fact, member) for member in of) or len(set(of)) != len(of):
        return None
    if not all(member in of for member in value):
        return None
    members = [v["id"] for v in fact.get("values", ()) if v.get("retired") is not True]
    return tuple(member for member in members if member not in of)


def _assume(fact: Mapping[str, Any], state: State) -> State:
    when_unknown = fact["whenUnknown"]
    if not isinstance(when_unknown, dict) or not state.is_plainly_unknown:
        return state
    return State(value=when_unknown["assume"], assumed=True)


def _derived(fact: Mapping[str, Any], own: Mapping[str, State], states: Mapping[str, State]) -> State:
    """A total: the sum of its parts, or what was sent of it where that is the same."""
    total = own[fact["id"]]
    parts = fact["derive"]["sum"]
    if not total.is_plainly_unknown and all(own[part].is_plainly_unknown for part in parts):
        return total
    values = [states[part].value if states[part].is_known else None for part in parts]
    is_complete = None not in values
    amount = sum(value for value in values if value is not None)
    if not total.is_plainly_unknown:
        agrees = is_complete and (not total.is_known or total.value == amount)
        return total if agrees else State(reason="invalid")
    for doubt in ("invalid", "stale"):
        if any(states[part].doubt == doubt for part in parts):
            return State(reason=doubt)
    if is_complete:
        return State(value=amount) if is_value_of(fact, amount) else State(reason="invalid")
    return State(reason="not-asked" if values.count(None) == len(values) else "incomplete")


def _only_from_parts(fact: Mapping[str, Any], own: Mapping[str, State], states: Mapping[str, State]) -> bool:
    """A total that is invalid because a part is: the part's own problem says so."""
    parts = fact.get("derive", {}).get("sum", ())
    return own[fact["id"]].is_plainly_unknown and any(states[part].doubt == "invalid" for part in parts)


def is_value_of(fact: Mapping[str, Any], value: Any) -> bool:
    """Whether a value is of the fact's type, members and range, as it stands."""
    kind = fact["type"]
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "integer":
        return _is_number(value) and value == math.floor(value) and abs(value) <= _LARGEST_SAFE and _in_range(fact, value)
    if kind == "decimal":
        # Written with so many decimals, it is still the same number.
        return _is_number(value) and float(f"{value:.{fact.get('scale', 0)}f}") == value and _in_range(fact, value)
    if kind == "date":
        return day_number(value) is not None
    if kind == "enum":
        return _is_member(fact, value)
    return isinstance(value, list) and all(_is_member(fact, m) for m in value) and len(set(value)) == len(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _in_range(fact: Mapping[str, Any], value: float) -> bool:
    span = fact.get("range")
    return span is None or span["min"] <= value <= span["max"]


def _is_member(fact: Mapping[str, Any], member: Any) -> bool:
    return isinstance(member, str) and any(v["id"] == member for v in fact.get("values", ()))
