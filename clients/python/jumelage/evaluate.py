"""The meaning of a rule set for one person (SPEC.md, sections 4 to 6): verdicts, decisions, what is missing.

A verdict is True, False, or None: unknown. It favours reading over speed.
"""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence, Set, Tuple

from .person import Person, State, read_person

Verdict = Optional[bool]
# A verdict with the facts that its undecided leaves rest on.
Judged = Tuple[Verdict, Sequence[str]]
# A fact that an outcome rests on, with that outcome's place in the order of precedence.
Remembered = Tuple[str, int]


def evaluate(rule_set: Mapping[str, Any], facts: Mapping[str, Any], at: str) -> Dict[str, Any]:
    """The whole result for what was sent of a person, on a date (`YYYY-MM-DD` in the rule set's time zone)."""
    person = read_person(rule_set, facts, at)
    reading = _Reading(rule_set, person)
    verdicts: Dict[str, Verdict] = {}
    remembered: List[List[Remembered]] = []
    for decision in rule_set["decisions"]:
        judged: List[Tuple[str, Judged]] = []
        for criterion in _enabled(rule_set):
            if criterion["then"]["decision"] == decision["id"]:
                found = reading.judge(criterion["when"], False)
                verdicts[criterion["id"]] = found[0]
                judged.append((criterion["then"]["outcome"], found))
        made, rests = (_decide_one if decision["kind"] == "one" else _decide_many)(reading, decision, judged)
        reading.made[decision["id"]] = made
        remembered.append(rests)
    order = [c["id"] for c in _enabled(rule_set)]
    return {
        "decisions": dict(reading.made),
        "fired": [c for c in order if verdicts[c] is True],
        "undecided": [c for c in order if verdicts[c] is None],
        "missing": _in_order(rule_set, remembered),
        "unverified": _unverified(rule_set, person),
        "assumed": person.assumed,
        "doubtful": person.doubtful,
        "problems": person.problems,
    }


