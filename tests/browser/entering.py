"""People of the cast at a browser. It judges no page: the walker does."""

import pytest
from django.test import Client

from tests.accounts import sign_in


@pytest.fixture
def enters(walk):
    """A person of the cast at a browser, signed in."""

    def start(actor, language="en", **options):
        walker = walk(**options)
        signed = sign_in(Client(), actor)
        walker.base = walker.base.replace("127.0.0.1", "localhost")
        cookies = {"sessionid": signed.cookies["sessionid"].value, "language": language}
        walker.context.add_cookies([{"name": name, "value": value, "url": walker.base} for name, value in cookies.items()])
        return walker

    return start
