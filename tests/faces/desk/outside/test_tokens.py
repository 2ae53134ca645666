"""Which identity tokens are believed: every lie about who, by whom, to whom, for which question and until when is refused, and every signature but the service's."""

import json
import time

import jwt
import pytest

from tests.faces.desk.outside.service import key
from tirek.faces.frame.signin.outside.tokens import TokenRefused, Told, read
from tirek.foundation.people.provider import Provider, ProviderRefused, read_provider

pytestmark = pytest.mark.pure
ISSUER = "https://id.example/realm"
PROVIDER = Provider(ISSUER, "tirek", None, "", frozenset({"urn:mfa"}))
NOW = int(time.time())
SAID = {"iss": ISSUER, "sub": "aida", "aud": "tirek", "iat": NOW, "exp": NOW + 36_000, "nonce": "question", "auth_time": NOW}


def keys(*names, **more):
    own = [json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key(name).public_key())) for name in names or ("own",)]
    return {"keys": [{**each, "kid": str(number), "use": "sig", "alg": "RS256", **more} for number, each in enumerate(own)]}


def token(signed=None, algorithm="RS256", kid="0", **says):
    said = {name: value for name, value in {**SAID, **says}.items() if value is not None}
    return jwt.encode(said, signed if signed is not None else key("own"), algorithm=algorithm, headers={"kid": kid} if kid else {})


def test_a_right_token_is_read():
    assert read(token(), keys(), PROVIDER, "question") == Told("aida", False, NOW)
    assert read(token(acr="urn:mfa", aud=["tirek"]), keys(), PROVIDER, "question").proven
    assert read(token(amr=["pwd", "urn:mfa"], kid=""), keys(), PROVIDER, "question").proven
    assert not read(token(amr="urn:mfa", acr="urn:mfa urn:pwd", auth_time="soon"), keys(), PROVIDER, "question").proven


@pytest.mark.parametrize("says", [
    {"nonce": "another"}, {"nonce": None}, {"nonce": ""}, {"iss": "https://evil.example"}, {"iss": ISSUER + "/"}, {"iss": None}, {"aud": "another"}, {"aud": None},
    {"aud": ["tirek", "another"]}, {"azp": "another"}, {"exp": NOW - 120}, {"exp": None}, {"iat": NOW + 3600}, {"iat": None}, {"nbf": NOW + 3600}, {"sub": None}, {"sub": ""},
], ids="-".join)  # fmt: skip
def test_a_lie_is_refused(says):
    with pytest.raises(TokenRefused) as refused:
        read(token(**says), keys(), PROVIDER, "question")
    assert "aida" not in str(refused.value)


def test_a_signature_that_is_not_the_services_is_refused():
    public = key("own").public_key().public_numbers().n.to_bytes(256, "big")
    signed = [token(signed=key("stranger")), token(signed="", algorithm="none"), token(signed=public, algorithm="HS256"), token(kid="9"), token() + "x", "", "a.b.c"]
    for raw in signed:
        with pytest.raises(TokenRefused):
            read(raw, keys(), PROVIDER, "question")
    with pytest.raises(TokenRefused):
        read(token(kid=""), keys("own", "stranger"), PROVIDER, "question")
    for kept in ({}, {"keys": []}, keys(use="enc"), {"keys": [{"kty": "oct", "k": "c2VjcmV0", "kid": "0"}]}, {"keys": "none"}):
        with pytest.raises(TokenRefused):
            read(token(), kept, PROVIDER, "question")


@pytest.mark.parametrize(("given", "words"), [
    ({"TIREK_OIDC_ISSUER": "http://id.example"}, "https://"), ({"TIREK_OIDC_ISSUER": "https://id.example/?a=b"}, "https://"),
    ({"TIREK_OIDC_ISSUER": "https://id.example"}, "TIREK_OIDC_CLIENT"),
])  # fmt: skip
def test_a_service_that_cannot_be_used_is_refused_at_the_start(given, words):
    with pytest.raises(ProviderRefused, match=words):
        read_provider(given)


def test_a_service_is_read_from_the_settings():
    given = {"TIREK_OIDC_ISSUER": ISSUER, "TIREK_OIDC_CLIENT": "tirek", "TIREK_OIDC_FACTORS": "urn:mfa, hwk,", "TIREK_OIDC_NAME": "Ministry"}
    found = read_provider(given)
    assert (found.issuer, found.factors, found.name, found.origin) == (ISSUER, frozenset({"urn:mfa", "hwk"}), "Ministry", "id.example") and read_provider({}) is None
