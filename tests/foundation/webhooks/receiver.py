"""Another system for tests: a web server on a loopback port of its own that checks each message by its own reading of the Standard Webhooks specification."""

import base64
import hashlib
import hmac
import socketserver
import threading
import time
from dataclasses import dataclass, field
from email import message_from_bytes


@dataclass
class Got:
    """One request as it came."""

    line: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver(socketserver.ThreadingTCPServer):
    """`answers`: what is answered, once each from the front; the last one stays. A number is a status; "redirect", "hang", "drip" and "noise" are what they say."""

    answers: list[object] = field(default_factory=lambda: [204])
    got: list[Got] = field(default_factory=list)
    context: object = None
    allow_reuse_address = True
    daemon_threads = True

    def __post_init__(self):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.released = threading.Event()

    __hash__ = object.__hash__

    @property
    def port(self):
        return self.server_address[1]

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}/hooks?of=tirek"

    def handle_error(self, request, client_address):
        """A conversation that the other side ended is no news."""

    def __enter__(self):
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.released.set()
        self.shutdown()
        self.server_close()
        self.thread.join()


class Conversation(socketserver.StreamRequestHandler):
    def setup(self):
        if self.server.context is not None:
            self.request = self.server.context.wrap_socket(self.request, server_side=True)
        super().setup()

    def handle(self):
        receiver = self.server
        head = b""
        while not head.endswith(b"\r\n\r\n") and (line := self.rfile.readline()):
            head += line
        first, _, rest = head.partition(b"\r\n")
        headers = {key.lower(): value for key, value in message_from_bytes(rest).items()}
        receiver.got.append(Got(first.decode(), headers, self.rfile.read(int(headers.get("content-length", 0)))))
        said = receiver.answers.pop(0) if len(receiver.answers) > 1 else receiver.answers[0]
        if said == "hang":
            receiver.released.wait(10)
        elif said == "drip":
            self.drip()
        elif said == "noise":
            self.wfile.write(b"SSH-2.0-hello\r\n")
        elif said == "redirect":
            self.wfile.write(f"HTTP/1.1 302 Found\r\nLocation: {receiver.address}\r\nContent-Length: 0\r\n\r\n".encode())
        else:
            self.wfile.write(f"HTTP/1.1 {said} Said\r\nContent-Length: 5\r\nSet-Cookie: a=b\r\n\r\nwords".encode())

    def drip(self):
        for byte in b"HTTP/1.1 200 OK\r\n" * 1000:
            if self.server.released.wait(0.05):
                return
            self.wfile.write(bytes([byte]))


def verified(got, secret, now=None):
    """Whether a message is the sender's, as a receiver's library decides it: moment near, and one of the v1 signatures fits."""
    key = base64.b64decode(secret.split("_", 1)[1])
    moment = int(got.headers["webhook-timestamp"])
    if abs((now if now is not None else time.time()) - moment) > 300:
        return False
    signed = b".".join([got.headers["webhook-id"].encode(), got.headers["webhook-timestamp"].encode(), got.body])
    wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    given = [each.partition(",") for each in got.headers["webhook-signature"].split(" ")]
    return any(version == "v1" and hmac.compare_digest(signature, wanted) for version, _, signature in given)
