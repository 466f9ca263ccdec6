"""Plain files: read whole, and written whole or not at all."""

import os
import stat
from collections.abc import Iterator

from allylint.errors import AllylintError, perhaps

LARGEST = 8 * 1024 * 1024


def read_bytes(path: str) -> bytes:
    """The bytes of a plain file of up to 8 MB; nothing else is opened."""
    try:
        _refuse_no_file(path)
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    if len(data) > LARGEST:
        raise AllylintError(path, "this is larger than 8 MB.")
    return data


def read_lines(path: str) -> Iterator[bytes]:
    """The lines of a plain file of any size, one by one; of one beyond 8 MB, its start."""
    try:
        _refuse_no_file(path)
        with open(path, "rb") as file:
            while line := file.readline(LARGEST + 1):
                yield line
                while len(line) > LARGEST and not line.endswith(b"\n"):
                    line = file.readline(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def _refuse_no_file(path: str) -> None:
    mode = os.stat(path).st_mode
    if not stat.S_ISREG(mode):
        raise AllylintError(path, f"this is {kind_of(mode)}; it could be a file.")


def within(path: str, folder: str) -> bool:
    """Whether a path is the folder or stands below it, links followed."""
    return os.path.join(os.path.realpath(path), "").startswith(
        os.path.join(os.path.realpath(folder), "")
    )


def read_text(path: str) -> str:
    """The text of a plain UTF-8 file, a byte order mark left out."""
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise AllylintError(path, "this is not UTF-8.") from None


def write_whole(path: str, text: str | bytes) -> None:
    """Write text as UTF-8, or bytes; a file that stood there keeps its permissions. Raises AllylintError."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    _refuse_astray(path)
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as pipe:
                pipe.write(data)
        else:
            _replace(os.path.realpath(path), data)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "this is no path"
        raise AllylintError(path, f"can't be written ({why.lower()}).") from None


def write_new(path: str, text: str) -> None:
    """Write UTF-8 text where nothing is yet, links included. Raises AllylintError."""
    _refuse_astray(path)
    try:
        os.makedirs(os.path.dirname(path) or os.curdir, exist_ok=True)
        with open(path, "x", encoding="utf-8") as file:
            try:
                file.write(text)
                file.flush()
            except BaseException:
                os.unlink(path)
                raise
    except FileExistsError:
        raise AllylintError(path, "there is one already; it was left as it is.") from None
    except OSError as error:
        why = (error.strerror or "").lower()
        raise AllylintError(path, f"can't be written ({why}).") from None


def _refuse_astray(path: str) -> None:
    """Raises AllylintError where a link leads elsewhere than the words of the path say."""
    plain = not os.path.isabs(path) and os.pardir not in path.replace("\\", "/").split("/")
    place = os.curdir if plain else os.path.dirname(path) or os.curdir
    if not (within(path, place) or os.path.abspath(path).startswith(_DEVICES)):
        raise AllylintError(path, "a link leads to another place.", "Name that place itself.")


_DEVICES = ("/dev/", "/proc/")


def _replace(path: str, data: bytes) -> None:
    mode = os.stat(path).st_mode & 0o777 if os.path.exists(path) else 0o666 & ~_umask()
    import tempfile

    handle, waiting = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".allylint-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(waiting, mode)
        os.replace(waiting, path)
    except BaseException:
        os.unlink(waiting)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def kind_of(mode: int) -> str:
    """What stands at a path that is no plain file, in words."""
    kinds = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
    return kinds.get(stat.S_IFMT(mode), "a device")


def unreadable(path: str, error: Exception) -> AllylintError:
    """Why a path can't be read, with the nearest name where there is no such file."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        folder, name = os.path.split(path)
        try:
            near = perhaps(name, os.listdir(folder or "."))
        except OSError:
            near = ""
        return AllylintError(path, "there is no such file.", near)
    why = getattr(error, "strerror", None) or "this is no path"
    return AllylintError(path, f"can't be read ({why.lower()}).")
