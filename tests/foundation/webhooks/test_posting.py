"""Handing a message over to a real server: to the address that was judged and to no other, and whatever the other side does, it ends."""

import socket
import ssl
import time
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.foundation.webhooks.receiver import Receiver
from tirek.foundation.webhooks.posting import Limits, post

pytestmark = pytest.mark.pure
SHORT = Limits(silent=0.3, whole=0.6)


def sent(address, *, allowed=lambda number: True, limits=SHORT, **more):
    return post(address, b"{}", {"Content-Type": "application/json"}, allowed=allowed, limits=limits, **more)


@pytest.fixture
def receiver():
    with Receiver() as made:
        yield made


def test_the_message_arrives_as_it_is_and_nothing_of_the_answer_but_its_status_counts(receiver):
    receiver.answers = [200, 204, 500, 410]
    assert [sent(receiver.address) for _each in range(4)] == ["200", "204", "500", "410"]
    first = receiver.got[0]
    assert (first.line, first.body, first.headers["content-type"]) == ("POST /hooks?of=tirek HTTP/1.1", b"{}", "application/json")
    assert first.headers["host"] == f"127.0.0.1:{receiver.port}" and not any("cookie" in each.headers for each in receiver.got)


def test_a_redirection_is_not_followed(receiver):
    receiver.answers = ["redirect", 200]
    assert sent(receiver.address) == "302" and len(receiver.got) == 1


@pytest.mark.parametrize(("does", "told"), [("hang", "no answer"), ("drip", "no answer"), ("noise", "not HTTP")])
def test_a_side_that_is_silent_drips_or_is_no_web_server_is_left_in_time(receiver, does, told):
    receiver.answers, began = [does], time.monotonic()
    assert sent(receiver.address) == told and time.monotonic() - began < 3


def test_what_is_not_there_is_told(receiver, monkeypatch):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert sent(f"http://127.0.0.1:{free.getsockname()[1]}/") == "not reached"
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **more: (_ for _ in ()).throw(socket.gaierror(-2, "unknown")))
    assert sent("https://npm.example/") == "no name"


def test_a_name_is_looked_up_once_and_only_what_was_judged_is_connected_to(receiver, monkeypatch):
    """A name server that says something else the second time (rebinding) is not asked a second time."""
    answers = [["127.0.0.1"], ["10.0.0.1"]]
    asked = []

    def lookup(host, port, **more):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in answers.pop(0)]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(socket, "create_connection", lambda to, timeout: made_to(to, timeout))
    connected = []

    def made_to(to, timeout):
        connected.append(to)
        plain = socket.socket()
        plain.settimeout(timeout)
        plain.connect(to)
        return plain

    assert sent(f"http://rebinding.example:{receiver.port}/", allowed=lambda number: number == "127.0.0.1") == "204"
    assert asked == ["rebinding.example"] and connected == [("127.0.0.1", receiver.port)] and receiver.got[0].headers["host"].startswith("rebinding.example")
    assert sent(f"http://rebinding.example:{receiver.port}/", allowed=lambda number: number == "127.0.0.1") == "inside" and len(connected) == 1


def test_a_name_of_several_numbers_leads_nowhere_if_one_of_them_is_not_allowed(receiver, monkeypatch):
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, receiver.port)) for each in ("127.0.0.1", "169.254.169.254")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **more: both)
    assert sent("http://both.example/", allowed=lambda number: number == "127.0.0.1") == "inside" and receiver.got == []


def test_a_number_that_does_not_answer_is_no_end_where_the_name_has_another(receiver, monkeypatch):
    """A machine without IPv6 is told of such an address first all the same."""
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, receiver.port)) for each in ("127.0.0.9", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **more: both)
    assert sent(f"http://both.example:{receiver.port}/") == "204" and len(receiver.got) == 1


def certificate(folder, name):
    """A certificate that nobody knows, for one name."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1)).add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), False)
    path = folder / "both.pem"
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM) + secret)
    return path


def test_only_a_certificate_of_that_very_name_which_is_trusted_gets_the_message(tmp_path, monkeypatch):
    path = certificate(tmp_path, "localhost")
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ours.load_cert_chain(path)
    trust = ssl.create_default_context(cafile=str(path))
    with Receiver(context=ours) as receiver:
        assert sent(f"https://localhost:{receiver.port}/") == "certificate"
        assert sent(f"https://127.0.0.1:{receiver.port}/", trust=trust) == "certificate" and receiver.got == []
        assert sent(f"https://localhost:{receiver.port}/", trust=trust) == "204" and len(receiver.got) == 1
        monkeypatch.setenv("SSL_CERT_FILE", str(path))  # how an operator names an authority of its own
        assert sent(f"https://localhost:{receiver.port}/") == "204"
