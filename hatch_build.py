"""What a wheel holds besides the source: the rules and the voice cues, parsed ahead of time."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg, misc]
    """Parses the rule files once, so that no run of an installed allylint has to."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Have the data put beside the code; an editable install keeps it in the user's cache."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from allylint.prebuild import prebuild

        folder = Path(self.directory) / "made"
        folder.mkdir(parents=True, exist_ok=True)
        for name in prebuild(str(folder)):
            build_data["force_include"][str(folder / name)] = f"allylint/made/{name}"