def _enabled(rule_set: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (c for c in rule_set["criteria"] if c["enabled"])


def _by_id(items: Sequence[Mapping[str, Any]]) -> Dict[str, Mapping[str, Any]]:
    return {item["id"]: item for item in items}


class _Reading:
    """What a condition is read against: a rule set, a person, and the decisions already made."""

    def __init__(self, rule_set: Mapping[str, Any], person: Person) -> None:
        self.facts = _by_id(rule_set["facts"])
        self.parameters = _by_id(rule_set["parameters"])
        self.conditions = _by_id(rule_set["conditions"])
        self.rule_set = rule_set
        self.person = person
        self.made: Dict[str, Dict[str, Any]] = {}

    def judge(self, condition: Mapping[str, Any], negated: bool) -> Judged:
        """The verdict of a condition, or of its negation, which is pushed down to the leaves."""
        if "always" in condition:
            return (not negated, ())
        if "not" in condition:
            return self.judge(condition["not"], not negated)
        if "all" in condition or "any" in condition:
            members = condition["all"] if "all" in condition else condition["any"]
            below = [self.judge(member, negated) for member in members]
            return _group(len(below) if ("all" in condition) != negated else 1, below)
        if "atLeast" in condition:
            count, members = condition["atLeast"]["count"], condition["atLeast"]["of"]
            below = [self.judge(member, negated) for member in members]
            # Fewer than k of n hold exactly when at least n - k + 1 of their negations do.
            return _group(len(below) - count + 1 if negated else count, below)
        if "condition" in condition:
            return self.judge(self.conditions[condition["condition"]]["when"], negated)
        if "fact" in condition:
            verdict = self._leaf(condition, negated)
            return (verdict, (condition["fact"],) if verdict is None else ())
        made = self.made[condition["decision"]]
        if "state" in condition:
            return ((made["state"] in condition["state"]) != negated, ())
        value = condition["value"]
        among = [outcome in ([value] if isinstance(value, str) else value) for outcome in made["possible"]]
        if any(among) and not all(among):
            return (None, made["missing"])
        return (all(among) != negated, ())

    def _leaf(self, leaf: Mapping[str, Any], negated: bool) -> Verdict:
        state = self.person.states[leaf["fact"]]
        operator = leaf["operator"]
        if operator == "isUnknown":
            return (not state.is_known) != negated
        if state.reason is not None:
            # An optional fact that is plainly unknown makes its leaf false, whatever the polarity.
            is_optional = self.facts[leaf["fact"]]["whenUnknown"] == "ignore"
            return False if is_optional and state.doubt is None else None
        if operator == "isKnown":
            return not negated if state.is_known else None
        literal = leaf.get("value")
        if isinstance(literal, dict):
            literal = self.parameters[literal["parameter"]]["value"]
        verdict = _set_test(operator, literal, state) if isinstance(state.value, list) else _test(operator, literal, state.value)
        return None if verdict is None else verdict != negated


def _group(needed: int, below: Sequence[Judged]) -> Judged:
    """True when so many are true, False when so many can no longer be, else unknown."""
    sure = sum(verdict is True for verdict, _ in below)
    still = sum(verdict is None for verdict, _ in below)
    if sure >= needed:
        return (True, ())
    if sure + still < needed:
        return (False, ())
    return (None, [fact for verdict, rests in below if verdict is None for fact in rests])


def _test(operator: str, literal: Any, value: Any) -> bool:
    if operator == "equal":
        return bool(value == literal)
    if operator == "notEqual":
        return bool(value != literal)
    # Dates compare as text: they sort as the calendar does.
    if operator == "lessThan":
        return bool(value < literal)
    if operator == "lessThanInclusive":
        return bool(value <= literal)
    if operator == "greaterThan":
        return bool(value > literal)
    if operator == "greaterThanInclusive":
        return bool(value >= literal)
    if operator == "in":
        return value in literal
    if operator == "notIn":
        return value not in literal
    raise ValueError(f"not an operator of one value: {operator}")


def _set_test(operator: str, literal: Any, state: State) -> Verdict:
    def has(member: str) -> Judged:
        return (True if member in state.value else None if member in state.unasked else False, ())

    def any_of() -> Verdict:
        return _group(1, [has(member) for member in literal])[0]

    empty = False if state.value else (None if state.unasked else True)
    if operator == "contains":
        return has(literal)[0]
    if operator == "doesNotContain":
        return _opposite(has(literal)[0])
    if operator == "containsAny":
        return any_of()
    if operator == "containsNone":
        return _opposite(any_of())
    if operator == "containsAll":
        return _group(len(literal), [has(member) for member in literal])[0]
    if operator == "isEmpty":
        return empty
    if operator == "isNotEmpty":
        return _opposite(empty)
    raise ValueError(f"not an operator of a set: {operator}")


def _opposite(verdict: Verdict) -> Verdict:
    return None if verdict is None else not verdict


def _decide_one(
    reading: _Reading, decision: Mapping[str, Any], judged: Sequence[Tuple[str, Judged]]
) -> Tuple[Dict[str, Any], List[Remembered]]:
    """Walks the outcomes from the most cautious one; stops at the first with a true criterion."""
    remembered: List[Remembered] = []
    possible: List[str] = []
    candidate = decision["otherwise"]
    for precedence, outcome in enumerate(decision["outcomes"]):
        own = [found for of, found in judged if of == outcome["id"]]
        if any(verdict is True for verdict, _ in own):
            candidate = outcome["id"]
            break
        undecided = [rests for verdict, rests in own if verdict is None]
        if undecided:
            possible.append(outcome["id"])
        remembered.extend((fact, precedence) for rests in undecided for fact in rests)
    if candidate not in possible:
        possible.append(candidate)
    missing = _in_order(reading.rule_set, [remembered])
    made: Dict[str, Any] = {"kind": "one", "state": candidate, "possible": possible, "missing": missing}
    if missing:
        is_safety = any(reading.facts[fact]["safety"] for fact in missing)
        made["state"] = "@safety-unknown" if is_safety else "@undetermined"
    else:
        made["outcome"] = candidate
    return made, remembered


def _decide_many(
    reading: _Reading, decision: Mapping[str, Any], judged: Sequence[Tuple[str, Judged]]
) -> Tuple[Dict[str, Any], List[Remembered]]:
    """Takes every outcome on its own; withholds all but the cautious ones while an earlier decision waits for safety."""
    remembered: List[Remembered] = []
    is_waiting = any(made.get("state") == "@safety-unknown" for made in reading.made.values())
    is_withheld = is_waiting and decision.get("withheldWhileSafetyUnknown") is True
    made: Dict[str, Any] = {"kind": "many", "suggested": [], "undetermined": [], "withheld": []}
    for precedence, outcome in enumerate(decision["outcomes"]):
        own = [found for of, found in judged if of == outcome["id"]]
        if is_withheld and outcome["tone"] != "stop":
            made["withheld"].append(outcome["id"])
        elif any(verdict is True for verdict, _ in own):
            made["suggested"].append(outcome["id"])
        elif any(verdict is None for verdict, _ in own):
            made["undetermined"].append(outcome["id"])
            remembered.extend((fact, precedence) for _, rests in own for fact in rests)
    return made, remembered


def _in_order(rule_set: Mapping[str, Any], remembered: Sequence[Sequence[Remembered]]) -> List[str]:
    """What to ask next: safety facts first, then by decision and precedence, then in the order of the vocabulary."""
    places = {fact["id"]: (not fact["safety"], place) for place, fact in enumerate(rule_set["facts"])}
    ranks: Dict[str, Tuple[bool, int, int, int]] = {}
    for decision, facts in enumerate(remembered):
        for fact, precedence in facts:
            is_other, place = places[fact]
            rank = (is_other, decision, precedence, place)
            ranks[fact] = min(rank, ranks.get(fact, rank))
    return sorted(ranks, key=lambda fact: ranks[fact])


def _unverified(rule_set: Mapping[str, Any], person: Person) -> List[str]:
    """Optional facts that are plainly unknown and that some enabled criterion reads: nobody checked them."""
    conditions = _by_id(rule_set["conditions"])
    read: Set[str] = set()
    entered: Set[str] = set()
    waiting = [c["when"] for c in _enabled(rule_set)]
    while waiting:
        condition = waiting.pop()
        if "fact" in condition:
            read.add(condition["fact"])
        elif "not" in condition:
            waiting.append(condition["not"])
        elif "atLeast" in condition:
            waiting.extend(condition["atLeast"]["of"])
        elif "condition" in condition:
            if condition["condition"] not in entered:
                entered.add(condition["condition"])
                waiting.append(conditions[condition["condition"]]["when"])
        else:
            waiting.extend(condition.get("all", ()))
            waiting.extend(condition.get("any", ()))
    return [
        fact["id"]
        for fact in rule_set["facts"]
        if fact["whenUnknown"] == "ignore" and person.states[fact["id"]].is_plainly_unknown and fact["id"] in read
    ]
