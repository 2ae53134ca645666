"""How a database server is spoken to, by its address."""

from types import SimpleNamespace

import pytest
from django.db import connection

from tirek.project.instance import database_settings


def options_of(address):
    return database_settings(SimpleNamespace(database_url=address))["OPTIONS"]


def test_the_server_compiles_no_question_unless_the_address_says_so():
    assert options_of("postgresql://tirek@localhost/tirek")["options"] == "-c jit=off"
    told = options_of("postgresql://tirek@localhost/tirek?options=-c%20jit%3Don&sslmode=require")
    assert told["options"] == "-c jit=off -c jit=on", "of two the server takes the last"
    assert told["sslmode"] == "require"


@pytest.mark.django_db
def test_a_running_server_was_told():
    if connection.vendor != "postgresql":
        pytest.skip("on PostgreSQL alone")
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)
