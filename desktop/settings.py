"""What the user has chosen once and for all, kept as JSON in the configuration folder. No Qt here."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec
import platformdirs

from engine.codec import from_json, to_json
from engine.errors import EngineError
from engine.files import write_text
from engine.types import Value

RECENT = 12


class Settings(Value, frozen=True):
    """`shortcuts` hold only what differs from the defaults; `text_scale` is 1.0 to 2.0; `language` "" follows the system.

    `mirror` is the address that models are downloaded from instead of their own.
    """

    theme: Literal["dark", "light", "system"] = "dark"
    text_scale: float = 1.0
    language: Literal["", "en", "de", "ja"] = ""
    shortcuts: dict[str, str] = msgspec.field(default_factory=dict)
    recent: tuple[str, ...] = ()
    export_folder: str = ""
    keep_metadata: bool = True
    mirror: str = ""
    geometry: str = ""

    def with_recent(self, path: Path) -> Settings:
        """With the file at the head of the recent ones."""
        others = [name for name in self.recent if name != str(path)]
        return self.replace(recent=(str(path), *others)[:RECENT])


class Places:
    """Where settings, drafts and the log are; drafts are what no file has been chosen for yet."""

    def __init__(self, config: Path | None = None, data: Path | None = None) -> None:
        self.config = config or Path(platformdirs.user_config_dir("plantain", appauthor=False))
        self.data = data or Path(platformdirs.user_data_dir("plantain", appauthor=False))

    @property
    def settings(self) -> Path:
        return self.config / "window.json"

    @property
    def drafts(self) -> Path:
        return self.data / "drafts"

    @property
    def log(self) -> Path:
        return self.data / "plantain.log"


def load(places: Places) -> Settings:
    """The settings; the defaults where there are none or they cannot be read."""
    try:
        return from_json(Settings, places.settings.read_bytes(), str(places.settings))
    except (OSError, EngineError):
        return Settings()


def save(places: Places, settings: Settings) -> None:
    """Raises EngineError where the folder cannot be written."""
    places.config.mkdir(parents=True, exist_ok=True)
    write_text(places.settings, to_json(settings) + "\n")
