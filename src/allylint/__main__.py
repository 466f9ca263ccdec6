"""The door for `allylint` and `python -m allylint`."""

import gc
import os
import sys

_COLLECT = (100_000, 20, 50)
"""How seldom to look for garbage: a run is short, and nearly all that it makes it keeps."""


def main() -> None:
    """Run the command line and exit with its status; plain paths do not wait for click."""
    gc.set_threshold(*_COLLECT)
    try:
        _run(sys.argv[1:])
    finally:
        gc.freeze()  # at the end, Python need not look through all that is there once more


def _run(words: list[str]) -> None:
    if words and all(map(_is_path, words)):
        sys.exit(_check(words))
    from allylint.cli import cli

    cli(prog_name="allylint")


def _check(paths: list[str]) -> int:
    from allylint.asked import Options
    from allylint.door import check_and_tell, status_of

    try:
        return check_and_tell(paths, Options())
    except (Exception, KeyboardInterrupt) as trouble:
        return status_of(trouble)


def _is_path(word: str) -> bool:
    """Whether this can be nothing but a path that is there: options and commands look otherwise."""
    return word[:1] != "-" and not word.isalpha() and os.path.lexists(word)


if __name__ == "__main__":
    main()
