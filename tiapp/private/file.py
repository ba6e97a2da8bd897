"""What vault.db is, and where everything of a vault lies. Importing this imports nothing heavy."""

from dataclasses import dataclass
from pathlib import Path

from tiapp.storage.database import FileKind

VAULT = FileKind(
    name="vault",
    application_id=0x53745661,  # "StVa"
    head="0001",
    migrations=Path(__file__).resolve().parent / "migrations",
    large=True,
)
"""`head` goes up by one with every new file in migrations/versions; a test compares the two."""


@dataclass(frozen=True, slots=True)
class VaultFolder:
    """A folder that holds one vault whole: the live one, a backup, or one that was kept.

    The database and its keys are always moved together, as one folder, so that no kill can part
    them: without its keys a database can be read by nobody.
    """

    path: Path

    @property
    def database(self) -> Path:
        """Everything private, encrypted."""
        return self.path / "vault.db"

    @property
    def keys(self) -> Path:
        """The key of the database, wrapped: once by the passphrase and once by the code."""
        return self.path / "vault.json"

    @property
    def keys_twin(self) -> Path:
        """The same again, should the first be damaged."""
        return self.path / "vault-twin.json"

    @property
    def replaces(self) -> Path:
        """In a folder about to become the live one: the live one so far is to be kept."""
        return self.path / "keep-the-old-one"

    @property
    def restored(self) -> Path:
        """Until it is next opened: it was put in another's place, so it may be an older one."""
        return self.path / "put-in-place"


@dataclass(frozen=True, slots=True)
class Places:
    """Where one person's vault and what belongs to it are, in their folder."""

    folder: Path

    @property
    def live(self) -> VaultFolder:
        """The vault itself."""
        return VaultFolder(self.folder / "vault")

    @property
    def making(self) -> VaultFolder:
        """Being made, and not whole yet: whoever finds one removes it."""
        return VaultFolder(self.folder / "vault-making")

    @property
    def next(self) -> VaultFolder:
        """Whole, and about to take the live one's place: whoever finds one carries on with it."""
        return VaultFolder(self.folder / "vault-next")

    @property
    def past(self) -> VaultFolder:
        """The one whose place was taken, about to be removed."""
        return VaultFolder(self.folder / "vault-past")

    @property
    def scratch(self) -> VaultFolder:
        """Where a backup is tried out, encrypted as ever."""
        return VaultFolder(self.folder / "vault-scratch")

    @property
    def lock(self) -> Path:
        """Held while the vault is open. The database itself must not be touched to find out."""
        return self.folder / "vault.lock"

    @property
    def backups(self) -> Path:
        """A folder for each backup."""
        return self.folder / "vault-backups"

    @property
    def kept(self) -> Path:
        """A folder for each vault whose place was taken by a backup or a fresh start."""
        return self.folder / "vault-kept"

    @property
    def erasing(self) -> Path:
        """Everything that is being erased: moved here at one go, so that a kill changes nothing."""
        return self.folder / "vault-erasing"

    def a_vault_is_here(self) -> bool:
        """Whether there is one, open or not. A look or three at the folder."""
        if self.erasing.exists():
            return False
        return self.live.path.exists() or self.next.path.exists()
