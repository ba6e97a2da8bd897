"""Keeps an organisation's own export profiles beside the ones that come with Steady."""

from pathlib import Path

from tiapp.core.errors import AppError
from tiapp.storage.atomic import write_private
from tiapp.supervision.profiles import Profile, fault_of, profiles_as_toml, read_profiles


class ProfileStore:
    """All profiles of an installation. Reads the files anew each time: somebody may edit them."""

    def __init__(self, shipped: Path, own: Path) -> None:
        """`own` need not be there; the first profile that is kept makes it."""
        self._shipped = shipped
        self._own = own

    def all(self) -> tuple[Profile, ...]:
        """Every profile, an organisation's own in the place of one with the same id."""
        return read_profiles(self._shipped, self._own)

    def shipped(self, id_: str) -> Profile | None:
        """The one of that id that came with Steady, if one did."""
        return next((p for p in read_profiles(self._shipped) if p.id == id_), None)

    def keep(self, profile: Profile) -> None:
        """Keep a changed profile for everybody here. AppError when it can't be used or kept."""
        fault = fault_of(profile)
        if fault:
            raise AppError(
                "These columns cannot be saved yet.",
                f"Nothing was changed. Reason: {fault}.",
                code="profile-fault",
            )
        self._write({p.id: p for p in self._mine()} | {profile.id: profile})

    def forget(self, id_: str) -> None:
        """Go back to the profile that came with Steady; one that did not is gone."""
        self._write({p.id: p for p in self._mine() if p.id != id_})

    def _mine(self) -> tuple[Profile, ...]:
        return read_profiles(self._own) if self._own.exists() else ()

    def _write(self, profiles: dict[str, Profile]) -> None:
        write_private(self._own, profiles_as_toml(profiles.values()).encode())
