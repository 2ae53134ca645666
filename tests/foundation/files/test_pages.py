"""Pages of a scanned letter as pictures: counted and drawn in a process apart, whatever somebody sends."""

import struct
import zlib
from dataclasses import replace

import pytest

from tests.followup.letters.scans import scan
from tirek.foundation.files.pages import page_count, page_picture
from tirek.foundation.files.pages.drawing import LIMITS
from tirek.foundation.files.pages.refusals import PagesBroken, TooManyPages


def pixels(png):
    """Width, height and rows of a grey PNG, read without the program that wrote it."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, depth, colour = struct.unpack(">IIBB", png[16:26])
    assert (depth, colour) == (8, 0)
    at, packed = 8, b""
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        assert zlib.crc32(png[at + 4 : at + 8 + size]) == struct.unpack(">I", png[at + 8 + size : at + 12 + size])[0]
        packed += png[at + 8 : at + 8 + size] if name == b"IDAT" else b""
        at += 12 + size
    held = zlib.decompress(packed)
    return width, height, [held[row * (width + 1) + 1 : (row + 1) * (width + 1)] for row in range(height)]


def test_a_letter_of_three_pages_has_three_and_each_is_drawn_with_its_own_ink():
    content = scan(3)
    assert page_count(content) == 3
    drawn = [pixels(page_picture(content, each)) for each in (1, 2)]
    for width, height, rows in drawn:
        assert (width, height) == (1000, 1415)
        assert any(each < 64 for row in rows for each in row) and rows[0] == b"\xff" * width
    assert drawn[0][2] != drawn[1][2]


def test_a_page_that_is_not_there_a_broken_file_and_too_many_pages_are_refused():
    with pytest.raises(PagesBroken):
        page_picture(scan(1), 2)
    for content in (b"%PDF-1.7 nothing", b"", scan(2)[:80]):
        with pytest.raises(PagesBroken):
            page_count(content)
    with pytest.raises(TooManyPages, match="pages"):
        page_count(scan(4), replace(LIMITS, pages=3))


def test_a_page_that_says_it_is_a_strip_is_drawn_within_bounds():
    tall = scan(1).replace(b"[0 0 595 842]", b"[0 0 10 9999]")
    assert pixels(page_picture(tall, 1))[:2] == (1000, 6000)


def test_what_takes_too_much_memory_is_refused_and_the_house_goes_on():
    with pytest.raises(PagesBroken):
        page_picture(scan(1), 1, replace(LIMITS, memory=30 << 20))
    assert page_count(scan(1)) == 1
