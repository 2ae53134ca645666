"""The sign-in service that the test starts, and an instance that knows it."""

import threading

import pytest

from tests.faces.desk.outside.service import CLIENT, SECRET, Service
from tirek.foundation.people.provider import Provider


@pytest.fixture
def service(settings, tmp_path):
    made = Service()
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    secret = tmp_path / "client"
    secret.write_text(SECRET + "\n")
    secret.chmod(0o600)
    settings.TIREK_OIDC = Provider(made.issuer, CLIENT, secret, "the Ministry", frozenset(), timeout=5)
    settings.TIREK_PEOPLE_COME_TO = "http://localhost"
    yield made
    made.shutdown()
    made.server_close()
    thread.join()
