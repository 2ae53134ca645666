"""Writes records into the instance that the environment names and prints how many places it holds: `python making.py NUMBER`. Runs on this version's code and on earlier ones."""

import os
import sys

import django
from django.apps import apps


def make(number):
    from tirek.foundation.files.services import store_file
    from tirek.foundation.ledger.checkpoints import write_checkpoint
    from tirek.ground.rules.actors import Actor, Grant, Role
    from tirek.ground.rules.words import Words
    from tirek.registers.places.services import register_place

    by = Actor("00000000-0000-0000-0000-00000000000a", frozenset({Grant(Role.SECRETARIAT, "kz", None)}), "maker")
    for each in range(number):
        name = Words.of({"ru": f"Учреждение {each}", "kk": f"Мекеме {each}"})
        register_place(country="kz", name=name, kind="prison", region="KZ-75", by=by)
        content = f"file {each} {os.urandom(4).hex()}".encode()
        store_file(content=content, name=f"{each}.txt", media_type="text/plain", country="kz", by=by)
        if each % 2 == 0:
            write_checkpoint()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tirek.project.settings"
    sys.path.insert(0, "")
    django.setup()
    make(int(sys.argv[1]))
    print(apps.get_model("places", "Place").objects.count())
