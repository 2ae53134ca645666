"""Outlines from GeoJSON, and degrees on a sheet."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirek.ground.rules.outlines import LARGEST, OutlineFault, framed, net, read_outline

pytestmark = pytest.mark.pure
SQUARE = [[[10, 40], [20, 40], [20, 50], [10, 50], [10, 40]]]


def feature(geometry=None, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry or {"type": "Polygon", "coordinates": SQUARE}}


def written(*features, **more):
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}).encode()


def ring(*points):
    return feature({"type": "Polygon", "coordinates": [list(points)]})


REFUSED = {
    "not-json": [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"type": "FeatureCollection", "features": [NaN]}', b"PK\x03\x04"],
    "no-collection": [b"[]", b"{}", b'{"type": "FeatureCollection", "features": []}', b'{"type": "FeatureCollection", "features": [1]}', json.dumps(feature()).encode()],
    "no-polygon": [written(feature({"type": "Point", "coordinates": [1, 2]})), written({"type": "Feature", "geometry": None}), written(feature({"type": "MultiPolygon", "coordinates": [3]}))],
    "no-ring": [written(ring([1, 2], [3, 4], [1, 2])), written(ring([1, 2], [3, 4], [5, 6], [7, 8])), written(ring("ab", "cd", "ef", "ab")), written(ring([True, 2], [3, 4], [5, 6], [True, 2]))],
    "not-degrees": [written(ring([500_000, 4_000_000], [500_100, 4_000_000], [500_100, 4_000_100], [500_000, 4_000_000]))],
    "region-unknown": [written(feature(region="XX-1")), written(feature(code=["LU-A"])), written(feature(code={"a": 1})), written(feature(iso=71))],
    "region-twice": [written(feature(region="LU-A"), feature(code="LU-A"))],
    "too-large": [b" " * (LARGEST + 1)],
}  # fmt: skip


@pytest.mark.parametrize(("code", "content"), [(code, each) for code, every in REFUSED.items() for each in every])
def test_what_is_no_outline_is_refused_and_said_why(code, content):
    with pytest.raises(OutlineFault) as caught:
        read_outline(content, ["LU-A"])
    assert caught.value.code == code


def test_regions_are_named_by_the_first_property_that_says_a_code():
    shapes = read_outline(written(feature(name="A", shapeISO="LU-A"), feature(name="B")), ["LU-A", "LU-B"])
    assert [shape.region for shape in shapes] == ["LU-A", ""] and shapes[0].rings[0][0] == (10.0, 40.0)


def test_a_long_coast_is_thinned_to_what_a_screen_shows_and_stays_closed():
    round_ = [[15 + 5 * math.cos(at / 5_000 * math.tau), 45 + 5 * math.sin(at / 5_000 * math.tau)] for at in range(5_000)]
    shapes = read_outline(written(ring(*round_, round_[0])), [])
    assert 500 < len(shapes[0].rings[0]) < 3_000 and shapes[0].rings[0][0] == shapes[0].rings[0][-1]


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-85, 85)), min_size=1, max_size=20))
def test_every_point_stands_on_the_sheet_and_north_is_above(points):
    frame = framed(points, 700, 20, 600)
    placed = [frame.at(*point) for point in points]
    assert frame.width <= 700.01 and frame.height <= 600.01
    assert all(-0.01 <= x <= frame.width + 0.01 and -0.01 <= y <= frame.height + 0.01 for x, y in placed)
    for (longitude, latitude), (x, y) in zip(points, placed, strict=True):
        assert all((latitude > other[1]) <= (y <= at[1] + 1e-6) and (longitude > other[0]) <= (x >= at[0] - 1e-6) for other, at in zip(points, placed, strict=True))


def test_a_degree_of_longitude_is_as_much_shorter_as_the_earth_is_narrower_there():
    frame = framed([(60, 59.9), (62, 60.1)], 1000, 0, 1000)
    across, down = frame.at(61, 60)[0] - frame.at(60, 60)[0], frame.at(60, 60)[1] - frame.at(60, 61)[1]
    assert across / down == pytest.approx(0.5, abs=0.01)
    assert net(46.2, 87.3) == (50, 60, 70, 80) and net(0.1, 0.31, 6) == pytest.approx((0.1, 0.2, 0.3)) and framed([], 1, 0, 1) is None
