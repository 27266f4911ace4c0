"""JSON as every signed document is written: canonical (RFC 8785), and refused when it is spelt any other way."""

from __future__ import annotations

import json
import math
from typing import Any, List, Optional, Tuple

_LARGEST_SAFE = 2**53 - 1


def canonical_json(value: Any) -> str:
    """The one text of a JSON value. Raises `ValueError` on what JSON cannot hold."""
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, (int, float)):
        return _number_text(float(value))
    if isinstance(value, str):
        return _string_text(value)
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(canonical_json(item) for item in value) + "]"
    if isinstance(value, dict):
        # By UTF-16 code units, as everywhere: not by code points, which order the last planes otherwise.
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{_string_text(name)}:{canonical_json(value[name])}" for name in names) + "}"
    raise ValueError(f"no JSON: {type(value).__name__}")


def parse_json(text: str) -> Any:
    """The value of a JSON text, its numbers as JavaScript reads them. Raises `ValueError`, also on what nests too deeply."""
    try:
        return json.loads(text, parse_int=_whole, parse_float=float, parse_constant=_no_constant)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def parse_canonical(data: bytes) -> Optional[Tuple[Any]]:
    """The value these bytes spell canonically, alone in a tuple (it may be None); `None` for any other bytes."""
    try:
        text = data.decode("utf-8")
        value = parse_json(text)
        return (value,) if canonical_json(value) == text else None
    except (ValueError, RecursionError):
        return None


def _whole(digits: str) -> Any:
    # JavaScript has one kind of number; beyond these, several whole numbers are the same one.
    if len(digits) < 16:
        return int(digits)
    number = float(digits)
    return int(digits) if abs(number) <= _LARGEST_SAFE else number


def _no_constant(name: str) -> Any:
    raise ValueError(f"not JSON: {name}")


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _string_text(text: str) -> str:
    parts: List[str] = ['"']
    for character in text:
        code = ord(character)
        if 0xD800 <= code <= 0xDFFF:
            raise ValueError("a lone surrogate has no canonical form")
        if character in _ESCAPES:
            parts.append(_ESCAPES[character])
        elif code < 0x20:
            parts.append(f"\\u{code:04x}")
        else:
            parts.append(character)
    parts.append('"')
    return "".join(parts)


def _number_text(number: float) -> str:
    """A number as ECMAScript prints it (Number::toString): the fewest digits that read back as the same number."""
    if not math.isfinite(number):
        raise ValueError("a number that is not finite has no canonical form")
    if number == 0:
        return "0"
    sign = "-" if number < 0 else ""
    mantissa, _, exponent = repr(abs(number)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    raw = whole + fraction
    # The number is 0.digits times ten to the power of `point`.
    point = len(whole) + int(exponent or "0") - (len(raw) - len(raw.lstrip("0")))
    digits = raw.strip("0")
    count = len(digits)
    if count <= point <= 21:
        return sign + digits + "0" * (point - count)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    power = f"e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return sign + digits[0] + ("." + digits[1:] if count > 1 else "") + power
