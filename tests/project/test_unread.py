"""What the web server cannot read (a search longer than an address may be, headers too large, no request at all) ends on a page of the house in four languages.

Nothing of it stands in the answer or in the log, nor who sent it.
"""

import socket

import pytest

from tests.headers import faults
from tirek.project.unread import answer

SENTENCES = (
    "Запрос не удалось прочитать", "The request could not be read", 'lang="kk"', 'lang="ky"', "Nothing was saved", "Ничего не сохранено",
)  # fmt: skip


UNREADABLE = (
    (400, b"GET /ru/?q=Sabitov HTTP/9.9\r\nHost: localhost\r\n\r\n"),
    (400, b"GET /ru/Sabitov\r\nHost: localhost\r\n\r\n"),
    (400, b"s@bitov /ru/Sabitov/ HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    (400, b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: sessionid=Sabitov\x00\r\n\r\n"),
    (400, b"GET / HTTP/1.1\r\nHost: localhost\r\nSabitov: 1\r\n folded: 2\r\n\r\n"),
    (400, b"GET / HTTP/1.1\r\nHost: localhost\r\nSa(bitov: Sabitov\r\n\r\n"),
    (400, b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: Sabitov\r\n\r\n"),
    (417, b"GET / HTTP/1.1\r\nHost: localhost\r\nExpect: Sabitov\r\n\r\n"),
    (501, b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: Sabitov\r\n\r\n"),
)


def sent(port, request):
    """What the server answers to these bytes, to the end of the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(request)
        got = b""
        while part := line.recv(65536):
            got += part
    return got.decode()


@pytest.mark.pure
@pytest.mark.parametrize("status", [400, 414, 431])
def test_the_answer_is_whole_and_as_guarded_as_any(status):
    head, _, body = answer(status).decode().partition("\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status} ") and f"Content-Length: {len(body.encode())}" in head
    assert "default-src 'none'" in head and "no-store" in head and "charset=utf-8" in head
    assert all(words in body for words in SENTENCES)


@pytest.mark.slow
def test_too_long_a_search_and_too_large_headers_are_told_by_the_house(started):
    with started.served() as served:
        for length in (9_000, 60_000, 400_000):
            told = sent(served.port, b"GET /desk/visits/?text=" + b"%D0%BF" * (length // 6) + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert told.startswith("HTTP/1.1 414 ") and all(words in told for words in SENTENCES), told[:200]
        for header in (b"Cookie: a=" + b"x" * 9_000, b"\r\n".join(b"X-%d: 1" % each for each in range(200))):
            told = sent(served.port, b"GET / HTTP/1.1\r\nHost: localhost\r\n" + header + b"\r\n\r\n")
            assert told.startswith("HTTP/1.1 431 ") and all(words in told for words in SENTENCES), told[:200]
        for header in (b"", b"SCRIPT_NAME: /elsewhere\r\n", b"PATH_INFO: /desk/\r\n"):  # the house stands behind no path, so such a header is nobody's to send
            asked = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n" + header + b"Connection: close\r\n\r\n"
            assert sent(served.port, asked).startswith("HTTP/1.1 200 "), header
        for status, request in UNREADABLE:
            told = sent(served.port, request)
            head, _, body = told.partition("\r\n\r\n")
            assert head.startswith(f"HTTP/1.1 {status} ") and all(words in body for words in SENTENCES), (request, told[:300])
            assert faults(dict(line.split(": ", 1) for line in head.split("\r\n")[1:])) == [] and "Sabitov" not in told, request
        assert "Sabitov" not in served.words
        assert "127.0.0.1" not in served.words.partition("Ready:")[2].partition("\n")[2]
