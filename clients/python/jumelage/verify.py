"""Opening what a server signed: every check, in order, before a value is handed out.

What is read is what was verified: the very bytes of the envelope's payload. The codes are those of the SDK.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from typing import Any, Dict, FrozenSet, Iterable, Mapping, Optional, Sequence, Tuple

from . import ed25519
from .canonical import canonical_json, parse_canonical, parse_json
from .evaluate import evaluate

RELEASE_TYPE = "application/vnd.jumelage.release+json"
POINTER_TYPE = "application/vnd.jumelage.pointer+json"
KEY_LIST_TYPE = "application/vnd.jumelage.keys+json"
# The most bytes of each, and the newest format that is read here.
RELEASE_LIMIT = 8 * 1024 * 1024
POINTER_LIMIT = 16 * 1024
KEY_LIST_LIMIT = 64 * 1024
SCHEMA_VERSION = 1

_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_KEY = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)


class Refusal(Exception):
    """A document is not what it should be; `code` says which check it failed."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Key:
    """A trusted public key and the id it signs under."""

    id: str
    public: bytes

    @staticmethod
    def of(jwk: Mapping[str, Any]) -> "Key":
        """The key of a JWK (RFC 8037): its `kid`, or else its thumbprint (RFC 7638), is its id. Raises `ValueError`."""
        x = jwk.get("x")
        if jwk.get("kty") != "OKP" or jwk.get("crv") != "Ed25519" or not isinstance(x, str) or not _KEY.fullmatch(x):
            raise ValueError('not a key: { "kty": "OKP", "crv": "Ed25519", "x": … }')
        kid = jwk.get("kid")
        named = kid if isinstance(kid, str) and kid != "" else _thumbprint(x)
        return Key(named, base64.urlsafe_b64decode(x + "="))


def _thumbprint(x: str) -> str:
    text = canonical_json({"crv": "Ed25519", "kty": "OKP", "x": x})
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


@dataclass(frozen=True)
class Trust:
    """Which keys count: those of the configuration, and what key lists made of them."""

    keys: Tuple[Key, ...]
    version: int = 0
    revoked: FrozenSet[str] = field(default_factory=frozenset)
    # The lists that made a difference, oldest first: what a restart goes along again.
    lists: Tuple[bytes, ...] = ()

    @staticmethod
    def of(jwks: Iterable[Mapping[str, Any]]) -> "Trust":
        """The trust of a configuration. Raises `ValueError` when there is no key: there is no unsigned mode."""
        keys = tuple(Key.of(jwk) for jwk in jwks)
        if not keys:
            raise ValueError("at least one public key is needed, there is no unsigned mode")
        return Trust(keys)


def open_pointer(
    data: bytes, trust: Trust, program: str, channel: str, seen: Optional[Mapping[str, Any]] = None
) -> Dict[str, Any]:
    """A verified pointer, of this program and channel and not behind `seen`, the newest one accepted. Raises `Refusal`."""
    pointer = _open(data, POINTER_TYPE, trust, POINTER_LIMIT)
    _demand(_is_pointer(pointer), "malformed")
    _demand(pointer["program"] == program, "wrong-program")
    _demand(pointer["channel"] == channel, "wrong-channel")
    if seen is not None:
        _demand(pointer["sequence"] >= seen["sequence"], "counter-regression")
        points_to_same = all(pointer[name] == seen[name] for name in ("release", "sha256", "length"))
        _demand(pointer["sequence"] > seen["sequence"] or points_to_same, "counter-content-mismatch")
    return pointer


def open_release(
    data: bytes, trust: Trust, program: str, pointer: Optional[Mapping[str, Any]] = None
) -> Dict[str, Any]:
    """A verified release: of this program, the one a pointer names where one is given. Raises `Refusal`.

    Its reference answers are still to be compared (`run_vectors`). That its rule set is well-typed is what its signature
    stands for: a server releases nothing else.
    """
    _demand(len(data) <= RELEASE_LIMIT, "too-large")
    if pointer is not None:
        _demand(len(data) == pointer["length"], "hash-mismatch")
        _demand(hashlib.sha256(data).hexdigest() == pointer["sha256"], "hash-mismatch")
    release = _open(data, RELEASE_TYPE, trust, RELEASE_LIMIT)
    _demand(_is_release(release), "malformed")
    _demand(release["program"] == program and release["ruleSet"].get("program") == program, "wrong-program")
    _demand(pointer is None or release["number"] == pointer["release"], "wrong-release")
    return release


def run_vectors(release: Mapping[str, Any]) -> int:
    """Compares every answer the release carries with the one given here; how many there are. Raises `Refusal`."""
    try:
        for vector in release["vectors"]:
            result = evaluate(release["ruleSet"], vector["facts"], vector["at"])
            _demand(canonical_json(result) == canonical_json(vector["result"]), "vectors-differ")
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise Refusal("malformed") from error
    return len(release["vectors"])


def trust_after(trust: Trust, lists: Iterable[bytes]) -> Trust:
    """Trust after key lists, in the order given; one that no key that counts signed, or that is not newer, changes nothing."""
    for data in lists:
        try:
            listed = _open(data, KEY_LIST_TYPE, trust, KEY_LIST_LIMIT)
        except Refusal:
            continue
        if not _is_key_list(listed) or listed["version"] <= trust.version:
            continue
        revoked = trust.revoked | set(listed["revoked"])
        known = {key.id for key in trust.keys}
        added = tuple(Key.of(jwk) for jwk in listed["keys"] if jwk["kid"] not in known)
        keys = tuple(key for key in trust.keys + added if key.id not in revoked)
        trust = Trust(keys, listed["version"], revoked, trust.lists + (bytes(data),))
    return trust


