"""Why a document cannot be read: a code that the starting process turns into its own refusal. It knows no sentence."""


class Unreadable(Exception):
    """A document that is not read; `code` names the refusal, `params` its places."""

    def __init__(self, code: str, **params: int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
