"""What to report of a fault in allylint itself: enough to find it, and nothing of what was written."""

import os
from hashlib import blake2b

from allylint import __version__


def fault_line(fault: BaseException, data: bytes | None = None) -> str:
    """One line: the fault, where in the code, the rule if it was at work, and a hash of the file."""
    parts = [f"{type(fault).__name__} at {_place(fault)}", *getattr(fault, "__notes__", ())]
    parts.append(f"allylint {__version__}")
    if data is not None:
        parts.append(f"file {blake2b(data, digest_size=8).hexdigest()}")
    said = ", ".join(parts)
    return f"this is a fault of allylint, not of yours ({said}). Please report these words."


def _place(fault: BaseException) -> str:
    """The innermost line of our own code."""
    found = "start"
    at = fault.__traceback__
    while at is not None:
        path = at.tb_frame.f_code.co_filename
        if os.path.dirname(__file__) in path:
            found = f"{os.path.basename(path)}:{at.tb_lineno}"
        at = at.tb_next
    return found
