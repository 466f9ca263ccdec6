"""Which format reads a draft, and how bytes become its text."""

import pytest

from allylint.errors import AllylintError
from allylint.inputs import decode, is_binary, read_document, reads, syntaxes

PATHS = {
    "a.md": "markdown",
    "A.MKD": "markdown",
    "a.txt": "plain",
    "a.unknown": "markdown",
    "-": "markdown",
    ".git/COMMIT_EDITMSG": "commit",
    "COMMIT_EDITMSG.md": "markdown",
    "a.HTML": "html",
    "a.mdx": "mdx",
    "a.rst": "rst",
    ".github/ISSUE_TEMPLATE/a.yml": "form",
    ".github/ISSUE_TEMPLATE/a.md": "markdown",
}


@pytest.mark.parametrize("path", PATHS)
def test_a_path_tells_its_format(path: str) -> None:
    assert read_document(path, "").syntax == PATHS[path]


def test_a_named_format_comes_before_the_path() -> None:
    assert read_document("a.md", "", "plain").syntax == "plain"


def test_every_file_in_the_folder_is_a_format() -> None:
    assert {"commit", "markdown", "plain"} <= set(syntaxes())


READ = {
    "docs/a.md": True,
    "a.TXT": True,
    "a/MERGE_MSG": True,
    "a.py": False,
    "md": False,
    "-": False,
    "": False,
}


@pytest.mark.parametrize("path", READ)
def test_a_format_reads(path: str) -> None:
    assert reads(path) is READ[path]


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(AllylintError, match="Perhaps `markdown`"):
        read_document("a", "", "markdwon")


def test_a_byte_order_mark_does_not_count() -> None:
    assert read_document("a.md", "\ufeff# a").blocks[0].source(0, 1) == (2, 3)


BYTES = {
    "utf-8": (b"\xc3\xa9", ("é", False)),
    "utf-8-mark": (b"\xef\xbb\xbfa", ("a", False)),
    "utf-16-little": (b"\xff\xfea\0", ("a", False)),
    "utf-16-big": (b"\xfe\xff\0a", ("a", False)),
    "invalid": (b"a\xff", ("a\ufffd", True)),
    "cut-utf-16": (b"\xff\xfea\0b", ("a\ufffd", True)),
    "replacement-as-written": (b"\xef\xbf\xbd", ("\ufffd", False)),
}


@pytest.mark.parametrize(("data", "expected"), BYTES.values(), ids=BYTES)
def test_decoding(data: bytes, expected: tuple[str, bool]) -> None:
    assert decode(data) == expected


BINARY = {
    "nul": (b"a\0", True),
    "text": (b"a", False),
    "utf-16": (b"\xff\xfea\0", False),
    "nul-far-on": (b"a" * 8192 + b"\0", False),
}


@pytest.mark.parametrize(("data", "expected"), BINARY.values(), ids=BINARY)
def test_binary(data: bytes, expected: bool) -> None:
    assert is_binary(data) == expected
