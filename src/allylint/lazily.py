"""Regular expressions that are compiled when they are first used: most runs need few of many."""

import re
from typing import Any, cast


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled on first use."""
    return cast(re.Pattern[str], _Lazy(pattern, flags))


class _Lazy:
    def __init__(self, pattern: str, flags: int) -> None:
        self._said = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has; each is looked up once."""
        compiled = self.__dict__.setdefault("_compiled", re.compile(*self._said))
        found = getattr(compiled, name)
        setattr(self, name, found)
        return found
