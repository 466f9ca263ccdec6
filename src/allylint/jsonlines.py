"""Drafts in a file of JSON lines: an object a line, read one by one; an odd line is told."""

import json
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from allylint.errors import AllylintError
from allylint.files import LARGEST, read_lines
from allylint.mistakes import mistake, thing

T = TypeVar("T")
MOST_TOLD = 20
"""Odd lines of one file that are told; more are counted."""


class Line(msgspec.Struct):
    """What a line of an archive says: a draft, and what it replies to."""

    text: str
    context: str | None = None


def is_json_lines(path: str) -> bool:
    """Whether a file of this name holds an object a line."""
    return path.lower().endswith((".jsonl", ".ndjson"))


def count_lines(path: str) -> int:
    """How many lines a file has; none where it can't be read."""
    try:
        return sum(1 for _ in read_lines(path))
    except AllylintError:
        return 0


def read_objects(path: str, shape: type[T], errors: list[str]) -> Iterator[tuple[int, T]]:
    """Each line's number and what it says; what can't be read is added to the errors."""
    odd = 0
    try:
        for number, line in enumerate(read_lines(path), 1):
            if not line.strip():
                continue
            try:
                said = _converted(line, shape, f"{path}:{number}")
            except AllylintError as error:
                odd += 1
                if odd <= MOST_TOLD:
                    errors.append(str(error))
                continue
            yield number, said
    except AllylintError as error:
        errors.append(str(error))
    if odd > MOST_TOLD:
        errors.append(f"{path}: {odd - MOST_TOLD:,} more lines can't be read either.")


def _converted(line: bytes, shape: type[T], where: str) -> T:
    plain = _plain(line, where)
    if not isinstance(plain, dict):
        what = "a list" if isinstance(plain, list) else thing(plain)
        raise AllylintError(where, f"this is {what}; it could be an object with `text`.")
    try:
        return msgspec.convert(plain, shape)
    except msgspec.ValidationError as error:
        found = mistake(plain, shape, str(error))
        raise AllylintError(where, found.what, found.instead) from None


def _plain(line: bytes, where: str) -> Any:
    if len(line) > LARGEST:
        raise AllylintError(where, "this line is longer than 8 MB.")
    try:
        return json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise AllylintError(where, "this is not UTF-8.") from None
    except json.JSONDecodeError as error:
        what = f"this can't be read as JSON ({error.msg.lower()}, column {error.colno})."
        raise AllylintError(where, what, 'It could be `{"text": "…"}`.') from None
    except (ValueError, RecursionError):
        raise AllylintError(where, "this JSON is too deep, or a number in it too long.") from None
