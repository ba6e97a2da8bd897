"""Private rooms for tests: they open quickly, and their passphrase is known."""

from tiapp.private.key_file import Cost

QUICK = Cost(memory=19_456, passes=1, lanes=1)
"""The least that is accepted: a tenth of what deriving the key costs a person."""

PASSPHRASE = "kettle garden seven lamps"