def pre_authentication_encoding(payload_type: str, payload: bytes) -> bytes:
    """The bytes that are signed (DSSE): type and payload, each preceded by its length."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)


def _demand(holds: bool, code: str) -> None:
    if not holds:
        raise Refusal(code)


def _open(data: bytes, payload_type: str, trust: Trust, limit: int) -> Any:
    """The payload of an envelope: one spelling, one signature, by the one key it names, which counts."""
    _demand(len(data) <= limit, "too-large")
    try:
        text = data.decode("utf-8")
        envelope = parse_json(text)
    except ValueError as error:
        raise Refusal("malformed") from error
    if isinstance(envelope, dict) and "payload" in envelope:
        _demand(envelope.get("signatures") not in (None, []), "signature-missing")
    _demand(_is_envelope(envelope), "malformed")
    _demand(parse_canonical(data) is not None, "not-canonical")
    signatures = envelope["signatures"]
    _demand(len(signatures) == 1, "signature-count")
    _demand(envelope["payloadType"] == payload_type, "payload-type")
    payload, signature = _from_base64(envelope["payload"]), _from_base64(signatures[0]["sig"])
    key = next((key for key in trust.keys if key.id == signatures[0]["keyid"]), None)
    if key is None:
        raise Refusal("unknown-key")
    signed = pre_authentication_encoding(payload_type, payload)
    _demand(ed25519.verify(key.public, signed, signature), "signature-wrong")
    # Nothing looks inside before.
    found = parse_canonical(payload)
    if found is None or b'"__proto__":' in payload:
        raise Refusal("not-canonical")
    document = found[0]
    _demand(not any(_is_newer(of) for of in (document, _member(document, "ruleSet"))), "unsupported-schema")
    _demand(isinstance(document, dict) and document.get("schemaVersion") == SCHEMA_VERSION, "malformed")
    return document


def _from_base64(text: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Refusal("not-canonical") from error
    # Several texts stand for the same bytes; one of them is how it is written.
    _demand(base64.b64encode(data).decode() == text, "not-canonical")
    return data


def _member(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None


def _is_newer(document: Any) -> bool:
    version = _member(document, "schemaVersion")
    return isinstance(version, (int, float)) and not isinstance(version, bool) and version > SCHEMA_VERSION


def _has(value: Any, names: Sequence[str], optional: Sequence[str] = ()) -> bool:
    return isinstance(value, dict) and set(names) <= set(value) <= set(names) | set(optional)


def _is_envelope(value: Any) -> bool:
    return (
        _has(value, ("payload", "payloadType", "signatures"))
        and isinstance(value["payload"], str)
        and isinstance(value["payloadType"], str)
        and isinstance(value["signatures"], list)
        and all(
            _has(signature, ("keyid", "sig"))
            and isinstance(signature["keyid"], str)
            and signature["keyid"] != ""
            and isinstance(signature["sig"], str)
            for signature in value["signatures"]
        )
    )


def _is_count(value: Any, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= 2**53 - 1


def _is_text(value: Any, pattern: "re.Pattern[str]") -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _is_pointer(value: Any) -> bool:
    names = ("schemaVersion", "program", "channel", "sequence", "release", "sha256", "length", "issuedAt", "expires", "audit")
    return (
        _has(value, names, ("hardExpires",))
        and all(_is_count(value[name], 1) for name in ("sequence", "release", "length"))
        and value["length"] <= RELEASE_LIMIT
        and _is_text(value["sha256"], _HASH)
        and all(_is_text(value[name], _INSTANT) for name in ("issuedAt", "expires", "hardExpires") if name in value)
        and _has(value["audit"], ("size", "head"))
        and _is_count(value["audit"]["size"], 0)
        and _is_text(value["audit"]["head"], _HASH)
    )


def _is_release(value: Any) -> bool:
    names = ("schemaVersion", "program", "number", "ruleSet", "jsonRulesEngine", "vectors", "change", "evidence", "createdAt")
    return (
        _has(value, names)
        and _is_count(value["number"], 1)
        and all(isinstance(value[name], dict) for name in ("ruleSet", "jsonRulesEngine", "change", "evidence"))
        and value["ruleSet"].get("schemaVersion") == SCHEMA_VERSION
        and isinstance(value["vectors"], list)
        and all(_has(vector, ("facts", "at", "result")) for vector in value["vectors"])
    )


def _is_key_list(value: Any) -> bool:
    return (
        _has(value, ("schemaVersion", "version", "keys", "revoked", "issuedAt"))
        and _is_count(value["version"], 1)
        and isinstance(value["keys"], list)
        and value["keys"] != []
        and all(
            _has(jwk, ("kty", "crv", "x", "kid"))
            and (jwk["kty"], jwk["crv"]) == ("OKP", "Ed25519")
            and _is_text(jwk["x"], _KEY)
            # An id cannot be given to another key.
            and jwk["kid"] == _thumbprint(jwk["x"])
            for jwk in value["keys"]
        )
        and isinstance(value["revoked"], list)
        and all(isinstance(kid, str) and kid != "" for kid in value["revoked"])
        and _is_text(value["issuedAt"], _INSTANT)
    )
