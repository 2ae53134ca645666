"""A small sign-in service for tests: OpenID Connect with authorization code, PKCE and RS256, on a loopback port of its own. It checks us as a real one does,
and tells lies when it is asked to."""

import base64
import hashlib
import json
import secrets
import time
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "tirek", "se:cret words"


@cache
def key(name):
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Service(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.codes, self.seen, self.says, self.lies = {}, [], {}, {}
        self.signs_with, self.algorithm, self.person = "own", "RS256", "aida-at-the-ministry"

    @property
    def issuer(self):
        return f"http://127.0.0.1:{self.server_address[1]}/realm"

    def described(self):
        here = self.issuer
        return {"issuer": here, "authorization_endpoint": f"{here}/authorize", "token_endpoint": f"{here}/token", "jwks_uri": f"{here}/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"], **self.lies}  # fmt: skip

    def authorized(self, query):
        """Where the person is sent back to: a code for what was asked."""
        asked = {name: values[0] for name, values in parse_qs(query).items()}
        self.seen.append(asked)
        assert asked["response_type"] == "code" and asked["code_challenge_method"] == "S256" and asked["client_id"] == CLIENT and asked["scope"] == "openid"
        code = secrets.token_urlsafe(12)
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state'], 'iss': self.issuer})}"

    def token(self, form, headers):
        """A token for a code, once; nothing for a wrong secret, verifier or address."""
        asked = self.codes.pop(form.get("code", ""), None)
        pair = base64.b64decode(headers.get("Authorization", "").removeprefix("Basic ")).decode()
        name, _, secret = pair.partition(":")
        proof = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
        if asked is None or (unquote(name), unquote(secret)) != (CLIENT, SECRET) or proof != asked["code_challenge"] or form["redirect_uri"] != asked["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        said = {"iss": self.issuer, "sub": self.person, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"], "auth_time": now, **self.says}
        signing = SECRET if self.algorithm == "HS256" else None if self.algorithm == "none" else key(self.signs_with)
        raw = jwt.encode({name: value for name, value in said.items() if value is not None}, signing, algorithm=self.algorithm, headers={"kid": "one"})
        return 200, {"id_token": raw, "access_token": "unused", "token_type": "Bearer"}

    def keys(self):
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key("own").public_key()))
        return {"keys": [{**public, "kid": "one", "use": "sig", "alg": "RS256"}]}


class Answer(BaseHTTPRequestHandler):
    def log_message(self, *all):
        pass

    def give(self, status, body=None, **headers):
        raw = json.dumps(body or {}).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(raw)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(raw)

    def do_GET(self):
        service, url = self.server, urlsplit(self.path)
        if url.path == "/realm/.well-known/openid-configuration":
            self.give(200, service.described())
        elif url.path == "/realm/keys":
            self.give(200, service.keys())
        elif url.path == "/realm/authorize":
            self.give(302, Location=f"{service.issuer.replace('127.0.0.1', 'localhost')}/asks?{url.query}")  # a real one leads on to further names too
        elif url.path == "/realm/asks":
            self.give(302, Location=service.authorized(url.query))
        else:
            self.give(404)

    def do_POST(self):
        form = {name: values[0] for name, values in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()}
        self.give(*self.server.token(form, self.headers))
