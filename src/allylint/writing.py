"""Files are written whole or not at all."""

import os
import tempfile

from allylint.errors import AllylintError


def write_whole(path: str, text: str) -> None:
    """Write UTF-8 text; a file that stood there keeps its permissions. Raises AllylintError."""
    folder = os.path.dirname(path) or "."
    try:
        mode = os.stat(path).st_mode & 0o777 if os.path.exists(path) else 0o666 & ~_umask()
        handle, waiting = tempfile.mkstemp(dir=folder, prefix=".allylint-")
        try:
            with os.fdopen(
                handle, "w", encoding="utf-8", errors="backslashreplace", newline=""
            ) as file:
                file.write(text)
            os.chmod(waiting, mode)
            os.replace(waiting, path)
        except BaseException:
            os.unlink(waiting)
            raise
    except OSError as error:
        raise AllylintError(path, f"can't be written ({error.strerror}).") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
