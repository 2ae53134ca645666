"""The signature is the one of the Standard Webhooks specification: its published example comes out, and nothing else of a message can be changed under it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.foundation.webhooks.receiver import Got, verified
from tirek.ground.proof.signed_messages import headers, written

pytestmark = pytest.mark.pure
SECRET, BODY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", b'{"test": 2432232314}'
"""The example that the specification's own libraries are tested with."""


def test_the_published_example_comes_out():
    told = headers("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, BODY, (SECRET,))
    assert told["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@given(st.binary(min_size=24, max_size=64), st.binary(min_size=24, max_size=64), st.binary(max_size=200), st.integers(0, 4_000_000_000))
def test_a_receiver_takes_it_with_each_secret_that_signs_and_with_no_other(first, second, body, moment):
    told = Got("", headers("msg_1", moment, body, (written(first), written(second))), body)
    assert verified(told, written(first), moment) and verified(told, written(second), moment)
    assert not verified(told, written(first + b"x"), moment) and not verified(told, written(first), moment + 301)
    for changed in (Got("", told.headers, body + b" "), Got("", told.headers | {"webhook-id": "msg_2"}, body), Got("", told.headers | {"webhook-timestamp": str(moment + 1)}, body)):
        assert not verified(changed, written(first), moment)
