"""A mail server for tests: it speaks SMTP on a loopback port of its own, keeps what it was given, and answers as it is told to."""

import base64
import email
import email.policy
import socketserver
import threading
from dataclasses import dataclass, field


@dataclass
class Taken:
    """One mail: from whom and to whom it was handed over, and its bytes."""

    sender: str
    to: list[str]
    raw: bytes

    @property
    def mail(self):
        return email.message_from_bytes(self.raw, policy=email.policy.default)


@dataclass
class Post(socketserver.ThreadingTCPServer):
    """`answers` holds, by command (or address), what is answered instead of 250, once each from the front; the last one stays."""

    answers: dict[str, list[str]] = field(default_factory=dict)
    taken: list[Taken] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    extensions: tuple[str, ...] = ("8BITMIME", "AUTH PLAIN", "ENHANCEDSTATUSCODES")
    hangs: bool = False
    calls: int = 0
    allow_reuse_address = True
    daemon_threads = True

    def __post_init__(self):
        super().__init__(("127.0.0.1", 0), Session)
        self.released, self.held = threading.Event(), threading.Event()

    __hash__ = object.__hash__

    @property
    def port(self):
        return self.server_address[1]

    def answer(self, word, otherwise):
        waiting = self.answers.get(word)
        if not waiting:
            return otherwise
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]


class Session(socketserver.StreamRequestHandler):
    def say(self, words):
        self.wfile.write(words.encode() + b"\r\n")

    def handle(self):
        post = self.server
        post.calls += 1
        if post.hangs:
            post.released.wait(20)
            return
        self.say(post.answer("CONNECT", "220 post.example ESMTP"))
        sender, to = "", []
        while line := self.rfile.readline().decode().strip():
            word = line.upper()
            if word.startswith("EHLO"):
                names = ["post.example", *post.extensions]
                for name in names[:-1]:
                    self.say(f"250-{name}")
                self.say(f"250 {names[-1]}")
            elif word.startswith("AUTH PLAIN"):
                post.secrets.append(base64.b64decode(line.split()[-1]).decode())
                self.say(post.answer("AUTH", "235 2.7.0 welcome"))
            elif word.startswith("MAIL FROM:"):
                sender, to = line[10:].split()[0].strip("<>"), []
                if (said := post.answer("MAIL", "250 2.1.0 ok")) == "hold":
                    post.held.set()
                    post.released.wait(60)
                    return
                self.say(said)
            elif word.startswith("RCPT TO:"):
                address = line[8:].split()[0].strip("<>")
                said = post.answer(address, post.answer("RCPT", "250 2.1.5 ok"))
                to += [address] if said.startswith("250") else []
                self.say(said)
            elif word == "DATA":
                self.say("354 go on")
                lines = []
                while (text := self.rfile.readline()) not in (b".\r\n", b""):
                    lines.append(text[1:] if text.startswith(b".") else text)
                said = post.answer("DATA", "250 2.0.0 taken")
                if said == "hold":  # taken, but whoever handed it over never hears so
                    post.taken.append(Taken(sender, to, b"".join(lines)))
                    post.held.set()
                    post.released.wait(60)
                    return
                if said == "break":
                    post.taken.append(Taken(sender, to, b"".join(lines)))
                    return
                if said.startswith("250"):
                    post.taken.append(Taken(sender, to, b"".join(lines)))
                self.say(said)
            elif word == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")
