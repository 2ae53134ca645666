"""What is sealed is opened by its keys alone, in pieces, and whatever goes wrong on the way is told."""

import errno
import io

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tirek.ground.seal import sealing
from tirek.ground.seal.keys import KeyRefused, key_of, keys_of, point_of, recipients

pytestmark = pytest.mark.pure


def pair():
    secret, public = sealing.new_pair()
    return sealing.secret_keys([secret]), public


def sealed(content, *publics):
    into = io.BytesIO()
    sealing.seal(sealing.Pieces([content]), into, recipients(map(key_of, publics)))
    return into.getvalue()


def opened(content, keys):
    into = io.BytesIO()
    sealing.unseal(io.BytesIO(content), into, keys)
    return into.getvalue()


def written_key(point):
    """An age key of 32 bytes, by BIP 173's own reference: the check-sum is the product's parity over GF(32)."""

    def parity(values):
        check = 1
        for value in values:
            top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
            for at, part in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
                check ^= part if top >> at & 1 else 0
        return check

    bits = "".join(f"{each:08b}" for each in point).ljust(260, "0")
    data = [int(bits[at : at + 5], 2) for at in range(0, 260, 5)]
    check = parity([*(ord(each) >> 5 for each in "age"), 0, *(ord(each) & 31 for each in "age"), *data, *[0] * 6]) ^ 1
    return "age1" + "".join("qpzry9x8gf2tvdw0s3jn54khce6mua7l"[each] for each in [*data, *((check >> 5 * (5 - at)) & 31 for at in range(6))])


def test_each_key_opens_what_is_sealed_to_several_and_another_does_not():
    (one, public), (two, other), (stranger, _) = pair(), pair(), pair()
    made = sealed("Тайна".encode(), public, other)
    assert sealing.is_sealed(made) and "Тайна".encode() not in made
    assert opened(made, one).decode() == opened(made, two).decode() == "Тайна"
    with pytest.raises(sealing.NotOpened):
        opened(made, stranger)


def test_what_the_library_seals_elsewhere_is_opened_here_and_the_other_way_round():
    identity = pyrage.x25519.Identity.generate()
    assert opened(pyrage.encrypt(b"x" * 200_000, [identity.to_public()]), [identity]) == b"x" * 200_000
    assert pyrage.decrypt(sealed(b"y" * 200_000, str(identity.to_public())), [identity]) == b"y" * 200_000


@given(pieces=st.lists(st.binary(max_size=300), max_size=8), sizes=st.lists(st.integers(1, 97), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_pieces_are_read_as_one_text_whatever_sizes_are_asked_for(pieces, sizes):
    reader, read = sealing.Pieces(pieces), b""
    for turn in range(10_000):
        piece = reader.read(sizes[turn % len(sizes)])
        if not piece:
            break
        assert len(piece) <= sizes[turn % len(sizes)]
        read += piece
    assert read == b"".join(pieces) and reader.read() == b""


def test_a_source_is_asked_for_its_next_piece_only_when_the_one_before_is_taken():
    asked = []

    def source():
        for number in range(3):
            asked.append(number)
            yield b"piece"

    reader = sealing.Pieces(source())
    assert (reader.read(5), asked) == (b"piece", [0]) and (reader.read(5), asked) == (b"piece", [0, 1])


class Full(io.RawIOBase):
    def writable(self):
        return True

    def write(self, piece):
        raise OSError(errno.ENOSPC, "No space left")


def test_a_full_disk_and_a_source_that_stops_are_raised_as_they_are():
    to = recipients([key_of(pair()[1])])
    with pytest.raises(OSError, match="No space"):
        sealing.seal(sealing.Pieces([b"x"]), Full(), to)

    def stops():
        yield b"x" * 100_000
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        sealing.seal(sealing.Pieces(stops()), io.BytesIO(), to)


@pytest.mark.parametrize("at", [10, 200, 70_000, -1])
def test_a_file_of_which_one_byte_is_another_or_the_end_is_missing_is_not_opened(at):
    keys, public = pair()
    made = bytearray(sealed(b"z" * 100_000, public))
    made[at] ^= 1
    for spoilt in (bytes(made), sealed(b"z" * 100_000, public)[:-20]):
        with pytest.raises(sealing.NotOpened):
            opened(spoilt, keys)


def test_a_key_file_is_read_as_age_keygen_writes_it_and_anything_else_is_refused():
    secret, public = sealing.new_pair()
    assert [str(each.to_public()) for each in sealing.secret_keys([f"# public key: {public}", "", secret])] == [public]
    for lines in ([], ["# nothing"], [public], ["AGE-SECRET-KEY-1QQQ"]):
        with pytest.raises(sealing.SecretRefused):
            sealing.secret_keys(lines)


def test_a_key_is_known_by_a_fingerprint_that_two_people_can_read_aloud():
    public = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
    key = key_of(f"  {public}\n")
    groups = key.fingerprint.split()
    assert key.text == public and len(groups) == 8 and {len(each) for each in groups} == {4}
    assert key_of(public.upper()) == key and key_of(pair()[1]).fingerprint != key.fingerprint


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("", "none"), ("# nothing yet\n\n", "none"), ("AGE-SECRET-KEY-1QYQSZQGPQYQSZQGP", "secret"), ("age-secret-key-1qyq", "secret"),
        ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 delegation", "other_kind"), ("age1pq1abc", "other_kind"), ("age1yubikey1qabc", "other_kind"), ("-----BEGIN PGP", "other_kind"),
        ("age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwk", "damaged"), ("hello", "damaged"), ("age1", "damaged"),
        ("age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z", "damaged"), ("age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya", "damaged"),
        ("age1anlllllllllllllllllllllllllllllllllllllllllllllllals4n2t7m", "damaged"), ("age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhqqqzyt4v9", "damaged"),
    ],
)  # fmt: skip
def test_what_is_no_key_is_refused_with_its_reason(told, why):
    with pytest.raises(KeyRefused) as refused:
        keys_of(told)
    assert refused.value.why == why


@pytest.mark.parametrize("public", ["age1pq9yt9qdkg7kjkrmzuav42u73dpvh6fvfqghz9uzx3avvczh33dq5lavv4", "age1se8ls5e9380nw8dajccknd5z2hcaqac7ry98fl2qaq4j4gunmfjqd9fql8"])
def test_a_key_that_begins_by_chance_as_those_of_another_kind_do_is_taken(public):
    assert key_of(public).text == public


@given(st.binary(min_size=32, max_size=32))
def test_the_point_of_a_key_is_the_bytes_of_which_the_key_was_written(point):
    written = written_key(point)
    assert str(pyrage.x25519.Recipient.from_str(written)) == written and point_of(written) == point


def test_a_secret_key_is_told_to_nobody_in_its_refusal():
    with pytest.raises(KeyRefused) as refused:
        keys_of(sealing.new_pair()[0])
    assert "SECRET" not in str(refused.value).upper().replace("SECRET: ", "")


def test_keys_come_one_a_line_each_once_and_ten_at_most():
    many = [sealing.new_pair()[1] for _ in range(11)]
    assert [each.text for each in keys_of("\n".join(["# of the delegation", *many[:10]]))] == many[:10]
    for told, why in (("\n".join(many), "too_many"), (f"{many[0]}\n{many[0].upper()}", "twice")):
        with pytest.raises(KeyRefused) as refused:
            keys_of(told)
        assert refused.value.why == why
