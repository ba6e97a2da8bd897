import subprocess
import sys

import pytest

SCRIPT = """
import ctypes, resource, sys
from pathlib import Path
from tests.vaults import PASSPHRASE, QUICK
from tiapp.core.clock import SystemClock
from tiapp.private.vault import Vault
resource.setrlimit(resource.RLIMIT_CORE, (1024, resource.getrlimit(resource.RLIMIT_CORE)[1]))
before = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
Vault(Path(sys.argv[1]), SystemClock(), cost=QUICK).create(PASSPHRASE)
print(before, ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE)[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be asked")
def test_an_open_room_can_be_read_by_no_debugger_and_leaves_no_core(home):
    from pathlib import Path

    answer = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(home)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert answer.stdout.split() == ["1", "0", "0"]


UNLOCKING = """
import ctypes, sys
from pathlib import Path
from tests.vaults import PASSPHRASE, QUICK
from tiapp.core.clock import SystemClock
from tiapp.private import wrapping
from tiapp.private.vault import Vault
real = wrapping.unwrap_with_passphrase
def looked_at(*given):
    print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
    return real(*given)
wrapping.unwrap_with_passphrase = looked_at
Vault(Path(sys.argv[1]), SystemClock(), cost=QUICK).unlock(PASSPHRASE)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be asked")
def test_nobody_can_look_on_while_the_key_is_derived(home, room):
    from pathlib import Path

    room.close()
    answer = subprocess.run(
        [sys.executable, "-c", UNLOCKING, str(home)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert answer.stdout.split() == ["0"]
