"""The one error a person may see."""


class AppError(Exception):
    """Something a person can act on.

    `title` says what happened, `advice` that work is safe and what to do next (both plain
    text, whole sentences), `code` is short and stable, for the person who helps by phone.
    Anything that is not an AppError is a bug: it is logged and the person is told so.
    """

    def __init__(self, title: str, advice: str, *, code: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.advice = advice
        self.code = code

    def __str__(self) -> str:
        """The whole message on one line, as the command line prints it."""
        code = f" ({self.code})" if self.code else ""
        return f"{self.title} {self.advice}{code}"
