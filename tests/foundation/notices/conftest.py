"""A mail server that the test starts, and an instance that hands its mail to it."""

import threading

import pytest

from tests.foundation.notices.smtp import Post
from tirek.foundation.notices.mail_server import MailServer


def served_by(port, **more):
    wanted = {"user": "", "starttls": False, "tls": False, "sender": "tirek@npm.example", "bounces": "", "password_file": None, "timeout": 5.0}
    return MailServer(host="127.0.0.1", port=port, **{**wanted, **more})


@pytest.fixture
def post(settings):
    server = Post()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    settings.TIREK_MAIL = served_by(server.port)
    settings.TIREK_NAME = "Национальный превентивный механизм, «Закон и право»"
    settings.TIREK_PEOPLE_COME_TO = "https://npm.example"
    yield server
    server.released.set()
    server.shutdown()
    server.server_close()
    thread.join()
